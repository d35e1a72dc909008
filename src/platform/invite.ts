// An invite as a link: `<origin>/#join=1.<text>`. It stands in the fragment, which no server is ever
// sent. The text is base64url of: length of the body, body (JSON), and the first bytes of the body's
// SHA-256; so a cut-off link is told from a wrong one. A link of a later format says so by its number.

import { digest } from 'lib0/hash/sha256';
import * as v from 'valibot';
import { isIceServer, MAX_ICE_SERVERS, type IceServer } from '../domain/ice-server.ts';
import { MAX_ID, MAX_NAME } from '../domain/limits.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';

export interface Invite {
  /** SECRET_BYTES random bytes as base64url; all keys of the team derive from it. */
  readonly secret: string;
  readonly teamName: string;
  readonly rendezvous: readonly string[];
  /** Where it is for a second device of the same agent. */
  readonly agentId: string | null;
  /** For who can reach nobody without a STUN or TURN server. */
  readonly iceServers: readonly IceServer[];
}

export type InviteRefusal = 'inviteEmpty' | 'inviteWrong' | 'inviteTruncated' | 'inviteNewer' | 'inviteTooLong';

export type InviteResult =
  | { readonly ok: true; readonly invite: Invite }
  | { readonly ok: false; readonly reason: InviteRefusal };

export const SECRET_BYTES = 16;
export const MAX_ADDRESSES = 8;
export const MAX_ADDRESS = 200;
const MAX_INVITE = 8192;
const VERSION = 1;
const KEY = 'join=';
const LENGTH_BYTES = 2;
const CHECK_BYTES = 4;

export const isSecret = (text: string): boolean => fromBase64Url(text)?.length === SECRET_BYTES;

/** Only `ws:` and `wss:`, with a host, and nothing that identifies anybody. */
export const isRendezvousAddress = (text: string): boolean => {
  if (text.length > MAX_ADDRESS || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (protocol !== 'ws:' && protocol !== 'wss:') return false;
  return hostname !== '' && username === '' && password === '' && hash === '';
};

const bodySchema = v.object({
  s: v.pipe(v.string(), v.check(isSecret)),
  n: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME)),
  r: v.pipe(v.array(v.pipe(v.string(), v.check(isRendezvousAddress))), v.maxLength(MAX_ADDRESSES)),
  a: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID))),
  // Missing in links of earlier versions, which in turn pass over it.
  i: v.optional(v.array(v.unknown())),
});

type Listed = readonly [url: string, username: string, credential: string];

/** Another version may know of servers that this one does not: those are left out, the invite stands. */
const readServers = (listed: readonly unknown[]): readonly IceServer[] =>
  listed
    .map((each): unknown => (Array.isArray(each) ? { url: each[0], username: each[1], credential: each[2] } : null))
    .filter(isIceServer)
    .slice(0, MAX_ICE_SERVERS);

export const formatInvite = (origin: string, invite: Invite): string => {
  const { secret: s, teamName: n, agentId } = invite;
  const r = invite.rendezvous.filter(isRendezvousAddress).slice(0, MAX_ADDRESSES);
  const i = invite.iceServers.map(({ url, username, credential }): Listed => [url, username, credential]);
  const rest = { ...(agentId === null ? {} : { a: agentId }), ...(i.length === 0 ? {} : { i }) };
  const body = new TextEncoder().encode(JSON.stringify({ s, n, r, ...rest }));
  const bytes = new Uint8Array(LENGTH_BYTES + body.length + CHECK_BYTES);
  bytes.set([body.length >> 8, body.length & 0xff]);
  bytes.set(body, LENGTH_BYTES);
  bytes.set(digest(body).subarray(0, CHECK_BYTES), LENGTH_BYTES + body.length);
  const link = `${origin}/#${KEY}${VERSION}.${toBase64Url(bytes)}`;
  // Longer than any desk takes: with fewer servers, the first ones are kept.
  if (link.length <= MAX_INVITE || i.length === 0) return link;
  return formatInvite(origin, { ...invite, iceServers: invite.iceServers.slice(0, -1) });
};

const refused = (reason: InviteRefusal): InviteResult => ({ ok: false, reason });

const parseBody = (body: Uint8Array): InviteResult => {
  try {
    const { s, n, r, a, i } = v.parse(bodySchema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
    return {
      ok: true,
      invite: { secret: s, teamName: n, rendezvous: r, agentId: a ?? null, iceServers: readServers(i ?? []) },
    };
  } catch {
    return refused('inviteWrong');
  }
};

const parsePayload = (payload: string): InviteResult => {
  const bytes = fromBase64Url(payload);
  if (bytes === null) return refused('inviteWrong');
  const [high, low] = bytes;
  if (high === undefined || low === undefined) return refused('inviteTruncated');
  const bodyEnd = LENGTH_BYTES + high * 256 + low;
  if (bytes.length < bodyEnd + CHECK_BYTES) return refused('inviteTruncated');
  const body = bytes.subarray(LENGTH_BYTES, bodyEnd);
  const check = digest(body);
  const isWhole = bytes.subarray(bodyEnd).every((byte, index) => byte === check[index]);
  return isWhole ? parseBody(body) : refused('inviteWrong');
};

/** Takes the whole link or its fragment alone, also where a mail program broke the line, or wrote
 * the sign after `join` in its own way. */
export const parseInvite = (text: string): InviteResult => {
  if (text.length > MAX_INVITE) return refused('inviteTooLong');
  const link = text.replaceAll(/\s+/g, '').replace(/join%3d/i, KEY);
  if (link === '') return refused('inviteEmpty');
  const fragment = link.slice(link.indexOf('#') + 1);
  if (link.includes('#') && KEY.startsWith(fragment)) return refused('inviteTruncated');
  if (!fragment.startsWith(KEY)) return refused('inviteWrong');
  const [, version, payload] = /^(\d{0,4})(?:\.(.*))?$/s.exec(fragment.slice(KEY.length)) ?? [];
  if (version === undefined) return refused('inviteWrong');
  if (payload === undefined) return refused('inviteTruncated');
  if (Number(version) > VERSION) return refused('inviteNewer');
  return Number(version) === VERSION ? parsePayload(payload) : refused('inviteWrong');
};

/** The invite that the page was opened with, or ''. It is taken out of the address bar, so that
 * neither history nor a shared screen keeps it. */
export const readInviteFromAddress = (
  location: Pick<Location, 'href' | 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'state' | 'replaceState'>,
): string => {
  if (!location.hash.startsWith(`#${KEY}`)) return '';
  const link = location.href;
  history.replaceState(history.state, '', location.pathname + location.search);
  return link;
};
