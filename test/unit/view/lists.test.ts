import { describe, expect, test } from 'vitest';

import type { Conversation } from '../../../src/domain/conversation-state.ts';
import { asAgentId, asConversationId, asWallMs } from '../../../src/domain/ids.ts';
import { heldOrder } from '../../../src/view/held-order.ts';
import { keptLists, readClosed, readLists, type Lists } from '../../../src/view/lists.ts';
import { byVerdict } from '../../../src/view/candidates-in-order.ts';
import { keptIdentity } from '../../../src/view/kept-identity.ts';
import type { Candidate } from '../../../src/engine/desk-types.ts';
import { SmallWorld, WORLD_START_MS, type Peer } from '../../support/small-world.ts';

const MINUTE = 60_000;
const listsOf = (world: SmallWorld, { desk }: Peer) =>
  readLists(desk.team, desk, asWallMs(WORLD_START_MS + world.time.now));
const idsOf = (list: readonly Conversation[]): readonly string[] => list.map((each) => each.id);

const team = () => {
  const world = new SmallWorld();
  const [ana, ben, cleo] = world.team({ ana: 'away', ben: 'ready', cleo: 'away' });
  if (ana === undefined || ben === undefined || cleo === undefined) throw new Error('Three are needed.');
  return { world, ana, ben, cleo };
};

describe('the lists of the desk', () => {
  test('[AS1] what is offered to me, what I hold and what others hold stand apart, whatever my own status', () => {
    const { world, ana, ben, cleo } = team();
    const [offered, held] = [ana.opens(), ana.opens()];
    world.advance(1000);
    ben.desk.pickUp(held);
    world.advance(1000);
    expect(listsOf(world, ben)).toMatchObject({ waiting: [], parked: [], withColleagues: [] });
    expect(idsOf(listsOf(world, ben).assignedToMe)).toEqual([offered]);
    expect(idsOf(listsOf(world, ben).inProgress)).toEqual([held]);
    expect(idsOf(listsOf(world, ana).withColleagues)).toEqual([offered, held]);
    ben.desk.chooseStatus('away');
    world.advance(1000);
    expect(idsOf(listsOf(world, ben).inProgress)).toEqual([held]);
    expect(idsOf(listsOf(world, cleo).parked)).toEqual([offered, held]);
    expect(listsOf(world, cleo).withColleagues).toEqual([]);
  });

  test('[QU2] the waiting list is a list of its own: what the team changes in place later does not change it', () => {
    const { world, ana, ben } = team();
    ben.desk.chooseStatus('away');
    world.advance(1000);
    const first = ana.opens();
    const before = listsOf(world, ana).waiting;
    const urgent = ana.opens({ priority: 'urgent' });
    expect(idsOf(listsOf(world, ana).waiting)).toEqual([urgent, first]);
    expect(idsOf(before)).toEqual([first]);
  });

  test('a list in which nothing changed is the same value, so that nothing is drawn again', () => {
    const { world, ana, ben } = team();
    ana.opens();
    world.advance(1000);
    const before = listsOf(world, ana);
    world.advance(MINUTE / 2);
    const same = keptLists(before, listsOf(world, ana));
    expect(Object.keys(same).filter((name) => same[name as keyof Lists] !== before[name as keyof Lists])).toEqual([]);
    ben.desk.reply(before.withColleagues[0]?.id ?? asConversationId(''), 'It is on its way.');
    world.advance(1000);
    const after = keptLists(before, listsOf(world, ana));
    expect(after.waiting).toBe(before.waiting);
    expect(after.withColleagues).not.toBe(before.withColleagues);
  });

  test('closed conversations stand with the last closed first', () => {
    const { world, ana } = team();
    const customer = { key: 'mira', name: 'Mira' };
    const [one, two] = [1, 2].map(() => {
      world.advance(MINUTE);
      return ana.opens({ customer });
    });
    if (one === undefined || two === undefined) throw new Error('Two are needed.');
    ana.opens();
    ana.desk.close(two);
    world.advance(MINUTE);
    ana.desk.close(one);
    expect(idsOf(readClosed(ana.desk.team))).toEqual([one, two]);
  });
});

describe('a list that somebody is pointing at', () => {
  const order = (shown: string, next: string): string => heldOrder([...shown], [...next], (item) => item).join('');

  test('what stands keeps its place, what goes leaves, what comes stands at the end', () => {
    expect(order('abc', 'cba')).toBe('abc');
    expect(order('abc', 'xcb')).toBe('bcx');
    expect(order('', 'ab')).toBe('ab');
  });

  test('what stands is shown as it is now', () => {
    const [before, now] = [
      { id: 'a', text: 'old' },
      { id: 'a', text: 'new' },
    ];
    expect(heldOrder([before], [now], (item) => item.id)).toEqual([now]);
  });
});

describe('candidates', () => {
  const candidate = (agent: string, verdict: Candidate['verdict'], open = 0): Candidate => ({
    agent: asAgentId(agent),
    isChosen: verdict === 'chosen',
    open,
    capacity: 5,
    verdict,
  });

  test('[AS5] the chosen one is first, then who could, who is Ready and cannot, Away, Logged out', () => {
    const all = [
      candidate('out', 'out'),
      candidate('away', 'away'),
      candidate('full', 'full', 5),
      candidate('busy', 'eligible', 3),
      candidate('free', 'eligible', 1),
      candidate('taken', 'away', 4),
    ];
    const names = byVerdict(all, asAgentId('taken')).map((each) => each.agent);
    expect(names).toEqual(['taken', 'free', 'busy', 'full', 'away', 'out']);
  });
});

describe('what reads the same', () => {
  test('is the same value, and so is a list in which nothing changed', () => {
    const before = [
      { id: 'a', open: 1 },
      { id: 'b', open: 2 },
    ];
    expect(
      keptIdentity(before, [
        { id: 'a', open: 1 },
        { id: 'b', open: 2 },
      ]),
    ).toBe(before);
    const next = keptIdentity(before, [
      { id: 'a', open: 1 },
      { id: 'b', open: 3 },
    ]);
    expect(next).toEqual([
      { id: 'a', open: 1 },
      { id: 'b', open: 3 },
    ]);
    expect(next[0]).toBe(before[0]);
    expect(
      keptIdentity(before, [
        { id: 'b', open: 2 },
        { id: 'a', open: 1 },
      ]).map(({ id }) => id),
    ).toEqual(['b', 'a']);
    expect(keptIdentity(before, [{ id: 'a', open: 1 }])).toHaveLength(1);
  });
});
