// The encoder of values writes what lib0's own writes, byte for byte, for any value.

import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';

import { SwiftEncoder } from '../../../src/platform/swift-encoder.ts';

/** As text: two long arrays of bytes take seconds to compare. */
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const byLib0 = (value: unknown): string =>
  hex(encoding.encode((encoder) => encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1])));

const swiftly = (value: unknown, encoder = new SwiftEncoder()): string => {
  encoder.clear();
  encoder.writeAny(value);
  return hex(encoder.written);
};

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 40 }));
const number = fc.oneof(fc.integer(), fc.double(), fc.float(), fc.maxSafeInteger());
const value = fc.anything({
  key: text,
  values: [text, number, fc.boolean(), fc.constantFrom(null, undefined, 0, -0), fc.uint8Array(), fc.bigInt(-9n, 9n)],
});

test('any value is written as lib0 writes it', () => {
  const encoder = new SwiftEncoder();
  fc.assert(
    fc.property(value, (each) => {
      expect(swiftly(each, encoder)).toBe(byLib0(each));
    }),
    { numRuns: 500 },
  );
});

test('so is a text around each length at which its own length takes a byte more, in one byte a letter and in three', () => {
  const encoder = new SwiftEncoder();
  for (const letter of ['a', '豆', '\ud800'])
    for (const length of [0, 1, 23, 24, 25, 42, 43, 127, 128, 5_461, 5_462, 16_383, 16_384, 100_000])
      expect(swiftly(letter.repeat(length), encoder)).toBe(byLib0(letter.repeat(length)));
});

test('several values follow each other, and a buffer that was too small holds what it held', () => {
  const encoder = new SwiftEncoder();
  const values = Array.from({ length: 9_000 }, (_, index) => ({ id: `value ${index}`, at: index * 1_000_003 }));
  for (const each of values) encoder.writeAny(each);
  const expected = encoding.encode((own) => {
    for (const each of values) encoding.writeAny(own, each);
  });
  expect(encoder.length).toBe(expected.length);
  expect(hex(encoder.written)).toBe(hex(expected));
});
