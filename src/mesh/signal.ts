// What two peers say to each other through the rendezvous while they connect. Each attempt has a name
// of its own (`session`), so that what belongs to an earlier attempt is recognised: y-webrtc alone
// cannot tell, and keeps a dead connection for ever (W2, W3). The type is none that y-webrtc knows:
// its own rule for who offers steps aside (an answer it does not expect would throw, W8).

import * as v from 'valibot';

/** y-webrtc passes on, untouched, what is neither 'offer' nor 'answer'. */
const SIGNAL_TYPE = 'mesh';
const MAX_SDP = 20_000;
const MAX_CANDIDATES = 64;

export type SignalBody =
  /** Offer to me: I do not (negotiation.ts); or, once connected, look for another path. */
  | { readonly kind: 'call' }
  | { readonly kind: 'description'; readonly description: { readonly type: 'offer' | 'answer'; readonly sdp: string } }
  | { readonly kind: 'candidates'; readonly candidates: readonly RTCIceCandidateInit[] }
  /** This attempt is over here: do not wait for it. */
  | { readonly kind: 'over' };

export interface Signal {
  readonly type: typeof SIGNAL_TYPE;
  readonly session: string;
  /** The other's attempt that this is about; null while it is not known. */
  readonly to: string | null;
  readonly body: SignalBody;
}

const session = v.pipe(v.string(), v.regex(/^\d{1,12}\.[\w-]{8,64}$/));
const line = v.pipe(v.string(), v.maxLength(2_000));

const candidate = v.object({
  candidate: line,
  sdpMid: v.optional(v.nullable(line)),
  sdpMLineIndex: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(64)))),
  usernameFragment: v.optional(v.nullable(line)),
});

const body = v.variant('kind', [
  v.object({ kind: v.literal('call') }),
  v.object({
    kind: v.literal('description'),
    description: v.object({ type: v.picklist(['offer', 'answer']), sdp: v.pipe(v.string(), v.maxLength(MAX_SDP)) }),
  }),
  v.object({ kind: v.literal('candidates'), candidates: v.pipe(v.array(candidate), v.maxLength(MAX_CANDIDATES)) }),
  v.object({ kind: v.literal('over') }),
]);

const signal = v.object({ type: v.literal(SIGNAL_TYPE), session, to: v.nullable(session), body });

export const writeSignal = (from: string, to: string | null, content: SignalBody): Signal => ({
  type: SIGNAL_TYPE,
  session: from,
  to,
  body: content,
});

/** Null where it is none, or is too large. */
export const parseSignal = (value: unknown): Signal | null => {
  const parsed = v.safeParse(signal, value);
  return parsed.success ? (parsed.output as Signal) : null;
};

let attempts = 0;

/** A later attempt of the same page has the greater number before the dot. */
export const nextSession = (): string => {
  attempts += 1;
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `${attempts}.${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};

const numberOf = (name: string): number => Number(name.slice(0, name.indexOf('.')));

/** Both of the same remote peer. */
export const isLaterSession = (name: string, than: string): boolean => numberOf(name) > numberOf(than);
