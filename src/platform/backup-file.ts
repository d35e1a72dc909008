// A team in one file, encrypted by a passphrase. In the clear stand only the version, the team's id (which
// tells nobody anything), when it was made, and what the key is derived with:
//   8 bytes "DMBACKUP" | version (2) | length of the head (4) | head, JSON | AES-256-GCM of the document
// In version 1 that is one Yjs update, since 2 a row of them (storage/document-copy.ts).
// All before the last part is authenticated with it. Whatever is wrong with a file has a reason of its own;
// nothing of it is believed, and nothing large is read or computed, before its bounds were looked at.

import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from './base64url.ts';

export type BackupRefusal =
  | 'notABackup'
  | 'newerBackup'
  | 'truncatedBackup'
  | 'damagedBackup'
  | 'otherTeam'
  | 'wrongPassphrase'
  | 'tooLarge'
  | 'noEncryption';

export type OpenedBackup =
  | { readonly ok: true; readonly update: Uint8Array; readonly madeAt: number }
  | { readonly ok: false; readonly reason: BackupRefusal };

export interface BackupContent {
  readonly teamId: string;
  readonly madeAt: number;
  /** The document. */
  readonly update: Uint8Array;
}

const MAGIC = 'DMBACKUP';
const VERSION = 2;
const PREFIX = MAGIC.length + 6;
const MAX_HEAD = 4096;
/** More than any team has; a browser cannot decrypt much more at once. */
export const MAX_BACKUP_BYTES = 1024 ** 3;
/** What OWASP asks of PBKDF2 with SHA-256: about half a second here for each guess. */
const ITERATIONS = 600_000;
const MAX_ITERATIONS = 10_000_000;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const bytesText = (length: number) =>
  v.pipe(
    v.string(),
    v.check((text) => fromBase64Url(text)?.length === length),
  );

const headSchema = v.object({
  team: v.pipe(v.string(), v.maxLength(200)),
  madeAt: v.pipe(v.number(), v.safeInteger()),
  iterations: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_ITERATIONS)),
  salt: bytesText(SALT_BYTES),
  nonce: bytesText(NONCE_BYTES),
  /** Tells a wrong passphrase from a damaged file; derived apart from the key. */
  check: bytesText(SALT_BYTES),
  /** Of the encrypted part. */
  length: v.pipe(v.number(), v.safeInteger(), v.minValue(TAG_BYTES)),
});
type Head = v.InferOutput<typeof headSchema>;
type Bytes = Uint8Array<ArrayBuffer>;

const refuse = (reason: BackupRefusal): OpenedBackup => ({ ok: false, reason });
const bytesOf = (text: string): Bytes => new Uint8Array(fromBase64Url(text) ?? []);
const encoded = (text: string): Bytes => new TextEncoder().encode(text);
const random = (bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(bytes));

/** Not there on an insecure origin. */
const subtle = (): SubtleCrypto | undefined => globalThis.crypto?.subtle;

interface Keys {
  readonly key: CryptoKey;
  readonly check: string;
}

/** What a passphrase has become: enough to make further backups, and of no use to learn it. */
export interface BackupSeal extends Keys {
  readonly salt: string;
}

/** Composed and decomposed letters are the same passphrase. */
const deriveKeys = async (api: SubtleCrypto, passphrase: string, salt: Bytes, iterations: number): Promise<Keys> => {
  const base = await api.importKey('raw', encoded(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveBits']);
  const secret = await api.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, 256);
  const root = await api.importKey('raw', secret, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const derived = (label: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoded(label) });
  const key = await api.deriveKey(derived('deskmesh/backup/key'), root, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const check = await api.deriveBits(derived('deskmesh/backup/check'), root, SALT_BYTES * 8);
  return { key, check: toBase64Url(new Uint8Array(check)) };
};

const prefixOf = (head: Bytes): Bytes => {
  const prefix = new Uint8Array(PREFIX + head.length);
  prefix.set(encoded(MAGIC));
  const view = new DataView(prefix.buffer);
  view.setUint16(MAGIC.length, VERSION);
  view.setUint32(MAGIC.length + 2, head.length);
  prefix.set(head, PREFIX);
  return prefix;
};

/** Null where this page may not encrypt. */
export const sealOf = async (passphrase: string): Promise<BackupSeal | null> => {
  const api = subtle();
  if (api === undefined) return null;
  const salt = random(SALT_BYTES);
  return { ...(await deriveKeys(api, passphrase, salt, ITERATIONS)), salt: toBase64Url(salt) };
};

/** Each with a nonce of its own: a seal may be used for all backups of a team. */
export const sealWith = async (content: BackupContent, { key, check, salt }: BackupSeal): Promise<Blob> => {
  const nonce = random(NONCE_BYTES);
  const head: Head = {
    team: content.teamId,
    madeAt: content.madeAt,
    iterations: ITERATIONS,
    salt,
    nonce: toBase64Url(nonce),
    check,
    length: content.update.length + TAG_BYTES,
  };
  const prefix = prefixOf(encoded(JSON.stringify(head)));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: prefix },
    key,
    new Uint8Array(content.update),
  );
  return new Blob([prefix, sealed], { type: 'application/octet-stream' });
};

/** Null where this page may not encrypt. */
export const sealBackup = async (content: BackupContent, passphrase: string): Promise<Blob | null> => {
  const seal = await sealOf(passphrase);
  return seal === null ? null : sealWith(content, seal);
};

interface Opened {
  readonly head: Head;
  readonly prefix: Bytes;
}

const readPart = async (file: Blob, from: number, to: number): Promise<Bytes> =>
  new Uint8Array(await file.slice(from, to).arrayBuffer());

const parseHead = (bytes: Bytes): Head | null => {
  try {
    const parsed = v.safeParse(headSchema, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
};

const readHead = async (file: Blob): Promise<Opened | BackupRefusal> => {
  if (file.size > MAX_BACKUP_BYTES) return 'tooLarge';
  const start = await readPart(file, 0, PREFIX);
  const magic = encoded(MAGIC);
  if (magic.some((byte, at) => at < start.length && byte !== start[at])) return 'notABackup';
  if (start.length < PREFIX) return start.length < 1 ? 'notABackup' : 'truncatedBackup';
  const view = new DataView(start.buffer);
  const version = view.getUint16(MAGIC.length);
  if (version > VERSION || version === 0) return version === 0 ? 'damagedBackup' : 'newerBackup';
  const headBytes = view.getUint32(MAGIC.length + 2);
  if (headBytes > MAX_HEAD) return 'damagedBackup';
  if (file.size < PREFIX + headBytes) return 'truncatedBackup';
  const prefix = await readPart(file, 0, PREFIX + headBytes);
  const head = parseHead(prefix.slice(PREFIX));
  if (head === null) return 'damagedBackup';
  const missing = prefix.length + head.length - file.size;
  if (missing !== 0) return missing > 0 ? 'truncatedBackup' : 'damagedBackup';
  return { head, prefix };
};

export const openBackup = async (file: Blob, passphrase: string, teamId: string): Promise<OpenedBackup> => {
  const api = subtle();
  if (api === undefined) return refuse('noEncryption');
  try {
    const opened = await readHead(file);
    if (typeof opened === 'string') return refuse(opened);
    const { head, prefix } = opened;
    if (head.team !== teamId) return refuse('otherTeam');
    const { key, check } = await deriveKeys(api, passphrase, bytesOf(head.salt), head.iterations);
    if (check !== head.check) return refuse('wrongPassphrase');
    const sealed = await readPart(file, prefix.length, file.size);
    const params = { name: 'AES-GCM', iv: bytesOf(head.nonce), additionalData: prefix };
    return { ok: true, madeAt: head.madeAt, update: new Uint8Array(await api.decrypt(params, key, sealed)) };
  } catch {
    // It does not decrypt, or the file went away while it was read.
    return refuse('damagedBackup');
  }
};
