// What peers say about the document: the messages of y-protocols/sync, behind y-webrtc's first byte,
// and some of our own: so that a sender knows what has arrived (`taken`), a newcomer how much is coming,
// and two who hold different things come together (mending.ts).

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

import { asConversationId, asEntryId } from '../domain/ids.ts';
import { MAX_ID, MAX_LAMPORT } from '../domain/limits.ts';
import type { FirstSaid } from '../replica/first-part.ts';
import { Malformed } from './malformed.ts';

const SYNC = 0;
const TAKEN = 8;
const DIGESTS = 9;
const CONTENTS = 10;
const COMING = 11;
const FIRST_COMING = 12;
const FIRST_IN = 13;

const MAX_DIGESTS = 100_000;
const MAX_VALUES = 2_000;
/** Of a first part; more is open nowhere. */
const MAX_IDS = 10_000;

const ASK = 0;
const ANSWER = 1;
const UPDATE = 2;

export type ComparingMessage =
  /** Of each log family that is held. */
  | { readonly kind: 'digests'; readonly digests: readonly (readonly [family: string, digest: number])[] }
  /** Some of what one family holds. */
  | { readonly kind: 'contents'; readonly family: string; readonly values: readonly unknown[] };

export type FirstMessage =
  /** What is open comes first, all of it. */
  { readonly kind: 'firstComing'; readonly said: FirstSaid } | { readonly kind: 'firstIn' };

export type SyncMessage =
  | ComparingMessage
  | FirstMessage
  /** So much of the answer has come before this message, and so much is still to come; in Yjs's clocks. */
  | { readonly kind: 'coming'; readonly done: number; readonly left: number }
  /** Sync step 1: this is my state vector; send me what it lacks. */
  | { readonly kind: 'ask'; readonly vector: Uint8Array }
  /** Sync step 2: with this and the updates before it you have all that I had. */
  | { readonly kind: 'answer'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  /** So many bytes of answers and updates are applied here since the connection began. */
  | { readonly kind: 'taken'; readonly bytes: number };

const write = (build: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(build);

/** Over the bytes: what went bad on its way is told from what a peer wrote. */
const sumOf = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  let sum = 0x811c9dc5 ^ bytes.length;
  // Each step can be undone, so no single change goes unseen.
  for (let at = 0; at < whole; at += 4) {
    sum = Math.imul(sum ^ view.getUint32(at), 0x85ebca6b);
    sum ^= sum >>> 15;
  }
  for (let at = whole; at < bytes.length; at += 1) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum >>> 0;
};

const writeSync = (kind: number, content: Uint8Array): Uint8Array =>
  write((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, content);
    encoding.writeUint32(encoder, sumOf(content));
  });

export const writeAsk = (vector: Uint8Array): Uint8Array => writeSync(ASK, vector);
export const writeAnswer = (update: Uint8Array): Uint8Array => writeSync(ANSWER, update);
export const writeUpdate = (update: Uint8Array): Uint8Array => writeSync(UPDATE, update);

export const writeTaken = (bytes: number): Uint8Array =>
  write((encoder) => {
    encoding.writeVarUint(encoder, TAKEN);
    encoding.writeVarUint(encoder, bytes);
  });

export const writeComparing = (message: ComparingMessage): Uint8Array =>
  write((encoder) => {
    if (message.kind === 'digests') {
      encoding.writeVarUint(encoder, DIGESTS);
      encoding.writeVarUint(encoder, message.digests.length);
      for (const [family, digest] of message.digests) {
        encoding.writeVarString(encoder, family);
        encoding.writeVarInt(encoder, digest);
      }
      return;
    }
    encoding.writeVarUint(encoder, CONTENTS);
    encoding.writeVarString(encoder, message.family);
    encoding.writeAny(encoder, message.values as Parameters<typeof encoding.writeAny>[1]);
  });

export const writeComing = (done: number, left: number): Uint8Array =>
  write((encoder) => {
    encoding.writeVarUint(encoder, COMING);
    encoding.writeVarUint(encoder, done);
    encoding.writeVarUint(encoder, left);
  });

const writeIds = (encoder: encoding.Encoder, ids: readonly string[]): void => {
  encoding.writeVarUint(encoder, ids.length);
  for (const id of ids) encoding.writeVarString(encoder, id);
};

export const writeFirstComing = ({ open, standing, lamport }: FirstSaid): Uint8Array =>
  write((encoder) => {
    encoding.writeVarUint(encoder, FIRST_COMING);
    encoding.writeVarUint(encoder, lamport);
    writeIds(encoder, open);
    writeIds(encoder, standing);
  });

export const writeFirstIn = (): Uint8Array => write((encoder) => encoding.writeVarUint(encoder, FIRST_IN));

const readIds = (decoder: decoding.Decoder): readonly string[] => {
  const count = decoding.readVarUint(decoder);
  if (count > MAX_IDS) throw new Malformed(`a first part of ${count} ids`);
  return Array.from({ length: count }, () => {
    const id = decoding.readVarString(decoder);
    if (id.length > MAX_ID) throw new Malformed('an id that is none');
    return id;
  });
};

const readFirstComing = (decoder: decoding.Decoder): SyncMessage => {
  const lamport = decoding.readVarUint(decoder);
  if (lamport > MAX_LAMPORT) throw new Malformed('a counter above all');
  const open = readIds(decoder).map(asConversationId);
  return { kind: 'firstComing', said: { open, standing: readIds(decoder).map(asEntryId), lamport } };
};

const readDigests = (decoder: decoding.Decoder): SyncMessage => {
  const count = decoding.readVarUint(decoder);
  if (count > MAX_DIGESTS) throw new Malformed(`digests of ${count} logs`);
  const digests: [string, number][] = [];
  for (let each = 0; each < count; each += 1)
    digests.push([decoding.readVarString(decoder), decoding.readVarInt(decoder)]);
  return { kind: 'digests', digests };
};

const readContents = (decoder: decoding.Decoder): SyncMessage => {
  const family = decoding.readVarString(decoder);
  const values: unknown = decoding.readAny(decoder);
  if (!Array.isArray(values) || values.length > MAX_VALUES) throw new Malformed('contents that are no list');
  return { kind: 'contents', family, values };
};

const read = (message: Uint8Array): SyncMessage => {
  const decoder = decoding.createDecoder(message);
  const type = decoding.readVarUint(decoder);
  if (type === TAKEN) return { kind: 'taken', bytes: decoding.readVarUint(decoder) };
  if (type === COMING)
    return { kind: 'coming', done: decoding.readVarUint(decoder), left: decoding.readVarUint(decoder) };
  if (type === FIRST_COMING) return readFirstComing(decoder);
  if (type === FIRST_IN) return { kind: 'firstIn' };
  if (type === DIGESTS) return readDigests(decoder);
  if (type === CONTENTS) return readContents(decoder);
  if (type !== SYNC) throw new Malformed(`a message of unknown kind ${type}`, 'unreadable', true);
  const step = decoding.readVarUint(decoder);
  const content = decoding.readVarUint8Array(decoder);
  if (decoding.readUint32(decoder) !== sumOf(content)) throw new Malformed('bytes that went bad on their way');
  if (step === ASK) return { kind: 'ask', vector: content };
  if (step === ANSWER || step === UPDATE) return { kind: step === ANSWER ? 'answer' : 'update', update: content };
  throw new Malformed(`a sync step of unknown kind ${step}`, 'unreadable', true);
};

/** Throws `Malformed`. The content is a view of the message. */
export const parseSyncMessage = (message: Uint8Array): SyncMessage => {
  try {
    return read(message);
  } catch (error) {
    throw error instanceof Malformed ? error : new Malformed(`a message cut short: ${String(error)}`);
  }
};
