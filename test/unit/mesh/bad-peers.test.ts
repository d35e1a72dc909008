// A member of the room that does not behave, among honest ones: it loses its connection, is named with the
// reason, and comes back later; the honest stay in step. The mesh's own code over pipes in memory.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';

import type { RefusedReason } from '../../../src/engine/ports.ts';
import { writeBeat } from '../../../src/mesh/beat.ts';
import { beatFrame, firstFrame, wholeFrame } from '../../../src/mesh/frame.ts';
import { writeAnswer, writeAsk, writeUpdate } from '../../../src/mesh/sync-message.ts';
import { announcementOf } from '../../support/mesh-station.ts';
import { MeshSimulation, type SimulatedPeer } from '../../support/mesh-simulation.ts';

vi.setConfig({ testTimeout: 30_000 });

type Bytes = Uint8Array<ArrayBuffer>;

let simulation: MeshSimulation;
let honest: SimulatedPeer;
let other: SimulatedPeer;
let bad: SimulatedPeer;

beforeEach(async () => {
  simulation = new MeshSimulation();
  [honest, other, bad] = simulation.add(3) as unknown as [SimulatedPeer, SimulatedPeer, SimulatedPeer];
  await simulation.run(6_000);
  expect([...honest.reached()].sort()).toEqual(['peer-n1', 'peer-n2']);
});

/** To the honest one alone. */
const send = (...frames: readonly Bytes[]): void => {
  for (const frame of frames) bad.ends.get(honest)?.send(frame);
};

const reasons = (): readonly RefusedReason[] => honest.neighbours.admission.refused().map(({ reason }) => reason);

const staysInStep = async (): Promise<void> => {
  honest.doc.getMap('test').set('honest', 1);
  other.doc.getMap('test').set('other', 2);
  await simulation.run(1_000);
  expect(honest.doc.getMap('test').toJSON()).toEqual({ honest: 1, other: 2 });
  expect(other.doc.getMap('test').toJSON()).toEqual({ honest: 1, other: 2 });
  expect(honest.ends.has(other)).toBe(true);
};

const beatOf = (about: ReturnType<typeof announcementOf> | null, more: object = {}): Bytes =>
  beatFrame(JSON.stringify({ ...JSON.parse(writeBeat({ ...EMPTY, about })), ...more }));

const EMPTY = {
  protocol: 1,
  turn: 1,
  about: null,
  sees: [],
  mark: 0,
  digest: null,
  pulse: 0,
  others: [],
  gone: [],
} as const;
const emptyState = (): Uint8Array => Y.encodeStateAsUpdate(new Y.Doc());
const change = (build: (doc: Y.Doc) => void, client?: number): Uint8Array => {
  const doc = new Y.Doc();
  if (client !== undefined) doc.clientID = client;
  build(doc);
  return Y.encodeStateAsUpdate(doc);
};
const flip = (bytes: Uint8Array, at: number): Uint8Array => {
  const flipped = bytes.slice();
  flipped[at] = (flipped[at] ?? 0) ^ 0x5a;
  return flipped;
};

const OFFENCES: readonly (readonly [string, RefusedReason, () => readonly Uint8Array[]])[] = [
  ['an empty message', 'unreadable', () => [Uint8Array.of()]],
  ['random bytes', 'unreadable', () => [crypto.getRandomValues(new Uint8Array(400)).fill(0x99, 0, 1)]],
  ['a truncated message', 'unreadable', () => [wholeFrame(writeUpdate(emptyState()).subarray(0, 3))]],
  ['a message of an unknown kind', 'unreadable', () => [wholeFrame(Uint8Array.of(77, 1))]],
  ['300 MB announced', 'tooLarge', () => [firstFrame(300_000_000, new Uint8Array(10))]],
  [
    'a byte that went bad on its way',
    'unreadable',
    () => [wholeFrame(flip(writeUpdate(change((doc) => doc.getMap('test').set('x', 'yyyyyy'))), 12))],
  ],
  [
    'a change cut short, well packed',
    'unreadable',
    () => [wholeFrame(writeUpdate(change((doc) => doc.getMap('test').set('x', 1)).subarray(0, 9)))],
  ],
  [
    'a change with a kind of value that no desk writes',
    'harmfulChange',
    () => [wholeFrame(writeUpdate(change((doc) => doc.getMap('test').set('x', new Uint8Array(9)))))],
  ],
  [
    'a document within the document',
    'unreadable',
    () => [wholeFrame(writeUpdate(change((doc) => doc.getMap('test').set('x', new Y.Doc()))))],
  ],
  [
    'a change in the name of the receiver',
    'harmfulChange',
    () => [wholeFrame(writeUpdate(change((doc) => doc.getMap('test').set('x', 1), honest.doc.clientID)))],
  ],
  [
    '10,000 messages a second',
    'tooMany',
    () => Array.from({ length: 5_000 }, () => wholeFrame(writeUpdate(emptyState()))),
  ],
  [
    'questions without end',
    'tooMany',
    () => Array.from({ length: 100 }, () => wholeFrame(writeAsk(Y.encodeStateVector(new Y.Doc())))),
  ],
  ['beats without end', 'tooMany', () => Array.from({ length: 500 }, () => beatOf(announcementOf('n2')))],
  [
    '40 names on one connection',
    'manyNames',
    () => Array.from({ length: 40 }, (_, each) => beatOf(announcementOf(`name-${each}`))),
  ],
  ['text instead of a beat', 'unreadable', () => [beatFrame('{bad')]],
];

describe('[W8] who sends what no desk sends', () => {
  test.each(OFFENCES)('%s: is cut off and named, and the honest stay in step', async (_, reason, build) => {
    send(...(build() as readonly Bytes[]));
    await simulation.run(500);
    expect(honest.ends.has(bad)).toBe(false);
    expect(honest.neighbours.admission.refused()).toMatchObject([
      { reason, device: expect.stringContaining('device-'), count: 1 },
    ]);
    expect(other.neighbours.admission.refused()).toEqual([]);
    await staysInStep();
  });

  test('is let in again after 5 s, and after ever longer times where it goes on', async () => {
    const times: number[] = [];
    for (let offence = 1; offence <= 3; offence += 1) {
      send(Uint8Array.of(99));
      await simulation.run(500);
      expect(honest.neighbours.admission.refused()).toMatchObject([{ count: offence }]);
      times.push((await simulation.until(() => honest.ends.has(bad), 200_000)) ?? Infinity);
      await simulation.run(2_000);
    }
    expect(times[0]).toBeLessThan(9_000);
    expect(times[1]).toBeGreaterThan(15_000);
    expect(times[2]).toBeGreaterThan(60_000);
    await staysInStep();
  });

  test('many who were refused are listed, the newest first, and no more than 20', async () => {
    const crowd = simulation.add(25);
    await simulation.run(10_000);
    for (const each of crowd) each.ends.get(honest)?.send(Uint8Array.of(99));
    await simulation.run(500);
    expect(honest.neighbours.admission.refused().length).toBe(20);
    expect(honest.neighbours.admission.refused()[0]?.device).toBe('device-n27');
  });
});

describe('who does nothing', () => {
  test('one that never answers a question is cut off as such, and who comes later is not held up by it', async () => {
    const late = new MeshSimulation();
    // It beats, and says nothing else.
    late.distort = (bytes, { name }) => (name === 'n0' && (bytes[0] ?? 0) < 4 ? null : bytes);
    const [mute, here] = late.add(2) as unknown as [SimulatedPeer, SimulatedPeer];
    await late.run(1_000);
    expect(here.ends.has(mute)).toBe(true);
    const [newcomer] = late.add(1) as unknown as [SimulatedPeer];
    newcomer.doc.getMap('test').set('new', 1);
    expect(await late.until(() => here.doc.getMap('test').has('new'), 8_000)).not.toBeNull();
    expect(await late.until(() => here.neighbours.admission.refused().length > 0, 60_000)).not.toBeNull();
    expect(here.neighbours.admission.refused()).toMatchObject([{ reason: 'noAnswer', device: 'device-n0' }]);
  });

  test('an answer that comes twice changes nothing', async () => {
    // Nor does it trip over the acknowledgements of what it never sent.
    simulation.distort = (bytes, from) => (from === honest && bytes[1] === 8 ? null : bytes);
    const answer = wholeFrame(writeAnswer(emptyState())) as Bytes;
    send(answer, answer, answer);
    await simulation.run(500);
    expect([reasons(), honest.ends.has(bad)]).toEqual([[], true]);
    expect(honest.events.filter(({ kind }) => kind === 'caughtUp').length).toBe(2);
    await staysInStep();
  });
});

describe('a peer of a later version', () => {
  test('is named, not cut off, and what this version does not know of it is passed over', async () => {
    send(beatOf(announcementOf('n2'), { protocol: 2, mood: 'good' }));
    send(Uint8Array.of(99, 1), wholeFrame(Uint8Array.of(77, 1)) as Bytes, Uint8Array.of(0x41, 1));
    await simulation.run(500);
    expect(honest.neighbours.admission.refused()).toEqual([
      { device: 'device-n2', reason: 'newerVersion', count: 1, backInMs: null },
    ]);
    expect(honest.ends.has(bad)).toBe(true);
    await staysInStep();
  });
});
