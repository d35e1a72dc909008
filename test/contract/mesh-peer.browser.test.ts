// Two attempts that are to become one connection, with what they say to each other carried by hand.

import { afterEach, expect, test } from 'vitest';

import type { ConnectionHome } from '../../src/mesh/connection.ts';
import { Peer } from '../../src/mesh/peer.ts';
import { until } from '../support/mesh-frames.ts';

const peers: Peer[] = [];

afterEach(() => {
  for (const peer of peers.splice(0)) peer.close();
});

/** One side; `offers` as the mesh's rule would have it. */
const open = (offers: boolean, initiator: boolean): Peer => {
  const home: ConnectionHome = {
    offers: () => offers,
    peerBorn: () => undefined,
    peerOpened: () => undefined,
    peerClosed: () => undefined,
  };
  const peer = new Peer({ initiator, config: {}, home });
  peers.push(peer);
  return peer;
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('[W2] an offer that nobody heard is said again, with the candidates found meanwhile', async () => {
  const [offering, called] = [open(true, true), open(false, false)];
  let isHeard = false;
  let lost = 0;
  offering.on('signal', (signal) => void (isHeard ? called.signal(signal) : (lost += 1)));
  called.on('signal', (signal) => offering.signal(signal));
  await until(() => expect(lost).toBeGreaterThan(0));
  await wait(200);
  isHeard = true;
  offering.repeat();
  await until(() => expect([offering.isOpen, called.isOpen]).toEqual([true, true]), 3_000);
});

test('[W2] a call is said again, and answered with the offer that was lost', async () => {
  const [offering, calling] = [open(true, false), open(false, true)];
  let isHeard = false;
  let lost = 0;
  calling.on('signal', (signal) => offering.signal(signal));
  offering.on('signal', (signal) => void (isHeard ? calling.signal(signal) : (lost += 1)));
  await until(() => expect(lost).toBeGreaterThan(0));
  await wait(200);
  isHeard = true;
  calling.repeat();
  await until(() => expect([offering.isOpen, calling.isOpen]).toEqual([true, true]), 3_000);
  const before = lost;
  offering.on('signal', () => (lost += 1));
  for (const peer of [offering, calling]) peer.repeat();
  await wait(100);
  expect(lost).toBe(before);
});
