// A real divergence: one replica holds another text under the same entry, as a byte that went bad leaves it.
// The state vectors are equal, so no question finds it.

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

import { asAgentId, asDeviceId, asWallMs } from '../../../src/domain/ids.ts';
import { LogDigests } from '../../../src/mesh/log-digests.ts';
import { Replica } from '../../../src/replica/replica.ts';
import { MeshSimulation, type SimulatedPeer } from '../../support/mesh-simulation.ts';

const AT = asWallMs(Date.UTC(2026, 10, 22));
const ANN = asAgentId('ann');

const replicaOf = ({ doc, name }: SimulatedPeer): Replica => {
  let tokens = 0;
  return new Replica({ doc, device: asDeviceId(`device-${name}`), token: () => `${name}-${(tokens += 1)}` });
};

const say = (replica: Replica, text: string): unknown => replica.write(ANN, [{ kind: 'chat', room: 'team', text }], AT);

/** Everything that the logs hold, each thing once. */
const entriesOf = ({ doc }: { readonly doc: Y.Doc }): readonly string[] =>
  [
    ...new Set(
      Object.values(doc.getMap('logs').toJSON()).flatMap((log: unknown[]) => log.map((each) => JSON.stringify(each))),
    ),
  ].sort();

const textsOf = (peer: SimulatedPeer): readonly string[] =>
  entriesOf(peer)
    .flatMap((entry) => /"x":"(.*?)"/.exec(entry)?.[1] ?? [])
    .sort();

/** Puts one word for another in what goes by; both are of the same length. */
const swap = (bytes: Uint8Array<ArrayBuffer>, from: string, to: string): Uint8Array<ArrayBuffer> => {
  const at = Buffer.from(bytes).indexOf(from);
  if (at < 0) return bytes;
  const changed = bytes.slice();
  changed.set(Buffer.from(to), at);
  return changed;
};

const diverged = async (count: number) => {
  const simulation = new MeshSimulation();
  const peers = simulation.add(count);
  const [first, second] = peers as readonly [SimulatedPeer, SimulatedPeer];
  const replicas = peers.map(replicaOf);
  await simulation.run(8_000);
  say(replicas[1] as Replica, 'before');
  await simulation.run(1_000);
  // In the second's store alone.
  first.doc.once('update', (update: Uint8Array) => {
    Y.applyUpdate(second.doc, swap(Uint8Array.from(update), 'truth', 'tooth'));
  });
  say(replicas[0] as Replica, 'the truth');
  await simulation.run(1_000);
  return { simulation, peers, first, second, replicas };
};

const vectorOf = ({ doc }: SimulatedPeer): string =>
  JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b));

describe('equal state vectors, other content', () => {
  test('is found, and both copies are on both sides in the end', async () => {
    const { simulation, first, second, replicas } = await diverged(2);
    expect(vectorOf(first)).toBe(vectorOf(second));
    expect([textsOf(first), textsOf(second)]).toEqual([
      ['before', 'the truth'],
      ['before', 'the tooth'],
    ]);
    const taken = await simulation.until(() => textsOf(first).length === 3 && textsOf(second).length === 3, 30_000);
    expect(taken).not.toBeNull();
    await simulation.run(5_000);
    expect(entriesOf(first)).toEqual(entriesOf(second));
    // The writer is still the writer: the fold sees its device in the mended log too.
    expect(replicas.map(({ size, skipped }) => [size, skipped.size])).toEqual([
      [3, 0],
      [3, 0],
    ]);
  });

  test('of three, each copy is written beside once, and there is peace afterwards', async () => {
    const { simulation, peers } = await diverged(3);
    await simulation.run(60_000);
    expect(new Set(peers.map((peer) => JSON.stringify(entriesOf(peer)))).size).toBe(1);
    const mended = peers.map(
      ({ doc }) => [...doc.getMap('logs').keys()].filter((key) => key.includes('mended')).length,
    );
    expect(mended).toEqual([2, 2, 2]);
    // Each of the six asks now and then: a question, an answer, an acknowledgement.
    expect(await simulation.countMessages(() => undefined, 20_000)).toBeLessThanOrEqual(18);
  });

  test('a whole log that another store has lost comes back', async () => {
    const simulation = new MeshSimulation();
    const [first, second] = simulation.add(2) as readonly [SimulatedPeer, SimulatedPeer];
    const replica = replicaOf(first);
    for (let each = 0; each < 1_200; each += 1) say(replica, `word ${each}`);
    Y.applyUpdate(second.doc, Y.encodeStateAsUpdate(first.doc));
    // As a store leaves it that lost its values and kept its structs.
    for (const structs of second.doc.store.clients.values())
      for (const struct of structs)
        if (struct instanceof Y.Item && struct.content instanceof Y.ContentAny)
          struct.content.arr = struct.content.arr.map(() => 0);
    expect(entriesOf(second)).toEqual(['0']);
    await simulation.until(() => entriesOf(second).length > 1_200, 40_000);
    await simulation.run(5_000);
    expect(entriesOf(second)).toEqual(entriesOf(first));
  });

  test('digests say the same of the same entries, also when they were worked out bit by bit', async () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    const [early, late] = [new LogDigests(a), new LogDigests(b)];
    const replica = new Replica({ doc: a, device: asDeviceId('d'), token: () => 'session' });
    for (let each = 0; each < 50; each += 1) {
      say(replica, `word ${each}`);
      while (early.work());
    }
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    expect(late.digest).toBeNull();
    while (late.work());
    expect(late.digest).toBe(early.digest);
    say(replica, 'one more');
    while (early.work());
    expect(late.digest).not.toBe(early.digest);
  });

  test('a long log is read in portions, and what comes between them counts', () => {
    const doc = new Y.Doc();
    const replica = new Replica({ doc, device: asDeviceId('d'), token: () => 'session' });
    for (let each = 0; each < 950; each += 1) say(replica, `word ${each}`);
    const digests = new LogDigests(doc);
    let portions = 0;
    while (digests.work()) {
      portions += 1;
      if (portions === 4) say(replica, 'in between');
    }
    expect(portions).toBeGreaterThan(9);
    const anew = new LogDigests(doc);
    while (anew.work());
    expect(digests.digest).toBe(anew.digest);
  });
});
