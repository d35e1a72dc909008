// What peers say about the document: the messages of y-protocols/sync, behind y-webrtc's first byte,
// and one of our own (`taken`) so that a sender knows what has arrived.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

import { Malformed } from './malformed.ts';

const SYNC = 0;
const TAKEN = 8;

const ASK = 0;
const ANSWER = 1;
const UPDATE = 2;

export type SyncMessage =
  /** Sync step 1: this is my state vector; send me what it lacks. */
  | { readonly kind: 'ask'; readonly vector: Uint8Array }
  /** Sync step 2: with this and the updates before it you have all that I had. */
  | { readonly kind: 'answer'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  /** So many bytes of answers and updates are applied here since the connection began. */
  | { readonly kind: 'taken'; readonly bytes: number };

const write = (build: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(build);

const writeSync = (kind: number, content: Uint8Array): Uint8Array =>
  write((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, content);
  });

export const writeAsk = (vector: Uint8Array): Uint8Array => writeSync(ASK, vector);
export const writeAnswer = (update: Uint8Array): Uint8Array => writeSync(ANSWER, update);
export const writeUpdate = (update: Uint8Array): Uint8Array => writeSync(UPDATE, update);

export const writeTaken = (bytes: number): Uint8Array =>
  write((encoder) => {
    encoding.writeVarUint(encoder, TAKEN);
    encoding.writeVarUint(encoder, bytes);
  });

const read = (message: Uint8Array): SyncMessage => {
  const decoder = decoding.createDecoder(message);
  const type = decoding.readVarUint(decoder);
  if (type === TAKEN) return { kind: 'taken', bytes: decoding.readVarUint(decoder) };
  if (type !== SYNC) throw new Malformed(`a message of unknown kind ${type}`);
  const step = decoding.readVarUint(decoder);
  const content = decoding.readVarUint8Array(decoder);
  if (step === ASK) return { kind: 'ask', vector: content };
  if (step === ANSWER || step === UPDATE) return { kind: step === ANSWER ? 'answer' : 'update', update: content };
  throw new Malformed(`a sync step of unknown kind ${step}`);
};

/** Throws `Malformed`. The content is a view of the message. */
export const parseSyncMessage = (message: Uint8Array): SyncMessage => {
  try {
    return read(message);
  } catch (error) {
    throw error instanceof Malformed ? error : new Malformed(`a message cut short: ${String(error)}`);
  }
};
