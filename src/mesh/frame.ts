// The unit that one data channel carries: its first byte says what it is. Decides how large anything
// on the wire may be. A message above one fragment travels as `first` and `more`; frames of other
// kinds may stand between its parts, so a beat never waits for 20 MB. Leaves out what messages mean.

import { Malformed } from './malformed.ts';

/** The largest frame body. One data-channel message carries 256 KiB; 64 KiB were the fastest (1.1 x raw). */
export const FRAGMENT_BYTES = 64 * 1024;
/** Far more than a slice: one value that nothing divides may be of some megabytes. */
export const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
export const MAX_BEAT_BYTES = 48 * 1024;

const WHOLE = 1;
const FIRST = 2;
const MORE = 3;
const BEAT = 4;
const ECHO = 5;
const PARTING = 6;
const FILE = 0x40;
/** Kinds that a later version may send and an earlier one passes over. */
const isOfLaterVersion = (kind: number): boolean => kind > FILE && kind <= 0x4f;

type Bytes = Uint8Array<ArrayBuffer>;

export type Frame =
  | { readonly kind: 'whole' | 'more'; readonly bytes: Uint8Array }
  | { readonly kind: 'first'; readonly total: number; readonly bytes: Uint8Array }
  | { readonly kind: 'beat'; readonly text: string }
  | { readonly kind: 'echo'; readonly turn: number }
  /** `isLeaving`: the device goes (ST7); else only this connection ends. */
  | { readonly kind: 'parting'; readonly isLeaving: boolean }
  /** files/parts.ts; a version that does not know it passes over it. */
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'later' };

const withKind = (kind: number, header: number, body: Uint8Array): Bytes => {
  const frame = new Uint8Array(header + body.length);
  frame[0] = kind;
  frame.set(body, header);
  return frame;
};

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const wholeFrame = (message: Uint8Array): Bytes => withKind(WHOLE, 1, message);

export const firstFrame = (total: number, part: Uint8Array): Bytes => {
  const frame = withKind(FIRST, 5, part);
  viewOf(frame).setUint32(1, total);
  return frame;
};

export const moreFrame = (part: Uint8Array): Bytes => withKind(MORE, 1, part);

export const beatFrame = (text: string): Bytes => withKind(BEAT, 1, new TextEncoder().encode(text));

export const echoFrame = (turn: number): Bytes => {
  const frame = withKind(ECHO, 1, new Uint8Array(4));
  viewOf(frame).setUint32(1, turn);
  return frame;
};

export const partingFrame = (isLeaving: boolean): Bytes => withKind(PARTING, 1, Uint8Array.of(isLeaving ? 1 : 0));

export const fileFrame = (message: Uint8Array): Bytes => withKind(FILE, 1, message);

const parseText = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Malformed('a beat that is no text');
  }
};

/** Throws `Malformed`. The bytes of a message part are a view of what came in. */
export const parseFrame = (frame: Uint8Array): Frame => {
  const kind = frame[0] ?? 0;
  const body = frame.subarray(1);
  if (isOfLaterVersion(kind)) return { kind: 'later' };
  if (kind !== BEAT && body.length > FRAGMENT_BYTES + 4)
    throw new Malformed(`a frame of ${frame.length} bytes`, 'tooLarge');
  switch (kind) {
    case WHOLE:
    case MORE:
      if (body.length === 0) throw new Malformed('an empty frame');
      return { kind: kind === WHOLE ? 'whole' : 'more', bytes: body };
    case FIRST:
      if (body.length <= 4) throw new Malformed('a first part without content');
      return { kind: 'first', total: viewOf(body).getUint32(0), bytes: body.subarray(4) };
    case BEAT:
      if (body.length > MAX_BEAT_BYTES) throw new Malformed(`a beat of ${body.length} bytes`, 'tooLarge');
      return { kind: 'beat', text: parseText(body) };
    case ECHO:
      if (body.length !== 4) throw new Malformed('an echo of another length');
      return { kind: 'echo', turn: viewOf(body).getUint32(0) };
    case PARTING:
      if (body.length !== 1) throw new Malformed('a parting of another length');
      return { kind: 'parting', isLeaving: body[0] === 1 };
    case FILE:
      return { kind: 'file', bytes: body };
    default:
      throw new Malformed(`a frame of unknown kind ${kind}`, 'unreadable', true);
  }
};
