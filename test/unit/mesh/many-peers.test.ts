// Thirty peers, and more than a peer has connections for: the mesh's own code over pipes in memory.

import { describe, expect, test } from 'vitest';

import { measureCrowd } from '../../support/many-peers.ts';
import { MeshSimulation, type SimulatedPeer } from '../../support/mesh-simulation.ts';

const LONG = { timeout: 120_000 };

const write = ({ doc }: SimulatedPeer, key: string): unknown => doc.getMap('test').set(key, 'ready');

const linksOf = (simulation: MeshSimulation): readonly number[] => simulation.peers.map(({ ends }) => ends.size);

describe('no flood', () => {
  test('30 peers in full mesh: a change costs at most 3 x 29 messages, and reaches all', LONG, async () => {
    const { mostLinks, leastReached, messagesAChange, isConverged } = await measureCrowd(30, undefined, 15_000);
    expect([mostLinks, leastReached, isConverged]).toEqual([29, 29, true]);
    expect(messagesAChange).toBeLessThanOrEqual(3 * 29);
    expect(messagesAChange).toBeGreaterThanOrEqual(29);
  });
});

describe('above the cap', () => {
  test('40 peers with 8 connections each stay one mesh: all hear of all, and all converge', LONG, async () => {
    const simulation = new MeshSimulation(8);
    const peers = simulation.add(40);
    await simulation.run(20_000);
    expect(Math.max(...linksOf(simulation))).toBeLessThanOrEqual(14);
    for (const peer of peers) expect(peer.reached().size).toBe(39);
    for (const peer of peers)
      expect(
        peer.neighbours.farCount + peer.neighbours.peers().filter(({ state }) => state === 'connected').length,
      ).toBe(39);
    const cost = await simulation.countMessages(() => write(peers[7] as SimulatedPeer, 'far'), 3_000);
    expect(simulation.isConverged()).toBe(true);
    // A peer gets it once from each of its neighbours at worst.
    expect(cost).toBeLessThanOrEqual(2 * 40 * 8);
    // Who goes is gone for all, who falls silent is lost for all.
    const [leaver, sleeper] = [peers[3], peers[4]] as unknown as [SimulatedPeer, SimulatedPeer];
    leaver.neighbours.part(true);
    leaver.isOff = true;
    simulation.reaches = (from, to) => from !== sleeper && to !== sleeper && from !== leaver && to !== leaver;
    await simulation.run(6_000);
    const others = peers.filter((peer) => peer !== leaver && peer !== sleeper);
    for (const { events } of others)
      expect(events).toContainEqual(expect.objectContaining({ kind: 'farewell', peer: 'peer-n3' }));
    await simulation.run(20_000);
    for (const peer of others) expect([peer.name, peer.reached().has('peer-n4')]).toEqual([peer.name, false]);
    write(others[0] as SimulatedPeer, 'after');
    await simulation.run(5_000);
    expect(others.filter(({ doc }) => !doc.getMap('test').has('after'))).toEqual([]);
  });
});
