// A mark and the checksum of CRC-32 behind bytes, to tell a record that was damaged from one that was not.

const MARK = [0x64, 0x6d, 0xc5, 0x31] as const;
const TAIL = MARK.length + 4;
/** Reflected. */
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

export const withChecksum = (bytes: Uint8Array): Uint8Array => {
  const record = new Uint8Array(bytes.length + TAIL);
  record.set(bytes);
  record.set(MARK, bytes.length);
  viewOf(record).setUint32(record.length - 4, checksumOf(bytes));
  return record;
};

export const isMarked = (record: Uint8Array): boolean =>
  record.length >= TAIL && MARK.every((byte, index) => record[record.length - TAIL + index] === byte);

/** Without mark and checksum; null where it is not as it was written. */
export const soundPart = (record: Uint8Array): Uint8Array | null => {
  if (!isMarked(record)) return null;
  const bytes = record.subarray(0, record.length - TAIL);
  return viewOf(record).getUint32(record.length - 4) === checksumOf(bytes) ? bytes : null;
};
