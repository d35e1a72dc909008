// What may be believed of a stored record: nothing that has changed since it was written.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { checkRecord } from '../../../src/storage/checked-record.ts';
import { withChecksum } from '../../../src/storage/checksum.ts';

const updateOf = (text: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = 7;
  doc.getArray('log').push([text, 'second']);
  doc.getArray('log').delete(1);
  return Y.encodeStateAsUpdate(doc);
};

describe('a record with a checksum', () => {
  it('is CRC-32 over the update, behind a mark', () => {
    const record = withChecksum(new TextEncoder().encode('123456789'));
    expect(record.slice(-8)).toEqual(Uint8Array.of(0x64, 0x6d, 0xc5, 0x31, 0xcb, 0xf4, 0x39, 0x26));
  });

  it('[I1] gives back what went in, and is an update for Yjs as it stands', () => {
    const update = updateOf('a word');
    const record = withChecksum(update);
    expect(checkRecord(record)).toEqual({ update, hasChecksum: true });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, record);
    expect(doc.getArray('log').toArray()).toEqual(['a word']);
  });

  it('[I1] is not believed with any single byte changed, or with any end missing', () => {
    const record = withChecksum(updateOf('a word'));
    for (let at = 0; at < record.length; at += 1) {
      for (const bit of [1, 128]) {
        const changed = record.map((byte, index) => (index === at ? byte ^ bit : byte));
        expect(checkRecord(changed)).toBeNull();
      }
    }
    const whole = record.length - 8;
    const cut = Array.from({ length: record.length }, (_, length) => checkRecord(record.slice(0, length)));
    // Without mark and checksum it is what was stored before there were any.
    expect(cut.map((checked, length) => (checked === null ? -1 : length)).filter((length) => length >= 0)).toEqual([
      whole,
    ]);
  });

  it('[I1] is not believed after any damage whatever, or else it is what was written', () => {
    const update = updateOf('a longer word for a customer to write');
    const record = withChecksum(update);
    const change = fc.record({ at: fc.nat(record.length - 1), byte: fc.nat(255) });
    const damage = fc.tuple(fc.array(change, { minLength: 1, maxLength: 20 }), fc.nat(record.length));
    const isHonest = fc.property(damage, ([changes, length]) => {
      const damaged = record.slice(0, length);
      for (const { at, byte } of changes) if (at < length) damaged[at] = byte;
      const checked = checkRecord(damaged);
      // Cut to the very byte where checksums begin, it looks as before there were any.
      return checked === null || !checked.hasChecksum || String(checked.update) === String(update);
    });
    expect(fc.check(isHonest, { numRuns: 3000 }).counterexample).toBeNull();
  });

  it('[I1] is nothing but bytes', () => {
    for (const value of [null, undefined, 7, 'text', {}, [1, 2], new ArrayBuffer(8), new Uint8Array()]) {
      expect(checkRecord(value)).toBeNull();
    }
  });
});
