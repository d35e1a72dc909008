// Who can read what between a customer and the team. To the team: an exchange of a key made for one knock
// with the link's public key (P-256, which every browser has). Back to the customer: a key from the
// conversation's secret, which the customer's browser made and only a knock carries. Leaves out what is said.

import { fromBase64Url, toBase64Url } from '../platform/base64url.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const IV_BYTES = 12;
export const SECRET_BYTES = 16;

const plainBytes = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

const hkdfKey = (secret: Uint8Array | ArrayBuffer): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(secret), 'HKDF', false, ['deriveBits', 'deriveKey']);

const hkdf = (info: string, salt: Uint8Array = new Uint8Array()): HkdfParams => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: plainBytes(salt),
  info: utf8(`deskmesh/${info}/1`),
});

const aesFrom = async (secret: Uint8Array | ArrayBuffer, info: string, salt?: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(info, salt), await hkdfKey(secret), { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);

const nameFrom = async (secret: Uint8Array, info: string): Promise<string> =>
  toBase64Url(new Uint8Array(await crypto.subtle.deriveBits(hkdf(info), await hkdfKey(secret), 128)));

/** A link's own, made once. */
export const makeLinkKeys = async (): Promise<{ readonly publicKey: string; readonly privateKey: string }> => {
  const pair = (await crypto.subtle.generateKey(CURVE, true, ['deriveBits'])) as CryptoKeyPair;
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { publicKey: toBase64Url(publicKey), privateKey: toBase64Url(privateKey) };
};

export interface LinkTopics {
  /** Where customers of this link knock: only the team listens. */
  readonly knock: string;
  /** Where the team says what a knock costs: customers listen, and hear nothing of each other. */
  readonly price: string;
}

/** From them nobody gets to the knock key. */
export const linkTopics = async (knockKey: Uint8Array): Promise<LinkTopics> => ({
  knock: `knock-${await nameFrom(knockKey, 'knock')}`,
  price: `price-${await nameFrom(knockKey, 'price')}`,
});

export interface ConversationKeys {
  /** Names the conversation in the team's log; says nothing of the secret. */
  readonly thread: string;
  /** Where the team's answer is heard. */
  readonly room: string;
  readonly key: CryptoKey;
}

export const conversationKeys = async (secret: Uint8Array): Promise<ConversationKeys> => ({
  thread: await nameFrom(secret, 'thread'),
  room: `room-${await nameFrom(secret, 'room')}`,
  key: await aesFrom(secret, 'answer'),
});

export const seal = async (key: CryptoKey, text: string): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8(text)));
  const bytes = new Uint8Array(IV_BYTES + sealed.length);
  bytes.set(iv);
  bytes.set(sealed, IV_BYTES);
  return toBase64Url(bytes);
};

/** Null where it is not of this key. */
export const unseal = async (key: CryptoKey, sealed: string): Promise<string | null> => {
  const bytes = fromBase64Url(sealed);
  if (bytes === null || bytes.length <= IV_BYTES) return null;
  const content = plainBytes(bytes.subarray(IV_BYTES));
  const iv = plainBytes(bytes.subarray(0, IV_BYTES));
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, content));
  } catch {
    return null;
  }
};

/** A key for one knock: what travels in the clear, and what seals. */
export const keyForKnock = async (linkKey: Uint8Array): Promise<{ readonly ephemeral: string; key: CryptoKey }> => {
  const pair = (await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])) as CryptoKeyPair;
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const theirs = await crypto.subtle.importKey('raw', plainBytes(linkKey), CURVE, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256);
  return { ephemeral: toBase64Url(ephemeral), key: await aesFrom(shared, 'knock', ephemeral) };
};

export const importLinkKey = (privateKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', plainBytes(fromBase64Url(privateKey) ?? new Uint8Array()), CURVE, false, [
    'deriveBits',
  ]);

/** The same key, on the team's side. Rejects where `ephemeral` is no point of the curve. */
export const keyOfKnock = async (privateKey: CryptoKey, ephemeral: string): Promise<CryptoKey> => {
  const raw = plainBytes(fromBase64Url(ephemeral) ?? new Uint8Array());
  const theirs = await crypto.subtle.importKey('raw', raw, CURVE, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, privateKey, 256);
  return aesFrom(shared, 'knock', raw);
};
