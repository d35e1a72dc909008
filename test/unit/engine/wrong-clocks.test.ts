// One machine of three whose clock was set to 1970 or 2100: nobody is assigned, reclaimed or woken by it, all
// replicas show the same, and every screen's figures stay numbers that can be drawn.

import { describe, expect, test } from 'vitest';
import { isAsleep } from '../../../src/domain/conversation-state.ts';
import { asAgentId, asWallMs, type WallMs } from '../../../src/domain/ids.ts';
import { Replay } from '../../../src/engine/replay.ts';
import { agentCards } from '../../../src/view/agent-cards.ts';
import { statusEventsOf } from '../../../src/view/agent-day.ts';
import { axisOf } from '../../../src/view/measures.ts';
import { holdsOf, statusSpans } from '../../../src/view/day-track.ts';
import { dayOf, figuresOf, todayOf } from '../../../src/view/figures.ts';
import { readHistory } from '../../../src/view/history.ts';
import { readLists } from '../../../src/view/lists.ts';
import { pausesOf } from '../../../src/view/pauses.ts';
import { csv, jsonLines } from '../../../src/view/readable-export.ts';
import { waitsOf } from '../../../src/view/waits.ts';
import { SmallWorld, WORLD_START_MS, type Peer } from '../../support/small-world.ts';

const HOUR_MS = 3_600_000;
const CLOCKS = [
  ['1970', 60_000 - WORLD_START_MS],
  ['2100', Date.UTC(2100, 0, 1) - WORLD_START_MS],
] as const;
const AGENTS = ['ann', 'ben', 'cat'].map(asAgentId);

const teamWith = (skewMs: number) => {
  const world = new SmallWorld();
  const [ann, ben, cat] = [world.peer('ann'), world.peer('ben', { skewMs }), world.peer('cat')];
  const wallOf = (peer: Peer): WallMs => asWallMs(WORLD_START_MS + world.time.now + (peer === ben ? skewMs : 0));
  world.advance(1_000);
  return { world, ann, ben, cat, peers: [ann, ben, cat], wallOf };
};

/** Every number in it, however deep. */
const numbersIn = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value];
  if (value instanceof Map) return [...value.values()].flatMap(numbersIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};

/** What every page of the desk reads, on a machine whose clock says `now`. */
const screensOf = ({ desk }: Peer, now: WallMs) => {
  const { team } = desk;
  const all = [...team.conversations.values()];
  const dayStart = new Date(now).setHours(0, 0, 0, 0);
  const { work } = todayOf(all, dayStart);
  const events = AGENTS.map((agent) => statusEventsOf(team.statusHistory(agent)));
  const weeks = waitsOf(all, 'month', dayStart);
  const measured = [...waitsOf(all, 'today', dayStart), ...weeks].map(({ start, end, ...values }) => {
    // The month before 1970 has stamps below 0, and is drawn as any other.
    expect(end).toBeGreaterThan(start);
    return values;
  });
  return {
    figures: figuresOf(team, agentCards(team.agents.values(), desk, 5), now),
    days: AGENTS.map((agent) => dayOf(team.statusHistory(agent), work.get(agent) ?? [], dayStart, 50)),
    spans: events.flatMap((each) => statusSpans(each, dayStart, now)),
    holds: AGENTS.flatMap((agent) => holdsOf(work, agent, new Set(), dayStart, now)),
    pauses: pausesOf(events, dayStart, now),
    measured,
    axes: [axisOf(weeks, 'wait'), axisOf(weeks, 'response'), axisOf(weeks, 'missed')],
    history: all.flatMap(readHistory).map(({ afterMs }) => afterMs),
    lists: readLists(team, desk, now).waiting.length,
  };
};

describe.each(CLOCKS)('a clock of %s', (_, skewMs) => {
  test('[CO2] [AS6] [RE2] statuses, offers and time-outs are as with right ones, whoever is dispatcher', () => {
    for (const first of [0, 1]) {
      const { world, peers } = teamWith(skewMs);
      const inTurn = [...peers.slice(first), ...peers.slice(0, first)];
      for (const peer of inTurn) {
        peer.desk.chooseStatus('ready');
        world.advance(1_000);
      }
      expect(inTurn[0]?.isDispatcher).toBe(true);
      for (const peer of peers)
        expect(AGENTS.map((agent) => peer.statusOf(agent))).toEqual(['ready', 'ready', 'ready']);
      const ids = peers.map((peer) => peer.opens());
      world.advance(300);
      for (const id of ids) expect(peers[0]?.state(id)).toMatch(/^assigned /u);
      world.advance(59_000);
      for (const id of ids) expect(peers[0]?.sees(id).misses).toEqual([]);
      world.advance(2_500);
      for (const id of ids) expect(peers[0]?.sees(id).misses).toHaveLength(1);
      const [one, ...others] = peers.map(({ replica: { team } }) => {
        return { conversations: jsonLines(team), choices: AGENTS.map((agent) => team.statusHistory(agent)) };
      });
      expect(others).toEqual([one, one]);
    }
  });

  test('[SN2] what is laid aside comes back after its time on the machine of who did it', () => {
    const { world, ben, wallOf } = teamWith(skewMs);
    ben.desk.chooseStatus('ready');
    const id = ben.opens();
    world.advance(1_000);
    expect(ben.desk.snooze(id, asWallMs(wallOf(ben) + HOUR_MS))).toMatchObject({ ok: true });
    world.advance(HOUR_MS - 1_000);
    expect(isAsleep(ben.sees(id), wallOf(ben))).toBe(true);
    world.advance(2_000);
    expect(isAsleep(ben.sees(id), wallOf(ben))).toBe(false);
  });

  test('[QU2] [DA1] [DA2] every figure, chart, day and replay is made of numbers that can be drawn', () => {
    const { world, ann, ben, peers, wallOf } = teamWith(skewMs);
    for (const peer of peers) peer.desk.chooseStatus('ready');
    world.advance(1_000);
    for (let turn = 0; turn < 12; turn += 1) {
      const id = (peers[turn % 3] ?? ann).opens();
      world.advance(500);
      const holder = peers.find((peer) => peer.state(id) === `assigned ${peer.agent}`);
      holder?.desk.pickUp(id);
      holder?.desk.reply(id, 'It is on its way.');
      if (turn % 2 === 0) holder?.desk.close(id);
      world.advance(500);
    }
    ben.desk.chooseStatus('away');
    world.advance(70_000);
    for (const peer of peers) {
      const now = wallOf(peer);
      const screens = screensOf(peer, now);
      for (const number of numbersIn(screens)) expect(number).toBeGreaterThanOrEqual(0);
      for (const { from, to } of [...screens.spans, ...screens.holds, ...screens.pauses])
        expect(to).toBeGreaterThanOrEqual(from);
      for (const axis of screens.axes) expect(axis.length).toBeLessThanOrEqual(7);
      expect(screens.measured.length).toBeLessThanOrEqual(24 + 28);
      const replay = new Replay(peer.replica.team.entries(), now);
      let steps = 0;
      while (!replay.step() && steps < 100) steps += 1;
      expect(replay.steps.every(({ at }) => at <= now)).toBe(true);
      expect(replay.entries).toHaveLength(peer.replica.size);
      expect(jsonLines(peer.replica.team).split('\n')).toHaveLength(13);
      expect(csv(peer.replica.team)).not.toContain('NaN');
    }
  });
});
