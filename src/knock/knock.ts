// What is said at the rendezvous before a customer and a peer are connected. A knock: sealed for the link's
// key, paid for, and of a moment, so that one that was overheard is worth nothing later. A demand: the team
// says what a knock costs now, and its time, in the clear. An answer: sealed with the conversation's key.

import { fromBase64Url, toBase64Url } from '../platform/base64url.ts';
import { SECRET_BYTES } from './keys.ts';
import { MOST_BITS } from './work.ts';

const MAX_SDP = 20_000;
const MAX_ATTEMPT = 1_000;
/** Of a knock as it travels. */
export const MAX_KNOCK = 40_000;
/** How far the clocks of a customer and a peer may be apart. */
export const KNOCK_LIFE_S = 120;

export interface Knock {
  readonly ephemeral: string;
  readonly atS: number;
  readonly nonce: number;
  readonly sealed: string;
}

export interface Demand {
  readonly bits: number;
  readonly atS: number;
}

export interface KnockContent {
  readonly secret: Uint8Array;
  /** Names this try to connect; the answer repeats it. */
  readonly call: string;
  /** How often nobody answered before. */
  readonly attempt: number;
  readonly offer: string;
}

export interface Answer {
  readonly call: string;
  readonly answer: string;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

const jsonOf = (text: string): Fields => {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
};

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;

const isWhole = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;

/** What the work is done on. */
export const workSubject = (topic: string, ephemeral: string, atS: number): string => `${topic}.${ephemeral}.${atS}`;

export const writeKnock = ({ ephemeral, atS, nonce, sealed }: Knock): Fields => ({
  v: 1,
  e: ephemeral,
  t: atS,
  n: nonce,
  s: sealed,
});

export const parseKnock = (value: unknown): Knock | null => {
  const { v, e, t, n, s } = fieldsOf(value);
  if (v !== 1 || !isText(e, 100) || !isText(s, MAX_KNOCK)) return null;
  if (!isWhole(t, Number.MAX_SAFE_INTEGER) || !isWhole(n, Number.MAX_SAFE_INTEGER)) return null;
  return { ephemeral: e, atS: t, nonce: n, sealed: s };
};

export const writeDemand = ({ bits, atS }: Demand): Fields => ({ v: 1, d: bits, t: atS });

export const parseDemand = (value: unknown): Demand | null => {
  const { v, d, t } = fieldsOf(value);
  if (v !== 1 || !isWhole(d, 64) || !isWhole(t, Number.MAX_SAFE_INTEGER)) return null;
  return { bits: Math.min(d, MOST_BITS), atS: t };
};

export const writeContent = ({ secret, call, attempt, offer }: KnockContent): string =>
  JSON.stringify({ s: toBase64Url(secret), c: call, a: attempt, o: offer });

export const parseContent = (text: string): KnockContent | null => {
  const { s, c, a, o } = jsonOf(text);
  if (!isText(s, 100) || !isText(c, 64) || !isWhole(a, MAX_ATTEMPT) || !isText(o, MAX_SDP)) return null;
  const secret = fromBase64Url(s);
  return secret?.length === SECRET_BYTES ? { secret, call: c, attempt: a, offer: o } : null;
};

export const writeAnswer = ({ call, answer }: Answer): string => JSON.stringify({ c: call, a: answer });

export const parseAnswer = (text: string): Answer | null => {
  const { c, a } = jsonOf(text);
  return isText(c, 64) && isText(a, MAX_SDP) ? { call: c, answer: a } : null;
};
