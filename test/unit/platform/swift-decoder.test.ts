// The decoder of stored changes gives what Yjs' own gives, for any value.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

import { SwiftDecoder } from '../../../src/platform/swift-decoder.ts';

const updateOf = (values: readonly unknown[]): Uint8Array => {
  const doc = new Y.Doc();
  doc.getArray('values').push([...values]);
  return Y.encodeStateAsUpdate(doc);
};

const readBy = (apply: (doc: Y.Doc) => void): unknown => {
  const doc = new Y.Doc();
  apply(doc);
  return doc.getArray('values').toArray();
};

const swiftly = (update: Uint8Array): unknown => readBy((doc) => Y.applyUpdateV2(doc, update, null, SwiftDecoder));

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ maxLength: 40 }));
const value = fc.anything({ key: text, values: [text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)] });

describe('a stored change', () => {
  test('is read as Yjs reads it, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), (values) => {
        const update = updateOf(values);
        expect(swiftly(update)).toEqual(readBy((doc) => Y.applyUpdate(doc, update)));
      }),
      { numRuns: 60 },
    );
  });

  test('with words that share a place in what is remembered', () => {
    const values = Array.from({ length: 20_000 }, (_, index) => ({ [`k${index % 300}`]: `word-${index % 9_000}` }));
    expect(swiftly(updateOf(values))).toEqual(values);
  });

  test('that was cut short or holds what is no text is refused, as Yjs refuses it', () => {
    const update = updateOf([{ key: 'a short word', long: 'x'.repeat(100) }]);
    const isRefused = (bytes: Uint8Array): boolean => {
      try {
        swiftly(bytes);
        return false;
      } catch {
        return true;
      }
    };
    for (let length = 12; length < update.length - 2; length += 1)
      expect(isRefused(update.subarray(0, length))).toBe(true);
    const broken = update.slice();
    broken[broken.indexOf('s'.charCodeAt(0))] = 0xff;
    expect(isRefused(broken)).toBe(true);
  });
});
