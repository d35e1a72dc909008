// The second copy's file: a head, then frames, one behind the other, only ever appended to. A frame is the
// length of a record, the record with its checksum (checksum.ts), and the length again, so that the last ones
// are found from the end. A record is a Yjs update, or a state vector: all that it names is in the copy by then.
// Decides what of such a file may be believed: frames whose checksum is right, also those behind one that is
// damaged or was torn by a crash.

import { CHECKSUM_BYTES, soundPart, withChecksum } from './checksum.ts';

export interface Frame {
  readonly kind: 'update' | 'state';
  readonly bytes: Uint8Array;
}

const MAGIC = [0x44, 0x4d, 0x43, 0x4f, 0x50, 0x59, 0x30, 0x31] as const;
export const HEAD_BYTES = MAGIC.length + 8;
const LENGTH_BYTES = 4;
const KIND_BYTES = 1;
const KINDS = { update: 1, state: 2 } as const;
/** What a frame has beyond what it holds. */
const OVERHEAD = 2 * LENGTH_BYTES + KIND_BYTES + CHECKSUM_BYTES;

/** Behind an end that was torn: what follows could else be taken for the rest of it. */
export const DIVIDER = Uint8Array.of(255, 255, 255, 255);

/** `wholeBytes`: up to there the file holds a whole document; 0 where it holds only what was added. */
export const headOf = (wholeBytes: number): Uint8Array => {
  const head = new Uint8Array(HEAD_BYTES);
  head.set(MAGIC);
  new DataView(head.buffer).setFloat64(MAGIC.length, wholeBytes, true);
  return head;
};

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView => new DataView(buffer, byteOffset, length);

/** Null where it is no such head. */
export const wholeBytesOf = (file: Uint8Array): number | null => {
  if (file.length < HEAD_BYTES || MAGIC.some((byte, at) => file[at] !== byte)) return null;
  return viewOf(file).getFloat64(MAGIC.length, true);
};

const recordOf = ({ kind, bytes }: Frame): Uint8Array => {
  const plain = new Uint8Array(KIND_BYTES + bytes.length);
  plain[0] = KINDS[kind];
  plain.set(bytes, KIND_BYTES);
  return withChecksum(plain);
};

export const framed = (frames: readonly Frame[]): Uint8Array => {
  const records = frames.map(recordOf);
  const bytes = new Uint8Array(records.reduce((sum, { length }) => sum + length + 2 * LENGTH_BYTES, 0));
  const view = viewOf(bytes);
  let at = 0;
  for (const record of records) {
    view.setUint32(at, record.length, true);
    bytes.set(record, at + LENGTH_BYTES);
    at += LENGTH_BYTES + record.length;
    view.setUint32(at, record.length, true);
    at += LENGTH_BYTES;
  }
  return bytes;
};

/** The sound frame at `at`; null where there is none. */
const frameAt = (file: Uint8Array, view: DataView, at: number): Frame | null => {
  if (at + OVERHEAD > file.length) return null;
  const length = view.getUint32(at, true);
  const end = at + LENGTH_BYTES + length;
  if (end + LENGTH_BYTES > file.length || view.getUint32(end, true) !== length) return null;
  const plain = soundPart(file.subarray(at + LENGTH_BYTES, end));
  if (plain === null || (plain[0] !== KINDS.update && plain[0] !== KINDS.state)) return null;
  return { kind: plain[0] === KINDS.update ? 'update' : 'state', bytes: plain.subarray(KIND_BYTES) };
};

/** All sound frames of a whole file. Behind a damaged one the next is looked for byte by byte. */
export const readFrames = (file: Uint8Array): readonly Frame[] => {
  const frames: Frame[] = [];
  const view = viewOf(file);
  for (let at = HEAD_BYTES; at < file.length;) {
    const frame = frameAt(file, view, at);
    if (frame !== null) frames.push(frame);
    at += frame === null ? 1 : frame.bytes.length + OVERHEAD;
  }
  return frames;
};

/** The frames that end a file, the last first, as far as `tail`, its end, holds them whole. */
export const lastFrames = (tail: Uint8Array): readonly Frame[] => {
  const frames: Frame[] = [];
  const view = viewOf(tail);
  for (let end = tail.length; end >= OVERHEAD;) {
    const at = end - 2 * LENGTH_BYTES - view.getUint32(end - LENGTH_BYTES, true);
    const frame = at < 0 ? null : frameAt(tail, view, at);
    if (frame === null) break;
    frames.push(frame);
    end = at;
  }
  return frames;
};
