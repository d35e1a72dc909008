// A mark and the checksum of CRC-32 behind bytes, to tell a record that was damaged from one that was not.

const MARK = [0x64, 0x6d, 0xc5, 0x31] as const;
/** What a record has beyond its bytes. */
export const CHECKSUM_BYTES = MARK.length + 4;
/** Reflected. */
const POLYNOMIAL = 0xedb88320;

/** Four bytes at once, a table for each: a start checks all that is stored. */
const TABLES = new Uint32Array(4 * 256);
for (let byte = 0; byte < 256; byte += 1) {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
  TABLES[byte] = sum;
}
for (let at = 256; at < TABLES.length; at += 1) {
  const before = Number(TABLES[at - 256]);
  TABLES[at] = (before >>> 8) ^ Number(TABLES[before & 0xff]);
}

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView => new DataView(buffer, byteOffset, length);

const checksumOf = (bytes: Uint8Array): number => {
  const tables = TABLES;
  const view = viewOf(bytes);
  const inFours = bytes.length - (bytes.length % 4);
  let sum = 0xffffffff;
  for (let at = 0; at < inFours; at += 4) {
    sum ^= view.getUint32(at, true);
    sum =
      Number(tables[768 + (sum & 0xff)]) ^
      Number(tables[512 + ((sum >>> 8) & 0xff)]) ^
      Number(tables[256 + ((sum >>> 16) & 0xff)]) ^
      Number(tables[sum >>> 24]);
  }
  for (let at = inFours; at < bytes.length; at += 1)
    sum = (sum >>> 8) ^ Number(tables[(sum ^ Number(bytes[at])) & 0xff]);
  return ~sum >>> 0;
};

export const withChecksum = (bytes: Uint8Array): Uint8Array => {
  const record = new Uint8Array(bytes.length + CHECKSUM_BYTES);
  record.set(bytes);
  record.set(MARK, bytes.length);
  viewOf(record).setUint32(record.length - 4, checksumOf(bytes));
  return record;
};

export const isMarked = (record: Uint8Array): boolean =>
  record.length >= CHECKSUM_BYTES &&
  MARK.every((byte, index) => record[record.length - CHECKSUM_BYTES + index] === byte);

/** Without mark and checksum; null where it is not as it was written. */
export const soundPart = (record: Uint8Array): Uint8Array | null => {
  if (!isMarked(record)) return null;
  const bytes = record.subarray(0, record.length - CHECKSUM_BYTES);
  return viewOf(record).getUint32(record.length - 4) === checksumOf(bytes) ? bytes : null;
};
