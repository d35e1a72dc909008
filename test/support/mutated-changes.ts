// Changes of which some bytes were changed at random, and a session that they are given to.

import * as Y from 'yjs';

import { Malformed } from '../../src/mesh/malformed.ts';
import { SyncSession } from '../../src/mesh/sync-session.ts';

/** A document behind the gate, with nobody at the other end. */
export const openSession = (): { readonly doc: Y.Doc; readonly session: SyncSession } => {
  const doc = new Y.Doc();
  const events = { caughtUp() {}, changed() {}, compared() {}, asked() {}, now: () => 0 };
  return { doc, session: new SyncSession(doc, { queuedBytes: 0, post() {} }, events) };
};

/** `count` copies of a change with up to three bytes changed. */
export const mutated = function* (good: Uint8Array, count: number): Iterable<Uint8Array> {
  for (let round = 0; round < count; round += 1) {
    const bad = Uint8Array.from(good);
    for (let each = 0; each <= round % 3; each += 1)
      bad[Math.floor(Math.random() * bad.length)] = Math.floor(Math.random() * 256);
    if (!bad.every((byte, at) => byte === good[at])) yield bad;
  }
};

/** What stood, and a change to it. */
export const history = (): { readonly before: Uint8Array; readonly change: Uint8Array } => {
  const source = new Y.Doc();
  const log = new Y.Array<unknown>();
  source.getMap('logs').set('log', log);
  for (let each = 0; each < 10; each += 1) log.push([{ id: `id-${each}`, text: `some words ${each}` }]);
  const before = Y.encodeStateAsUpdate(source);
  const vector = Y.encodeStateVector(source);
  log.push([{ id: 'last', text: 'the last words' }]);
  source.getMap('logs').set('another', new Y.Array());
  return { before, change: Y.encodeStateAsUpdate(source, vector) };
};

/** Throws what is no `Malformed`. */
export const refuses = (session: SyncSession, message: Uint8Array): boolean => {
  try {
    session.receive(message);
    return false;
  } catch (error) {
    if (error instanceof Malformed) return true;
    throw error;
  }
};
