// Whatever is decided by "the first of them" is decided by a total order: of two different ones exactly one comes
// first, whoever compares them, and a list has one sorted form. Drawn tight, so that ties are the rule.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAssignments } from '../../../src/domain/assignment.ts';
import { compareCandidates, type Candidate } from '../../../src/domain/candidate-heap.ts';
import type { Conversation } from '../../../src/domain/conversation-state.ts';
import { electDispatcher } from '../../../src/domain/election.ts';
import { asAgentId, asConversationId, asDeviceId, asEntryId, asWallMs, type AgentId } from '../../../src/domain/ids.ts';
import { compareEntries, compareOrder } from '../../../src/domain/order.ts';
import { compareOpened, inQueueOrder, queueKey } from '../../../src/domain/queue.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import type { Agent } from '../../../src/domain/team-state.ts';
import { chaos, TIGHT } from '../../support/chaos.ts';
import { Log, START_MS, story } from '../../support/log.ts';
import { seenIn } from '../../support/presences.ts';
import { seeded } from '../../support/seeded.ts';

const NOW = asWallMs(START_MS + 60_000);

type Compare<T> = (a: T, b: T) => number;

/** What keeps it from being a total order: none where it is antisymmetric, transitive, and equal only what is the same. */
const faultsOf = <T>(compare: Compare<T>, [a, b, c]: readonly [T, T, T], isSame: (a: T, b: T) => boolean): string[] => {
  const [first, second, third] = [a, b, c].sort(compare) as [T, T, T];
  const faults = {
    'not equal to itself': compare(a, a) !== 0,
    'not the same from both sides': Math.sign(compare(a, b)) + Math.sign(compare(b, a)) !== 0,
    'equal what is not the same': (compare(a, b) === 0) !== isSame(a, b),
    'in a circle': Math.max(compare(first, second), compare(second, third), compare(first, third)) > 0,
  };
  return Object.entries(faults).flatMap(([name, isThere]) => (isThere ? [name] : []));
};

const three = <T>(one: fc.Arbitrary<T>) => fc.tuple(one, one, one);

const place = fc.record({
  lamport: fc.integer({ min: 0, max: 2 }),
  device: fc.constantFrom('a', 'b', 'B').map(asDeviceId),
  id: fc.constantFrom('x', 'y', 'é').map(asEntryId),
});

const pattern = story().fold();
const waiting: fc.Arbitrary<Conversation> = fc
  .record({
    id: fc.constantFrom('c1', 'c2', 'c3').map(asConversationId),
    openedOrder: place,
    waitingSince: fc.constantFrom(0, 5_000, 90_000).map((after) => asWallMs(START_MS + after)),
    priority: fc.constantFrom('urgent' as const, 'normal' as const),
  })
  .map((facts) => ({ ...pattern, ...facts }));

const candidate: fc.Arbitrary<Candidate> = fc
  .record({ id: fc.constantFrom('ann', 'ben', 'cat'), open: fc.nat(1), turn: fc.integer({ min: -1, max: 1 }) })
  .map(({ id, open, turn }) => ({ agent: { id: asAgentId(id) } as Agent, open, turn, offers: 0, place: -1 }));

const compareWaiting: Compare<Conversation> = (a, b) =>
  queueKey(a, DEFAULT_SETTINGS, NOW) - queueKey(b, DEFAULT_SETTINGS, NOW) || compareOpened(a, b);

describe('[CO2] [AS3] [QU2] orders are total', () => {
  test('[CO2] of places', () => {
    const isSame: Compare<unknown> = (a, b) => Number(JSON.stringify(a) === JSON.stringify(b));
    fc.assert(
      fc.property(three(place), (all) => {
        expect(faultsOf(compareOrder, all, (a, b) => isSame(a, b) === 1)).toEqual([]);
      }),
      seeded(2_000),
    );
  });

  test('[CO3] of entries, forged ones included', () => {
    const some = chaos(12, TIGHT).filter(({ length }) => length > 2);
    const order = (entry: unknown): string =>
      JSON.stringify(Object.entries(entry as object).sort(([a], [b]) => (a < b ? -1 : 1)));
    fc.assert(
      fc.property(some, ([a, b, c]) => {
        if (a === undefined || b === undefined || c === undefined) return;
        expect(faultsOf(compareEntries, [a, b, c], (one, other) => order(one) === order(other))).toEqual([]);
      }),
      seeded(500),
    );
  });

  test('[QU2] of the queue: ties of weight are settled by the total order, and the rest by the id', () => {
    const isSame = (a: Conversation, b: Conversation): boolean =>
      a.id === b.id && compareOrder(a.openedOrder, b.openedOrder) === 0 && compareWaiting(a, b) === 0;
    fc.assert(
      fc.property(three(waiting), (all) => {
        expect(faultsOf(compareWaiting, all, isSame)).toEqual([]);
      }),
      seeded(2_000),
    );
  });

  test('[AS3] of candidates: load, turn, id', () => {
    const isSame = (a: Candidate, b: Candidate): boolean =>
      a.agent.id === b.agent.id && a.open === b.open && a.turn === b.turn;
    fc.assert(
      fc.property(three(candidate), (all) => {
        expect(faultsOf(compareCandidates, all, isSame)).toEqual([]);
      }),
      seeded(2_000),
    );
  });
});

describe('[QU2] one queue', () => {
  test('[QU2] however the waiting come, they stand in one order, ties included', () => {
    const distinct = fc.uniqueArray(waiting, {
      maxLength: 12,
      selector: (each) => `${each.id} ${JSON.stringify(each.openedOrder)}`,
    });
    const shuffled = distinct.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([some, again]) => {
        expect(inQueueOrder(again, DEFAULT_SETTINGS, NOW)).toEqual(inQueueOrder(some, DEFAULT_SETTINGS, NOW));
      }),
      seeded(500),
    );
  });
});

const NAMES = ['ann', 'ben', 'cat', 'dan'] as const;

describe('[DI2] [AS5] one choice', () => {
  test('[DI2] of any views with the same peers one is elected, also where choices stand at tied counters', () => {
    const choice = fc.record({ lamport: fc.integer({ min: 5, max: 6 }), device: fc.constantFrom('d1', 'd2') });
    const world = fc.record({
      choices: fc.array(choice, { minLength: NAMES.length, maxLength: NAMES.length }),
      peers: fc.shuffledSubarray(['p1', 'p2', 'p3', 'p4', 'p5'], { minLength: 5 }),
    });
    fc.assert(
      fc.property(world, ({ choices, peers }) => {
        const log = new Log();
        NAMES.forEach((name, index) => {
          log.join(name, 'agent', { lamport: 1 });
          log.choose(name, 'ready', { ...choices[index], replaces: [] });
        });
        const { agents } = log.fold();
        const elect = (list: readonly string[]) =>
          electDispatcher(
            list.map((peer) => ({
              peer,
              device: asDeviceId(peer),
              agent: asAgentId(NAMES[Number(peer.slice(1)) % NAMES.length] ?? 'ann'),
              isStale: false,
              isCaughtUp: true,
            })),
            agents,
          )?.peer;
        const [first] = [...agents.values()].sort((a, b) =>
          a.standing.order === null || b.standing.order === null ? 0 : compareOrder(a.standing.order, b.standing.order),
        );
        const elected = elect(peers);
        expect([elect(peers.toReversed()), elect(peers.toSorted())]).toEqual([elected, elected]);
        expect(NAMES[Number(elected?.slice(1)) % NAMES.length]).toBe(first?.id);
      }),
      seeded(300),
    );
  });

  test('[AS5] the same team, in whatever order its entries and agents came, gives out the same', () => {
    const team = fc.record({
      order: fc.shuffledSubarray([...NAMES], { minLength: NAMES.length }),
      held: fc.array(fc.nat(2), { minLength: NAMES.length, maxLength: NAMES.length }),
      waiting: fc.nat(6),
    });
    fc.assert(
      fc.property(team, fc.func(fc.nat(1_000)), ({ order, held, waiting: count }, draw) => {
        const log = new Log().ready(...order);
        order.forEach((name, index) => {
          for (let each = 0; each < (held[index] ?? 0); each += 1) log.conversation(`${name}${each}`).take(name);
        });
        for (let each = 0; each < count; each += 1) log.conversation(`c${each}`, {}, { at: START_MS });
        const shuffled = new Log();
        shuffled.entries.push(...log.entries.toSorted((a, b) => draw(a.id) - draw(b.id)));
        const given = (some: Log): readonly (readonly [string, AgentId])[] => {
          const fold = some.fold();
          return decideAssignments(fold, seenIn(fold), NOW).map(({ conversation, to }) => [conversation.id, to]);
        };
        expect(given(shuffled)).toEqual(given(log));
      }),
      seeded(200),
    );
  });
});
