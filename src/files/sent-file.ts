// A file that goes with a message: what is said of it, before and apart from its bytes. The name is the sender's
// word; what the bytes are, kinds.ts judges; that they are the ones meant, the hash says.

import type { SentFile } from '../domain/entry.ts';
import { MAX_FILE_BYTES, MAX_FILES, MAX_NAME } from '../domain/limits.ts';
import { toBase64Url } from '../platform/base64url.ts';

// For those who see nothing of a team but this.
export type { SentFile };

export type Bytes = Uint8Array<ArrayBuffer>;

/** 256 bits as base64url, without padding. */
const HASH = /^[\w-]{43}$/;

export const isFileHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);

/** What a stranger says of a file: bounded, or it is none. */
export const isSentFile = (value: unknown): value is SentFile => {
  if (typeof value !== 'object' || value === null) return false;
  const { name, bytes, hash } = value as Partial<Record<keyof SentFile, unknown>>;
  const isNamed = typeof name === 'string' && name.length > 0 && name.length <= MAX_NAME;
  return isNamed && Number.isInteger(bytes) && Number(bytes) > 0 && Number(bytes) <= MAX_FILE_BYTES && isFileHash(hash);
};

/** Those of one message. */
export const isFileList = (value: unknown): value is readonly SentFile[] =>
  Array.isArray(value) && value.length <= MAX_FILES && value.every(isSentFile);

export const hashOf = async (bytes: Bytes): Promise<string> =>
  toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/** A name as it may be shown and saved: no path, no control or direction marks, not too long. */
export const plainFileName = (name: string): string => {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  if (plain.length <= MAX_NAME) return plain === '' ? 'file' : plain;
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : '';
  return plain.slice(0, MAX_NAME - ending.length).replace(/[\uD800-\uDBFF]$/u, '') + ending;
};

export const describeFile = async (name: string, bytes: Bytes): Promise<SentFile> => ({
  name: plainFileName(name),
  bytes: bytes.length,
  hash: await hashOf(bytes),
});
