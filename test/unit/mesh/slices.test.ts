// A document sent in slices is the document, whatever wrote it and wherever it is cut.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

import { type Cursor, deletionsOf, nextSlice, SLICE_BYTES } from '../../../src/mesh/slices.ts';

const slicesOf = (doc: Y.Doc, cursor: Cursor, budget?: number): Uint8Array[] => {
  const slices: Uint8Array[] = [];
  for (let slice = nextSlice(doc, cursor, null, budget); slice !== null; slice = nextSlice(doc, cursor, null, budget))
    slices.push(slice);
  return [...slices, deletionsOf(doc)];
};

const build = (slices: readonly Uint8Array[], into = new Y.Doc()): Y.Doc => {
  for (const slice of slices) Y.applyUpdate(into, slice);
  return into;
};

/** As text: quick to compare. */
const contentOf = (doc: Y.Doc): string =>
  JSON.stringify({
    list: doc.getArray('list').toJSON(),
    map: Object.entries(doc.getMap('map').toJSON()).sort(([a], [b]) => (a < b ? -1 : 1)),
    text: doc.getText('text').toJSON(),
    vector: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
  });

const singleWriter = (bytes: number): Y.Doc => {
  const doc = new Y.Doc();
  const entry = 'e'.repeat(1000);
  const log = new Y.Array<string>();
  doc.getMap('map').set('log', log);
  for (let at = 0; at < bytes; at += 500_000) doc.transact(() => log.push(Array.from({ length: 500 }, () => entry)));
  return doc;
};

type Act = {
  readonly writer: number;
  readonly kind: 'push' | 'set' | 'type' | 'cut' | 'meet';
  readonly at: number;
  readonly text: string;
};

const act = fc.record({
  writer: fc.nat(2),
  kind: fc.constantFrom<Act['kind']>('push', 'set', 'type', 'cut', 'meet'),
  at: fc.nat(30),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
});

const perform = (docs: readonly Y.Doc[], { writer, kind, at, text }: Act): void => {
  const doc = docs[writer] ?? new Y.Doc();
  const list = doc.getArray<string>('list');
  const words = doc.getText('text');
  if (kind === 'push')
    list.insert(
      Math.min(at, list.length),
      Array.from({ length: at + 1 }, () => text),
    );
  if (kind === 'set') doc.getMap('map').set(`key${at}`, text);
  if (kind === 'type') words.insert(Math.min(at, words.length), text.repeat(5));
  if (kind === 'cut' && list.length > 2) list.delete(1, Math.min(at, list.length - 2));
  if (kind === 'meet') for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
};

describe('slices', () => {
  test('any history, cut anywhere, gives the same document', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), fc.integer({ min: 1, max: 300 }), (acts, budget) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        for (const each of acts) perform(docs, each);
        const [doc = new Y.Doc()] = docs;
        expect(contentOf(build(slicesOf(doc, new Map(), budget)))).toEqual(contentOf(doc));
      }),
      { numRuns: 150 },
    );
  });

  test('who has a part gets the rest only', () => {
    const doc = singleWriter(2_000_000);
    const half = build([Y.encodeStateAsUpdate(doc)]);
    const before = Y.decodeStateVector(Y.encodeStateVector(half));
    doc.getArray<string>('list').push(['late']);
    const slices = slicesOf(doc, new Map(before));
    expect(slices.reduce((sum, slice) => sum + slice.length, 0)).toBeLessThan(200);
    expect(contentOf(build(slices, half)) === contentOf(doc)).toBe(true);
  });

  test('9 MB of one writer in one run come in bounded slices', () => {
    const doc = singleWriter(9_000_000);
    expect(doc.store.clients.get(doc.clientID)?.length).toBeLessThan(5);
    const slices = slicesOf(doc, new Map());
    expect(Math.max(...slices.map((slice) => slice.length))).toBeLessThan(SLICE_BYTES + 2_000);
    expect(slices.length).toBeGreaterThan(50);
    expect(contentOf(build(slices)) === contentOf(doc)).toBe(true);
  });

  test('a text is cut between characters, not within one', () => {
    const doc = new Y.Doc();
    doc.getText('text').insert(0, '😀'.repeat(5_000));
    expect(
      build(slicesOf(doc, new Map(), 333))
        .getText('text')
        .toJSON(),
    ).toBe('😀'.repeat(5_000));
  });
});
