// A document in bytes and back, in short tasks; what is no copy of a team is not taken.

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { copyOf, mergeCopy } from '../../../src/storage/document-copy.ts';

const ENTRIES = 60_000;

const largeTeam = (): Y.Doc => {
  const doc = new Y.Doc();
  for (let log = 0; log < ENTRIES / 2000; log += 1) {
    const entries = Array.from({ length: 2000 }, (_, at) => ({
      i: `entry-${log}-${at}`,
      x: 'Where is my parcel, please?',
    }));
    const array = new Y.Array<unknown>();
    doc.getMap('logs').set(`log-${log}`, array);
    array.push(entries);
  }
  return doc;
};

/** The longest task while the work is under way. */
const longestTaskMs = async (work: () => Promise<unknown>): Promise<number> => {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  isOver = true;
  return longest;
};

test('a large team goes out and comes in again while the page answers', async () => {
  const doc = largeTeam();
  const other = new Y.Doc();
  let copy = new Uint8Array();
  const outMs = await longestTaskMs(async () => (copy = new Uint8Array(await copyOf(doc))));
  const inMs = await longestTaskMs(async () => expect(await mergeCopy(other, copy)).toBe(true));
  expect(other.getMap('logs').toJSON()).toEqual(doc.getMap('logs').toJSON());
  expect(outMs).toBeLessThan(100);
  expect(inMs).toBeLessThan(100);
}, 30_000);

test('one that an earlier version made, in a single update, is taken too', async () => {
  const doc = new Y.Doc();
  doc.getMap('logs').set('log', new Y.Array());
  const other = new Y.Doc();
  expect(await mergeCopy(other, Y.encodeStateAsUpdate(doc))).toBe(true);
  expect([...other.getMap('logs').keys()]).toEqual(['log']);
});

test('[CO1] what is no copy of a team leaves the document as it was', async () => {
  const doc = new Y.Doc();
  doc.getMap('logs').set('log', new Y.Array());
  const before = Y.encodeStateAsUpdate(doc);
  const stranger = new Y.Doc();
  stranger.getArray('elsewhere').push(['something']);
  expect(await mergeCopy(doc, await copyOf(stranger))).toBe(false);
  expect(await mergeCopy(doc, Uint8Array.of(9, 9, 9))).toBe(false);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});
