// Links for customers and blocked customers, as the fold of their entries.

import { expect, test } from 'vitest';

import { AskLinks } from '../../../src/domain/ask-links.ts';
import { bridgeOrder } from '../../../src/domain/bridging.ts';
import type { AskEntry } from '../../../src/domain/entry.ts';
import { asAgentId, asDeviceId, asEntryId, asWallMs } from '../../../src/domain/ids.ts';

const header = (lamport: number) => ({
  id: asEntryId(`e${lamport}`),
  device: asDeviceId('d'),
  agent: asAgentId('ann'),
  lamport,
  at: asWallMs(lamport),
});
const made: AskEntry = {
  ...header(1),
  kind: 'askLinkMade',
  link: 'l1',
  name: 'Counter',
  knockKey: 'k',
  publicKey: 'p',
  privateKey: 's',
};
const revoked: AskEntry = { ...header(2), kind: 'askLinkRevoked', link: 'l1' };
const block = (lamport: number, isBlocked: boolean): AskEntry => ({
  ...header(lamport),
  kind: 'customerBlocked',
  key: 'ask/t',
  isBlocked,
});

const after = (entries: readonly AskEntry[]): AskLinks => {
  const links = new AskLinks();
  for (const entry of entries) links.add(entry);
  return links;
};

test('[AK6] a link that was taken back stays so, in whatever order that is heard', () => {
  expect([...after([made]).standing.keys()]).toEqual(['l1']);
  expect(after([made, revoked]).standing.size).toBe(0);
  expect(after([revoked, made, made]).standing.size).toBe(0);
});

test('[AK6] of blocks and their lifting the last in the total order stands', () => {
  expect(after([block(1, true)]).isBlocked('ask/t')).toBe(true);
  expect(after([block(2, false), block(1, true)]).isBlocked('ask/t')).toBe(false);
  expect(after([block(1, true)]).isBlocked('ask/u')).toBe(false);
});

test('[AK3] the holder’s peer comes first, then the dispatcher, then the others, and the silent last', () => {
  const peer = (name: string, agent: string | null, isStale = false) => ({
    peer: name,
    device: asDeviceId(name),
    agent: agent === null ? null : asAgentId(agent),
    isStale,
    isCaughtUp: true,
  });
  const peers = [peer('c', 'cy'), peer('a', 'ann', true), peer('b', 'ben'), peer('d', 'dot'), peer('e', null)];
  expect(bridgeOrder(peers, asAgentId('dot'), 'b')).toEqual(['d', 'b', 'c', 'a']);
  expect(bridgeOrder(peers, asAgentId('ann'), 'b')).toEqual(['b', 'c', 'd', 'a']);
  expect(bridgeOrder(peers, null, null)).toEqual(['b', 'c', 'd', 'a']);
});
