// A STUN or TURN server as a team sets it. Decides what counts as one; strict, because a browser that
// is given a single wrong one refuses every connection. By hand: the core knows no URL.

export interface IceServer {
  /** `stun:`, `stuns:`, `turn:` or `turns:`, host, perhaps a port; for TURN perhaps `?transport=`. */
  readonly url: string;
  /** Empty for STUN. */
  readonly username: string;
  readonly credential: string;
}

export type IceRefusal =
  | 'serverEmpty'
  | 'serverKind'
  | 'serverAddress'
  | 'serverPort'
  | 'serverTransport'
  | 'serverTooLong'
  | 'serverNeedsLogin'
  | 'serverTakesNoLogin'
  | 'serverLoginTooLong'
  | 'serverTwice'
  | 'serversTooMany';

export const MAX_ICE_SERVERS = 8;
export const MAX_ICE_URL = 200;
/** Characters of a username or a credential. */
export const MAX_ICE_LOGIN = 256;
/** What STUN's own format has room for. */
const MAX_LOGIN_BYTES = 508;
const MAX_PORT = 65_535;

const HOST = String.raw`\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?`;
const URL_PARTS = new RegExp(String.raw`^(${HOST})(?::(\d*))?$`, 'i');

export const isTurn = ({ url }: IceServer): boolean => /^turns?:/i.test(url);

const whyNotUrl = (url: string): IceRefusal | null => {
  if (url === '') return 'serverEmpty';
  if (url.length > MAX_ICE_URL) return 'serverTooLong';
  const [, kind, rest = ''] = /^(stuns?|turns?):(.*)$/is.exec(url) ?? [];
  if (kind === undefined) return 'serverKind';
  const [address = '', query, ...more] = rest.split('?');
  const [, host, port] = URL_PARTS.exec(address) ?? [];
  if (host === undefined || host.includes('..')) return 'serverAddress';
  if (port !== undefined && !(Number(port) >= 1 && Number(port) <= MAX_PORT)) return 'serverPort';
  if (query === undefined) return null;
  const isTransport = /^transport=(udp|tcp)$/i.test(query) && more.length === 0;
  return isTransport && /^turn/i.test(kind) ? null : 'serverTransport';
};

const bytesOf = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
};

const isTooLong = (text: string): boolean => text.length > MAX_ICE_LOGIN || bytesOf(text) > MAX_LOGIN_BYTES;

export const whyNotIceServer = (server: IceServer): IceRefusal | null => {
  const { url, username, credential } = server;
  const wrong = whyNotUrl(url);
  if (wrong !== null) return wrong;
  if (isTooLong(username) || isTooLong(credential)) return 'serverLoginTooLong';
  if (!isTurn(server)) return username === '' && credential === '' ? null : 'serverTakesNoLogin';
  return username === '' || credential === '' ? 'serverNeedsLogin' : null;
};

/** What a person typed: spaces around it, and the case of everything but the login, mean nothing. */
export const tidiedIceServer = ({ url, username, credential }: IceServer): IceServer => ({
  url: url.trim().toLowerCase(),
  username: username.trim(),
  credential: credential.trim(),
});

/** Whether the team's list can take one more, and this one. */
export const whyNotAdded = (servers: readonly IceServer[], added: IceServer): IceRefusal | null => {
  const wrong = whyNotIceServer(added);
  if (wrong !== null) return wrong;
  if (servers.some(({ url }) => url === added.url)) return 'serverTwice';
  return servers.length >= MAX_ICE_SERVERS ? 'serversTooMany' : null;
};

/** From anywhere: a value that is no server at all included. */
export const isIceServer = (value: unknown): value is IceServer => {
  if (typeof value !== 'object' || value === null) return false;
  const { url, username, credential } = value as Readonly<Record<string, unknown>>;
  if (typeof url !== 'string' || typeof username !== 'string' || typeof credential !== 'string') return false;
  return whyNotIceServer({ url, username, credential }) === null;
};

export const isIceServers = (value: unknown): value is readonly IceServer[] =>
  Array.isArray(value) && value.length <= MAX_ICE_SERVERS && value.every(isIceServer);
