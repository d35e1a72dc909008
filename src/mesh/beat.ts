// What a peer says every 2 s, and how it is read on the other side. Bounded and checked: a beat is
// the first thing that foreign bytes can put before a person (who is there).

import * as v from 'valibot';

import { asAgentId, asConversationId, asDeviceId } from '../domain/ids.ts';
import { MAX_ID } from '../domain/limits.ts';
import type { Announcement } from '../engine/ports.ts';
import { MAX_RUMOURS, type Rumour } from './grapevine.ts';
import { Malformed } from './malformed.ts';

export interface Beat {
  readonly protocol: number;
  /** Counts up on one connection; the echo names it. */
  readonly turn: number;
  /** Null until the app has said who it is. */
  readonly about: Announcement | null;
  /** The peers it is connected to: what it gets from them need not be passed on to it. */
  readonly sees: readonly string[];
  /** Grows while this page beats, over all its connections. */
  readonly pulse: number;
  /** Peers that the other end does not see (grapevine.ts). */
  readonly others: readonly Rumour[];
  /** Peers that said goodbye lately. */
  readonly gone: readonly string[];
  /** state-mark.ts of its document. */
  readonly mark: number;
  /** log-digests.ts of it; null while that is being worked out. */
  readonly digest: number | null;
}

export const MAX_SEEN_PEERS = 64;
/** What this page speaks. A later version counts on; frames and messages that an earlier one does not know
 * are passed over by it if the beat said so before. */
export const PROTOCOL = 1;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID));

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const attending = v.object({ conversation: v.pipe(id, v.transform(asConversationId)), isTyping: v.boolean() });

const announcement = v.object({
  device: v.pipe(id, v.transform(asDeviceId)),
  agent: v.nullable(v.pipe(id, v.transform(asAgentId))),
  peer: id,
  isCaughtUp: v.boolean(),
  // Left out rather than refused where it cannot be read: it is worth no connection.
  attending: v.exactOptional(v.fallback(v.nullable(attending), null)),
});

const beat = v.object({
  protocol: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  turn: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
  about: v.nullable(announcement),
  sees: v.pipe(v.array(id), v.maxLength(MAX_SEEN_PEERS)),
  pulse: v.optional(count, 0),
  others: v.optional(
    v.pipe(v.array(v.object({ about: announcement, pulse: count, isMet: v.boolean() })), v.maxLength(MAX_RUMOURS)),
    [],
  ),
  gone: v.optional(v.pipe(v.array(id), v.maxLength(MAX_RUMOURS)), []),
  mark: v.pipe(v.number(), v.integer()),
  digest: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null),
});

export const writeBeat = (value: Beat): string =>
  JSON.stringify({
    ...value,
    sees: value.sees.slice(0, MAX_SEEN_PEERS),
    others: value.others.slice(0, MAX_RUMOURS),
    gone: value.gone.slice(0, MAX_RUMOURS),
  });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed('a beat that is no JSON');
  }
};

/** Throws `Malformed`. Fields of a later version are passed over. */
export const parseBeat = (text: string): Beat => {
  const parsed = v.safeParse(beat, parseJson(text));
  if (!parsed.success) throw new Malformed('a beat without its fields');
  return parsed.output;
};

export const isSameAnnouncement = (a: Announcement | null, b: Announcement | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.device === b.device &&
    a.agent === b.agent &&
    a.peer === b.peer &&
    a.isCaughtUp === b.isCaughtUp &&
    a.attending?.conversation === b.attending?.conversation &&
    a.attending?.isTyping === b.attending?.isTyping);
