// How long customers waited, by hours of a day or by days (DA2): entered the queue to first picked up,
// reclaims included, counted where they were picked up. Also what each of those spans brought: first
// responses and misses. Pure; hours and days are those of where this browser is.

import type { Conversation } from '../domain/conversation-state.ts';
import { medianOf } from './figures.ts';

export interface WaitSpan {
  /** Wall milliseconds, `end` not included. */
  readonly start: number;
  readonly end: number;
  readonly pickedUp: number;
  readonly medianMs: number | null;
  /** 90 of 100 waited no longer. */
  readonly p90Ms: number | null;
  readonly answered: number;
  readonly firstResponseMs: number | null;
  readonly missed: number;
}

export type WaitRange = 'today' | 'week' | 'month';

const FIRST_HOUR = 9;
const LAST_HOUR = 17;
const DAYS = { week: 7, month: 28 } as const;

/** Boundaries are asked of the calendar: a day in which clocks change has 23 or 25 hours. */
const hourOf = (dayStart: number, hour: number): number => new Date(dayStart).setHours(hour, 0, 0, 0);

const dayAfter = (dayStart: number, days: number): number => {
  const date = new Date(dayStart);
  return date.setDate(date.getDate() + days);
};

interface Span {
  readonly start: number;
  readonly end: number;
}

const spansOf = (range: WaitRange, dayStart: number, hours: readonly number[]): readonly Span[] => {
  if (range === 'today') {
    const first = Math.min(FIRST_HOUR, ...hours);
    const last = Math.max(LAST_HOUR, ...hours);
    return Array.from({ length: last - first + 1 }, (_, index) => {
      return { start: hourOf(dayStart, first + index), end: hourOf(dayStart, first + index + 1) };
    });
  }
  const days = DAYS[range];
  return Array.from({ length: days }, (_, index) => {
    return { start: dayAfter(dayStart, index + 1 - days), end: dayAfter(dayStart, index + 2 - days) };
  });
};

/** The smallest value that at least `share` of all do not exceed. */
export const quantileOf = (values: readonly number[], share: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
};

interface Events {
  readonly waits: number[];
  readonly responses: number[];
  missed: number;
}

export const waitsOf = (
  conversations: Iterable<Conversation>,
  range: WaitRange,
  dayStart: number,
): readonly WaitSpan[] => {
  const from = range === 'today' ? dayStart : dayAfter(dayStart, 1 - DAYS[range]);
  const to = dayAfter(dayStart, 1);
  const isIn = (at: number | null): at is number => at !== null && at >= from && at < to;
  const touched = [...conversations].filter(({ firstPickupAt, firstReplyAt, head }) => {
    return isIn(firstPickupAt) || isIn(firstReplyAt) || (head !== null && head.at >= from);
  });
  const missesOf = ({ misses, entries }: Conversation): readonly number[] => {
    if (misses.length === 0) return [];
    const stamps = new Map(entries.map((entry) => [entry.id, entry.at]));
    return misses.map(({ reclaimed }) => stamps.get(reclaimed.id) ?? 0).filter(isIn);
  };
  const all = touched.map((conversation) => ({ conversation, misses: missesOf(conversation) }));
  const stamps = all.flatMap(({ conversation, misses }) => {
    return [conversation.firstPickupAt, conversation.firstReplyAt, ...misses].filter(isIn);
  });
  const spans = spansOf(range, dayStart, range === 'today' ? stamps.map((at) => new Date(at).getHours()) : []);
  const events: Events[] = spans.map(() => ({ waits: [], responses: [], missed: 0 }));
  const eventsAt = (at: number | null): Events | undefined =>
    isIn(at) ? events[spans.findIndex(({ start, end }) => at >= start && at < end)] : undefined;
  for (const { conversation, misses } of all) {
    const { openedAt, firstPickupAt, firstReplyAt } = conversation;
    eventsAt(firstPickupAt)?.waits.push(Math.max(0, (firstPickupAt ?? 0) - openedAt));
    eventsAt(firstReplyAt)?.responses.push(Math.max(0, (firstReplyAt ?? 0) - openedAt));
    for (const at of misses) {
      const there = eventsAt(at);
      if (there !== undefined) there.missed += 1;
    }
  }
  return spans.map((span, index) => {
    const { waits, responses, missed } = events[index] ?? { waits: [], responses: [], missed: 0 };
    return {
      ...span,
      pickedUp: waits.length,
      medianMs: medianOf(waits),
      p90Ms: quantileOf(waits, 0.9),
      answered: responses.length,
      firstResponseMs: medianOf(responses),
      missed,
    };
  });
};
