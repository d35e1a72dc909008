// With whom a page speaks that is given a room and nothing else: with nobody that it was not told of.

import { afterEach, beforeEach, expect, inject, test } from 'vitest';

import { FrameWorld, haveMet } from '../support/mesh-frames.ts';

let world: FrameWorld;

beforeEach(() => {
  world = new FrameWorld();
});

afterEach(() => world.close());

test('[W12] peers meet through the rendezvous they were given, and ask no STUN server', async () => {
  const [a, b] = [await world.open('a'), await world.open('b')];
  for (const { station } of [a, b]) station.mesh.connect();
  await haveMet(a.station, b.station);
  for (const { page } of [a, b]) {
    expect(new Set(page.sockets.map(({ url }) => url))).toEqual(new Set([inject('rendezvous').url]));
    expect(page.connections.length).toBeGreaterThan(0);
    for (const connection of page.connections) expect(connection.getConfiguration().iceServers).toEqual([]);
  }
});

test('[W12] without a rendezvous nothing is asked of anybody', async () => {
  const alone = await world.open('alone', 'alone', []);
  alone.station.mesh.connect();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect([alone.page.sockets.length, alone.page.connections.length]).toEqual([0, 0]);
});
