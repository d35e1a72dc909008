// How the bytes of a file travel: asked for part by part, by whoever wants them, over a connection that keeps the
// order. The same messages between two peers of the team and between a customer's page and the desk. Parsed at the
// boundary: what does not fit is null. Leaves out who may have what (traffic.ts is told).

import { MAX_FILE_BYTES } from '../domain/limits.ts';
import { fromBase64Url, toBase64Url } from '../platform/base64url.ts';

/** Small enough that what is said meanwhile waits for no more than this. */
export const PART_BYTES = 32 * 1024;

const ASK = 1;
const PART = 2;
const LACK = 3;
const HASH_BYTES = 32;
const HEAD_BYTES = 1 + HASH_BYTES + 4;

export type FileMessage =
  | { readonly kind: 'ask'; readonly hash: string; readonly at: number }
  | { readonly kind: 'part'; readonly hash: string; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'lack'; readonly hash: string };

const OPS: Readonly<Record<FileMessage['kind'], number>> = { ask: ASK, part: PART, lack: LACK };

export const writeFileMessage = (message: FileMessage): Uint8Array<ArrayBuffer> => {
  const body = message.kind === 'part' ? message.bytes : new Uint8Array();
  const out = new Uint8Array(HEAD_BYTES + body.length);
  out[0] = OPS[message.kind];
  out.set(fromBase64Url(message.hash) ?? new Uint8Array(), 1);
  new DataView(out.buffer).setUint32(1 + HASH_BYTES, message.kind === 'lack' ? 0 : message.at);
  out.set(body, HEAD_BYTES);
  return out;
};

/** Null where it is none. The bytes of a part are a view of the message. */
export const parseFileMessage = (message: Uint8Array): FileMessage | null => {
  if (message.length < HEAD_BYTES || message.length > HEAD_BYTES + PART_BYTES) return null;
  const hash = toBase64Url(message.slice(1, 1 + HASH_BYTES));
  const at = new DataView(message.buffer, message.byteOffset).getUint32(1 + HASH_BYTES);
  const bytes = message.subarray(HEAD_BYTES);
  if (at >= MAX_FILE_BYTES) return null;
  switch (message[0]) {
    case ASK:
      return bytes.length === 0 ? { kind: 'ask', hash, at } : null;
    case PART:
      return bytes.length === 0 ? null : { kind: 'part', hash, at, bytes };
    case LACK:
      return bytes.length === 0 ? { kind: 'lack', hash } : null;
    default:
      return null;
  }
};
