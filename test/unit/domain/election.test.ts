import fc from 'fast-check';
import { expect, test } from 'vitest';
import { electDispatcher } from '../../../src/domain/election.ts';
import { asAgentId, asDeviceId } from '../../../src/domain/ids.ts';
import type { VisiblePeer } from '../../../src/domain/presence-view.ts';
import { Log } from '../../support/log.ts';
import { seeded } from '../../support/seeded.ts';

const peer = (agent: string | null, name: string, except: Partial<VisiblePeer> = {}): VisiblePeer => ({
  peer: name,
  device: asDeviceId(`device of ${name}`),
  agent: agent === null ? null : asAgentId(agent),
  isStale: false,
  isCaughtUp: true,
  ...except,
});

/** Ann chose Ready first, then Ben; Cat is Away. */
const team = () => {
  const log = new Log().ready('ann', 'ben', 'cat');
  log.choose('cat', 'away');
  return log.fold().agents;
};

test('[DI2] the Ready choice that is first in the total order dispatches', () => {
  const elected = electDispatcher([peer('ben', 'p1'), peer('ann', 'p2'), peer('cat', 'p0')], team());
  expect(elected).toMatchObject({ agent: 'ann', peer: 'p2' });
});

test('[DI2] of one agent’s peers the smaller id', () => {
  expect(electDispatcher([peer('ann', 'p2'), peer('ann', 'p1'), peer('ann', 'p3')], team())?.peer).toBe('p1');
});

test('[DI1] only a peer of a Ready agent: nobody Ready, nobody dispatches', () => {
  expect(electDispatcher([peer('cat', 'p1'), peer(null, 'p2'), peer('stranger', 'p3')], team())).toBeNull();
  expect(electDispatcher([], team())).toBeNull();
});

test('[DI1] not one that is stale, and not one that has not caught up', () => {
  const peers = [peer('ann', 'p1', { isStale: true }), peer('ann', 'p2', { isCaughtUp: false }), peer('ben', 'p3')];
  expect(electDispatcher(peers, team())?.peer).toBe('p3');
});

test('[DI1] who turns Ready later does not take over; who turns Away gives over', () => {
  const log = new Log().ready('ann', 'ben');
  const peers = [peer('ann', 'p1'), peer('ben', 'p2')];
  expect(electDispatcher(peers, log.fold().agents)?.agent).toBe('ann');
  log.choose('ann', 'away');
  expect(electDispatcher(peers, log.fold().agents)?.agent).toBe('ben');
  log.choose('ann', 'ready');
  expect(electDispatcher(peers, log.fold().agents)?.agent).toBe('ben');
});

test('[DI2] the same view elects the same peer, in whatever order it is listed, and it is always one that may', () => {
  const agents = team();
  const anyPeer = fc.record({
    agent: fc.constantFrom('ann', 'ben', 'cat', null),
    isStale: fc.boolean(),
    isCaughtUp: fc.boolean(),
  });
  const views = fc
    .array(anyPeer, { maxLength: 8 })
    .map((some) => some.map(({ agent, ...flags }, index) => peer(agent, `p${index}`, flags)));
  fc.assert(
    fc.property(
      views.chain((view) => fc.tuple(fc.constant(view), fc.shuffledSubarray(view, { minLength: view.length }))),
      ([view, shuffled]) => {
        const elected = electDispatcher(view, agents);
        expect(electDispatcher(shuffled, agents)).toEqual(elected);
        const may = view.filter(
          ({ agent, isStale, isCaughtUp }) => !isStale && isCaughtUp && agent !== null && agent !== 'cat',
        );
        if (may.length === 0) expect(elected).toBeNull();
        else expect(may.map((each) => each.peer)).toContain(elected?.peer);
      },
    ),
    seeded(200),
  );
});
