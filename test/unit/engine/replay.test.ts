// The desk at any moment of the past, held against a fold of what had been written by then.

import { beforeAll, describe, expect, test } from 'vitest';

import { ownerOf } from '../../../src/domain/conversation-state.ts';
import { asWallMs } from '../../../src/domain/ids.ts';
import { TeamFold } from '../../../src/domain/team-fold.ts';
import { ReplayCursor, type Moment } from '../../../src/engine/replay-cursor.ts';
import { Replay } from '../../../src/engine/replay.ts';
import { Log, START_MS } from '../../support/log.ts';
import { recordDay, type RecordedDay } from '../../support/recorded-day.ts';
import { SmallWorld, WORLD_START_MS } from '../../support/small-world.ts';

const whole = (entries: ConstructorParameters<typeof Replay>[0], now = Number.MAX_SAFE_INTEGER): Replay => {
  const replay = new Replay(entries, asWallMs(now));
  while (!replay.step());
  return replay;
};

const shown = ({ waiting, held, agents }: Moment) => ({
  waiting: waiting.map(({ subject }) => subject),
  held: held.map(({ subject, owner, state }) => `${subject}: ${state} ${owner}`).sort(),
  agents: agents.map(({ name, status, open }) => `${name} ${status} ${open}`).sort(),
});

/** The same, folded from nothing. */
const folded = (replay: Replay, at: number) => {
  const fold = new TeamFold();
  fold.apply(replay.entries.filter((timed) => timed.at <= at).map(({ entry }) => entry));
  const open = [...fold.conversations.values()].filter((each) => ownerOf(each) !== null);
  return {
    waiting: fold.waiting(asWallMs(at)).map(({ subject }) => subject),
    held: open.map((each) => `${each.subject}: ${each.state} ${ownerOf(each)}`).sort(),
    agents: [...fold.agents.values()]
      .map(({ name, standing, open: count }) => `${name} ${standing.intent} ${count}`)
      .sort(),
  };
};

describe('any moment of a day', () => {
  let day: RecordedDay;
  let replay: Replay;

  beforeAll(() => {
    const work = { pickMs: 8_000, replyMs: 30_000, handleMs: 90_000 };
    day = recordDay({ agents: 3, customers: 40, everyMs: 15_000, capacity: 2, sleeper: true, ...work });
    replay = whole(day.hana.replica.team.entries());
  });

  test('[CO3] reads as the fold of what was written by then, gone to in any order', () => {
    const cursor = new ReplayCursor(replay.steps);
    const moments = Array.from(
      { length: 60 },
      (_, index) => day.from + ((index * 37) % 60) * ((day.to - day.from) / 60),
    );
    for (const at of [day.to, day.from - 1, ...moments, 0]) {
      expect(shown(cursor.moment(at)), `at ${at}`).toEqual(folded(replay, at));
    }
  });

  test('[QU2] has arrivals, assignments and misses where they were', () => {
    expect(replay.marks.arrivals).toHaveLength(40);
    expect(replay.marks.misses.length).toBeGreaterThan(1);
    expect(replay.marks.assignments.length).toBe(40 + replay.marks.misses.length);
    expect(replay.marks.pauses().map(({ to }) => to !== null)).toEqual([true]);
  });
});

describe('clocks that contradict what is certain', () => {
  test('[CO2] nothing is told before what it was decided on, nor later than now', () => {
    const log = new Log().ready('ann', 'ben');
    const story = log.conversation('c1', {}, { at: START_MS + 60_000 });
    story.offer('ann', { at: START_MS + 10_000 });
    story.pickUp('ann', { at: START_MS + 5_000 });
    const slow = log.conversation('c3', {}, { at: START_MS + 20_000 });
    slow.offer('ann', { at: START_MS + 90_000 });
    slow.pickUp('ann', { at: START_MS + 25_000 });
    const later = log.conversation('c2', {}, { at: START_MS + 900_000 });
    const { entries } = whole(log.entries, START_MS + 120_000);
    const of = (id: string) =>
      entries.flatMap(({ at, entry }) => ('conversation' in entry && entry.conversation === id ? [at - START_MS] : []));
    expect(of('c1')).toEqual([60_000, 60_000, 60_000]);
    expect(of(slow.id)).toEqual([20_000, 90_000, 90_000]);
    expect(of(later.id)).toEqual([120_000]);
  });

  test('[CO3] two islands stand beside each other in time, not one behind the other', () => {
    const world = new SmallWorld(6);
    const [hana, jonas] = world.team({ hana: null, jonas: null });
    if (hana === undefined || jonas === undefined) throw new Error('Two.');
    world.network.cut([hana], [jonas]);
    for (let index = 0; index < 10; index += 1) {
      hana.opens({ subject: `hers ${index}` });
      hana.opens({ subject: `hers too ${index}` });
      world.advance(60_000);
      jonas.opens({ subject: `his ${index}` });
    }
    world.network.heal();
    world.advance(1_000);
    const cursor = new ReplayCursor(whole(hana.replica.team.entries()).steps);
    const half = cursor.moment(WORLD_START_MS + 1_200 + 5 * 60_000 + 30_000);
    expect(half.waiting.filter(({ subject }) => subject.startsWith('his'))).toHaveLength(5);
    expect(half.waiting.filter(({ subject }) => subject.startsWith('hers'))).toHaveLength(12);
  });
});

test('[CO3] a jump across a long log costs no more than the way from a checkpoint', () => {
  const log = new Log().ready('ann');
  for (let index = 0; index < 3_000; index += 1) {
    const story = log.conversation(`c${index}`);
    story.take('ann');
    story.close('ann', 0);
  }
  const cursor = new ReplayCursor(whole(log.entries).steps);
  cursor.seek(9_000);
  const costs = [100, 8_990, 5_000, 2, 7_345].map((index) => cursor.seek(index));
  expect(Math.max(...costs)).toBeLessThanOrEqual(4_000);
});
