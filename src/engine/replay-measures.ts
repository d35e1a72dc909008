// What is measured of a stretch of time (DA2), alike for what was recorded and for what is run again: of
// the conversations that entered the queue in it, how long they waited, how long until the first
// reply, and how often an offer was missed.

import type { Conversation } from '../domain/conversation-state.ts';

export interface Measures {
  /** Entered the queue. */
  readonly opened: number;
  readonly pickedUp: number;
  /** Entered queue to first pick-up or take-over, reclaims included; of those that were picked up. */
  readonly medianWaitMs: number | null;
  /** 90 of 100 waited no longer. */
  readonly ninetyWaitMs: number | null;
  /** Also of those that nobody picked up: until the end. */
  readonly longestWaitMs: number | null;
  /** Entered queue to first reply; of those that got one. */
  readonly medianReplyMs: number | null;
  readonly ninetyReplyMs: number | null;
  readonly replied: number;
  /** Offers taken back because they were not picked up in time. */
  readonly misses: number;
}

/** The value that `share` of all do not exceed. */
const atShare = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;

export const measure = (conversations: Iterable<Conversation>, to: number): Measures => {
  const waits: number[] = [];
  const replies: number[] = [];
  let [opened, misses, longest] = [0, 0, -1];
  for (const conversation of conversations) {
    const { openedAt, firstPickupAt, firstReplyAt } = conversation;
    opened += 1;
    misses += conversation.misses.length;
    const wait = Math.max(0, (firstPickupAt ?? to) - openedAt);
    longest = Math.max(longest, wait);
    if (firstPickupAt !== null) waits.push(wait);
    if (firstReplyAt !== null) replies.push(Math.max(0, firstReplyAt - openedAt));
  }
  waits.sort((a, b) => a - b);
  replies.sort((a, b) => a - b);
  return {
    opened,
    pickedUp: waits.length,
    medianWaitMs: atShare(waits, 0.5),
    ninetyWaitMs: atShare(waits, 0.9),
    longestWaitMs: longest < 0 ? null : longest,
    medianReplyMs: atShare(replies, 0.5),
    ninetyReplyMs: atShare(replies, 0.9),
    replied: replies.length,
    misses,
  };
};
