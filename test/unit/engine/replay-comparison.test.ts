// A day run again by the desk's own engine: as it was, and with another capacity or time-out.

import { describe, expect, test } from 'vitest';

import type { Settings } from '../../../src/domain/settings.ts';
import { asWallMs } from '../../../src/domain/ids.ts';
import { Comparison, type Compared } from '../../../src/engine/replay-comparison.ts';
import { Replay } from '../../../src/engine/replay.ts';
import { recordDay, type DayOptions, type RecordedDay } from '../../support/recorded-day.ts';
import { SmallWorld, WORLD_START_MS } from '../../support/small-world.ts';

const compare = (
  { hana, from, to }: Pick<RecordedDay, 'hana' | 'from' | 'to'>,
  changed: Partial<Settings>,
): Compared => {
  const replay = new Replay(hana.replica.team.entries(), asWallMs(to));
  while (!replay.step());
  const comparison = new Comparison(replay, from, to, changed);
  while (!comparison.step());
  const compared = comparison.result();
  if (compared === null) throw new Error('It has ended.');
  return compared;
};

const WORK: DayOptions = {
  agents: 1,
  customers: 12,
  everyMs: 60_000,
  pickMs: 5_000,
  replyMs: 20_000,
  handleMs: 100_000,
  capacity: 1,
};

/** The recorder looks once a second, and a network takes its time. */
const NEAR_MS = 2_500;
const near = (a: number | null, b: number | null): boolean => a !== null && b !== null && Math.abs(a - b) <= NEAR_MS;

describe('a day run again', () => {
  test('[AS2] as it was: the waits, replies and misses that were recorded', () => {
    const day = recordDay(WORK);
    const { recorded, again } = compare(day, {});
    expect(recorded).toMatchObject({ opened: 12, pickedUp: 12, replied: 12, misses: 0 });
    expect(again).toMatchObject({ opened: 12, pickedUp: 12, replied: 12, misses: 0 });
    expect(near(recorded.medianReplyMs, again.medianReplyMs)).toBe(true);
    // Each behind the one before it, so that a second each adds up.
    expect(Math.abs((recorded.longestWaitMs ?? 0) - (again.longestWaitMs ?? 0))).toBeLessThan(12 * NEAR_MS);
    expect(recorded.longestWaitMs).toBeGreaterThan(400_000);
  });

  test('[AS4] with room for more at a time nobody waits but for the pick-up', () => {
    const { recorded, changed } = compare(recordDay(WORK), { capacity: 5 });
    expect(recorded.medianWaitMs).toBeGreaterThan(120_000);
    expect(near(changed.medianWaitMs, 5_500)).toBe(true);
    expect(near(changed.longestWaitMs, 5_500)).toBe(true);
    expect(near(changed.medianReplyMs, 25_500)).toBe(true);
  });

  test('[RE2] with a shorter time to pick up, what a sleeper misses goes on to others sooner', () => {
    const day = recordDay({ ...WORK, agents: 3, customers: 9, capacity: 3, sleeper: true });
    const { recorded, again, changed } = compare(day, { pickupTimeoutMs: 15_000 });
    expect(recorded.misses).toBeGreaterThan(0);
    expect(again.misses).toBe(recorded.misses);
    expect(near(recorded.longestWaitMs, again.longestWaitMs)).toBe(true);
    expect(changed.longestWaitMs).toBeLessThan((recorded.longestWaitMs ?? 0) - 30_000);
  });

  test('[AS5] the same twice', () => {
    const day = recordDay({ ...WORK, agents: 3, customers: 20, everyMs: 10_000, capacity: 2 });
    expect(compare(day, { capacity: 3 })).toEqual(compare(day, { capacity: 3 }));
  });

  test('[ST5] what was in hand at the beginning holds its place, and only what came then is measured', () => {
    const day = recordDay(WORK);
    const middle = day.from + 6 * 60_000;
    const { recorded, again } = compare({ ...day, from: middle }, { capacity: 2 });
    expect(recorded.opened).toBe(6);
    expect(again.opened).toBe(6);
    expect(Math.abs((recorded.medianWaitMs ?? 0) - (again.medianWaitMs ?? 0))).toBeLessThan(6 * NEAR_MS);
  });

  test('[RE1] what an agent who is Away has in hand stays with them and takes nobody else’s place', () => {
    const world = new SmallWorld(12);
    const [hana, jonas] = world.team({ hana: 'ready', jonas: 'away' });
    if (hana === undefined || jonas === undefined) throw new Error('Two.');
    hana.desk.changeSettings({ capacity: 1 });
    const parked = hana.opens();
    world.advance(1_000);
    hana.desk.pickUp(parked);
    jonas.desk.chooseStatus('ready');
    hana.desk.chooseStatus('away');
    world.advance(60_000);
    const from = WORLD_START_MS + world.time.now;
    const id = hana.opens();
    world.advance(5_000);
    jonas.desk.pickUp(id);
    world.advance(120_000);
    const { recorded, again } = compare({ hana, from, to: WORLD_START_MS + world.time.now }, {});
    expect(near(recorded.longestWaitMs, 5_000)).toBe(true);
    expect(near(again.longestWaitMs, 5_000)).toBe(true);
  });
});
