// The entries of a team as they happened in time. The total order decides what counts, but it is no
// timeline: an island that wrote little stands early in it. So entries are told by their stamps, with
// two corrections where clocks contradict what is certain: nothing before what it was decided on, and
// nothing later than now.

import type { Entry } from '../domain/entry.ts';
import type { ConversationId, EntryId, WallMs } from '../domain/ids.ts';
import { compareOrder } from '../domain/order.ts';

export interface TimedEntry {
  readonly at: number;
  readonly entry: Entry;
}

/** `entries` in the total order. */
const timed = (entries: readonly Entry[], now: WallMs): TimedEntry[] => {
  const routed = new Map<EntryId, number>();
  const opened = new Map<ConversationId, number>();
  return entries.map((entry) => {
    let at: number = Math.min(entry.at, now);
    if ('conversation' in entry) {
      at = Math.max(at, opened.get(entry.conversation) ?? at);
      if ('base' in entry) {
        at = Math.max(at, entry.base === null ? at : (routed.get(entry.base) ?? at));
        routed.set(entry.id, at);
      } else if (entry.kind === 'opened' && !opened.has(entry.conversation)) opened.set(entry.conversation, at);
    }
    return { at, entry };
  });
};

/** Three steps, each a short task also of a long log. */
export class TimeOrder {
  readonly #now: WallMs;
  #entries: Entry[];
  #timed: TimedEntry[] | null = null;
  #isSorted = false;

  constructor(entries: Iterable<Entry>, now: WallMs) {
    this.#now = now;
    this.#entries = [...entries];
  }

  /** True once `result` can be read. */
  step(): boolean {
    if (!this.#isSorted) this.#entries.sort(compareOrder);
    else if (this.#timed === null) this.#timed = timed(this.#entries, this.#now);
    else {
      this.#timed.sort((a, b) => a.at - b.at);
      return true;
    }
    this.#isSorted = true;
    return false;
  }

  result(): readonly TimedEntry[] {
    return this.#timed ?? [];
  }
}
