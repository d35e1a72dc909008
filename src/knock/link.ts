// The link that customers open: `<address>/ask/#1.<text>`. It stands in the fragment, which no server is
// sent. The text is base64url of: length of the body, body, and the first bytes of the body's SHA-256, so
// that a cut-off link is told from a wrong one. The body is the knock key, the link's public key, and JSON
// of the team's name and its rendezvous. Nothing in it opens anything of the team's.

import { digest } from 'lib0/hash/sha256';

import { fromBase64Url, toBase64Url } from '../platform/base64url.ts';

export interface CustomerLink {
  readonly knockKey: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly teamName: string;
  readonly rendezvous: readonly string[];
}

export type LinkRefusal = 'linkMissing' | 'linkTruncated' | 'linkWrong' | 'linkNewer';

export type ParsedLink =
  | { readonly ok: true; readonly link: CustomerLink }
  | { readonly ok: false; readonly reason: LinkRefusal };

export const KNOCK_KEY_BYTES = 16;
export const PUBLIC_KEY_BYTES = 65;
const VERSION = 1;
const LENGTH_BYTES = 2;
const CHECK_BYTES = 4;
const MAX_LINK = 4_096;
const MAX_ADDRESSES = 8;
const MAX_TEAM_NAME = 200;

const isAddress = (text: unknown): text is string =>
  typeof text === 'string' && text.length <= 200 && /^wss?:\/\/[^/?#@\s]+/.test(text) && URL.canParse(text);

export const formatLink = ({ knockKey, publicKey, teamName, rendezvous }: CustomerLink): string => {
  const rest = new TextEncoder().encode(JSON.stringify([teamName, ...rendezvous.slice(0, MAX_ADDRESSES)]));
  const length = knockKey.length + publicKey.length + rest.length;
  const bytes = new Uint8Array(LENGTH_BYTES + length + CHECK_BYTES);
  bytes.set([length >> 8, length & 0xff]);
  bytes.set(knockKey, LENGTH_BYTES);
  bytes.set(publicKey, LENGTH_BYTES + knockKey.length);
  bytes.set(rest, LENGTH_BYTES + knockKey.length + publicKey.length);
  const body = bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
  bytes.set(digest(body).subarray(0, CHECK_BYTES), LENGTH_BYTES + length);
  return `${VERSION}.${toBase64Url(bytes)}`;
};

const refused = (reason: LinkRefusal): ParsedLink => ({ ok: false, reason });

const parseBody = (body: Uint8Array): ParsedLink => {
  const keys = KNOCK_KEY_BYTES + PUBLIC_KEY_BYTES;
  try {
    const rest: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body.subarray(keys)));
    if (!Array.isArray(rest)) return refused('linkWrong');
    const [teamName, ...rendezvous] = rest as readonly unknown[];
    if (typeof teamName !== 'string' || teamName.length > MAX_TEAM_NAME) return refused('linkWrong');
    if (rendezvous.length > MAX_ADDRESSES || !rendezvous.every(isAddress)) return refused('linkWrong');
    const knockKey = body.slice(0, KNOCK_KEY_BYTES);
    return { ok: true, link: { knockKey, publicKey: body.slice(KNOCK_KEY_BYTES, keys), teamName, rendezvous } };
  } catch {
    return refused('linkWrong');
  }
};

/** The fragment, with or without its sign; whitespace of a mail program that broke the line is passed over. */
export const parseLink = (fragment: string): ParsedLink => {
  const text = fragment.slice(0, MAX_LINK + 1).replaceAll(/\s|^#/g, '');
  if (text === '') return refused('linkMissing');
  if (text.length > MAX_LINK) return refused('linkWrong');
  const [, version, payload] = /^(\d{1,4})(?:\.(.*))?$/.exec(text) ?? [];
  if (version === undefined) return refused('linkWrong');
  if (Number(version) > VERSION) return refused('linkNewer');
  if (Number(version) !== VERSION) return refused('linkWrong');
  const bytes = fromBase64Url(payload ?? '');
  if (bytes === null) return refused('linkWrong');
  const [high = 0, low = 0] = bytes;
  const end = LENGTH_BYTES + high * 256 + low;
  if (bytes.length < end + CHECK_BYTES) return refused('linkTruncated');
  const body = bytes.subarray(LENGTH_BYTES, end);
  const check = digest(body);
  const isWhole = bytes.length === end + CHECK_BYTES && bytes.subarray(end).every((byte, at) => byte === check[at]);
  return isWhole ? parseBody(body) : refused('linkWrong');
};
