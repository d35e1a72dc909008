// A stored record is a Yjs update with a mark and a checksum behind it. Yjs stops reading at the end of
// the update, so y-indexeddb can open what stands here. Decides which records may be believed: those
// whose checksum is right, and those without a mark (of y-indexeddb, or of the desk before it had
// checksums) that are an update to their very last byte. A flipped bit in the middle of a word would
// otherwise be read as another word, on this replica alone.

import { createDecoder } from 'lib0/decoding';
import { decodeUpdateV2, UpdateDecoderV1 } from 'yjs';

const MARK = [0x64, 0x6d, 0xc5, 0x31] as const;
const TAIL = MARK.length + 4;
/** The checksum of CRC-32, reflected. */
const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
  return sum;
});

const checksumOf = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0);
  return ~sum >>> 0;
};

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView => new DataView(buffer, byteOffset, length);

export const withChecksum = (update: Uint8Array): Uint8Array => {
  const record = new Uint8Array(update.length + TAIL);
  record.set(update);
  record.set(MARK, update.length);
  viewOf(record).setUint32(record.length - 4, checksumOf(update));
  return record;
};

const isMarked = (record: Uint8Array): boolean =>
  record.length >= TAIL && MARK.every((byte, index) => record[record.length - TAIL + index] === byte);

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
  const update = value.subarray(0, value.length - TAIL);
  const isRight = viewOf(value).getUint32(value.length - 4) === checksumOf(update);
  return isRight ? { update, hasChecksum: true } : null;
};
