// A stored record is a Yjs update with a mark and a checksum behind it. Yjs stops reading at the end of
// the update, so y-indexeddb can open what stands here. Decides which records may be believed: those
// whose checksum is right, and those without a mark (of y-indexeddb, or of the desk before it had
// checksums) that are an update to their very last byte. A flipped bit in the middle of a word would
// otherwise be read as another word, on this replica alone.

import { createDecoder } from 'lib0/decoding';
import { decodeUpdateV2, UpdateDecoderV1 } from 'yjs';
import { isMarked, soundPart } from './checksum.ts';

/** Read to the end without being applied: Yjs itself applies the first half before it finds out. */
const isWhole = (update: Uint8Array): boolean => {
  const decoder = createDecoder(update);
  class Whole extends UpdateDecoderV1 {
    constructor() {
      super(decoder);
    }
  }
  try {
    decodeUpdateV2(update, Whole);
    return decoder.pos === update.length;
  } catch {
    return false;
  }
};

export interface CheckedRecord {
  readonly update: Uint8Array;
  /** False where it came without a checksum. */
  readonly hasChecksum: boolean;
}

/** Null for what is not to be believed. */
export const checkRecord = (value: unknown): CheckedRecord | null => {
  if (!(value instanceof Uint8Array)) return null;
  if (!isMarked(value)) return isWhole(value) ? { update: value, hasChecksum: false } : null;
  const update = soundPart(value);
  return update === null ? null : { update, hasChecksum: true };
};
