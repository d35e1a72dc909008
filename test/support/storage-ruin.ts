// Stores of 500 records and every kind of damage to them, drawn by a seed: the same seed gives the same
// store. Most records are logs of their own, so that each can be looked for; the last build on each other.

import * as Y from 'yjs';
import { withChecksum } from '../../src/storage/checksum.ts';

export const RECORDS = 500;
const CHAIN = 100;
/** In every third store so many are merged into one, with their former generation beside it. */
const MERGED = 60;

export type Draw = (below: number) => number;

/** Mulberry32: small, and the same everywhere. */
export const drawing = (seed: number): Draw => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

export interface Row {
  readonly key: IDBValidKey;
  readonly value: unknown;
}

export interface Sound {
  /** By place: what each record says. */
  readonly texts: readonly string[];
  /** As they are stored, each with its checksum. */
  readonly rows: readonly Row[];
  /** The same, the first of them merged, with what they were merged of beside them. */
  readonly mergedRows: readonly Row[];
  readonly former: Row;
  /** All values in which nothing is damaged. */
  readonly records: ReadonlySet<unknown>;
  /** What a teammate has. */
  readonly whole: Uint8Array;
}

const updateOf = (index: number, text: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = index + 1;
  doc.getMap('logs').set(`log ${index}`, new Y.Array());
  (doc.getMap('logs').get(`log ${index}`) as Y.Array<string>).push([text]);
  return Y.encodeStateAsUpdate(doc);
};

const chainOf = (texts: readonly string[]): Uint8Array[] => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const text of texts) doc.getArray('chain').push([text]);
  return updates;
};

export const soundStore = (): Sound => {
  const texts = Array.from({ length: RECORDS }, (_, index) => `What customer ${index} wrote, a sentence or two.`);
  const single = texts.slice(0, -CHAIN).map((text, index) => updateOf(index, text));
  const updates = [...single, ...chainOf(texts.slice(-CHAIN))];
  const rows = updates.map((update, index) => ({ key: index + 1, value: withChecksum(update) }));
  const merged = { key: 1, value: withChecksum(Y.mergeUpdates(updates.slice(0, MERGED))) };
  return {
    texts,
    rows,
    mergedRows: [merged, ...rows.slice(MERGED)],
    former: { key: 'former-1', value: rows.slice(0, MERGED).map(({ value }) => value) },
    records: new Set([...rows, merged].map(({ value }) => value)),
    whole: Y.mergeUpdates(updates),
  };
};

/** Every text that a document shows. */
export const textsIn = (doc: Y.Doc): string[] => {
  const logs = [...doc.getMap('logs').values()].flatMap((log) => (log as Y.Array<string>).toArray());
  return [...logs, ...(doc.getArray('chain').toArray() as string[])];
};

const bytesOf = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array());

const altered = (value: unknown, draw: Draw, count: number): Uint8Array => {
  const bytes = bytesOf(value).slice();
  for (let turn = 0; turn < count && bytes.length > 0; turn += 1) {
    const at = draw(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 + draw(255));
  }
  return bytes;
};

/** Each damages for certain. `undefined`: gone. */
const DAMAGES: readonly ((value: unknown, draw: Draw) => unknown)[] = [
  (value, draw) => altered(value, draw, 1),
  (value, draw) => Uint8Array.from([...altered(value, draw, 20), draw(256)]),
  // Not by exactly the checksum: what is left then is whole.
  (value, draw) => bytesOf(value).slice(0, -9 - draw(30)),
  (value, draw) => bytesOf(value).slice(1 + draw(20)),
  (value, draw) => Uint8Array.from([...bytesOf(value), ...Array.from({ length: 1 + draw(40) }, () => draw(256))]),
  (value) => new Uint8Array(bytesOf(value).length),
  (_, draw) => Uint8Array.from({ length: draw(400) }, () => 128 + draw(128)),
  () => new Uint8Array(),
  () => null,
  () => 'text',
  (_, draw) => draw(1000),
  (value) => ({ value }),
  (value) => [value],
  () => new ArrayBuffer(64),
  () => undefined,
];

export interface Ruin {
  readonly updates: readonly Row[];
  readonly custom: readonly Row[];
  /** Places of records that nobody damaged, the chain left out. */
  readonly sound: readonly number[];
}

export const ruin = (store: Sound, draw: Draw): Ruin => {
  const isMerged = draw(3) === 0;
  const rows = { updates: [...(isMerged ? store.mergedRows : store.rows)], custom: isMerged ? [store.former] : [] };
  const damaged = new Set<number>();
  const count = 1 + draw(draw(4) === 0 ? 300 : 20);
  for (let turn = 0; turn < count; turn += 1) damaged.add(draw(rows.updates.length));
  for (const at of damaged) {
    const row = rows.updates[at];
    const damage = DAMAGES[draw(DAMAGES.length)];
    if (row !== undefined && damage !== undefined) rows.updates[at] = { ...row, value: damage(row.value, draw) };
  }
  // A record that nobody of this desk wrote, and rubbish where the former generations are.
  if (draw(5) === 0) rows.updates.push({ key: 'a key of words', value: new Uint8Array([1]) });
  if (draw(5) === 0) rows.custom.push({ key: 'former-2', value: 'text' }, { key: 'former-x', value: null });
  const shift = isMerged ? MERGED - 1 : 0;
  const isSound = (place: number): boolean => place < (isMerged ? MERGED : 0) || !damaged.has(place - shift);
  const places = Array.from({ length: RECORDS - CHAIN }, (_, place) => place);
  return {
    updates: rows.updates.filter(({ value }) => value !== undefined),
    custom: rows.custom,
    sound: places.filter(isSound),
  };
};
