// What a conversation has received and how long it has gone without: the opening, the customer's
// messages, the answers. Decides since when it waits (QU4) and since when the customer has no
// answer. Stamps are the writers' wall clocks: display, measures and the queue's order only (CO2).

import type { MessageEntry, OpenedEntry, ReplyEntry, RoutingEntry } from './entry.ts';
import type { AgentId, WallMs } from './ids.ts';
import { orderOf, type Order } from './order.ts';

interface Last {
  readonly from: 'customer' | 'imported' | AgentId;
  readonly text: string;
  readonly at: WallMs;
}

const earlier = (a: WallMs | null, b: WallMs): WallMs => (a === null || b < a ? b : a);

/** What a list shows of it: where it has no words, its files by name. */
const wordsOf = ({ text, files = [] }: MessageEntry | ReplyEntry): string =>
  text === '' ? files.map(({ name }) => name).join(', ') : text;

export class Reception {
  opened: OpenedEntry | null = null;
  #openedAt: WallMs | null = null;
  #reopenedAt: WallMs | null = null;
  /** From which on the messages are those that the last close had not seen: searched when it is asked for. */
  #unseenFrom: number | null = null;
  /** Stamps of the customer's messages in the total order. */
  readonly #received: WallMs[] = [];
  #unansweredSince: WallMs | null = null;
  #firstReplyAt: WallMs | null = null;
  #firstPickupAt: WallMs | null = null;
  #last: Last | null = null;
  #lastServed: { readonly agent: AgentId; readonly order: Order } | null = null;

  get customerMessages(): number {
    return this.#received.length;
  }

  /** The first in the total order names it; the smallest stamp of all counts the wait. */
  open(entry: OpenedEntry): void {
    this.opened ??= entry;
    this.#openedAt = earlier(this.#openedAt, entry.at);
  }

  message(entry: MessageEntry): void {
    this.#last = { from: entry.from, text: wordsOf(entry), at: entry.at };
    if (entry.from === 'imported') {
      this.#unansweredSince = null;
      return;
    }
    this.#received.push(entry.at);
    // Whichever of them comes first in the order may carry a later stamp than the next (QU4).
    if (this.#reopenedAt !== null) this.#reopenedAt = earlier(this.#reopenedAt, entry.at);
    this.#unansweredSince ??= entry.at;
  }

  reply(entry: ReplyEntry): void {
    this.#last = { from: entry.agent, text: wordsOf(entry), at: entry.at };
    this.#unansweredSince = null;
    this.#firstReplyAt ??= entry.at;
    this.#serve(entry);
  }

  pickUp(entry: RoutingEntry): void {
    this.#firstPickupAt ??= entry.at;
    this.#serve(entry);
  }

  /** A customer message came after the close (CO4.4): the wait starts with it, or with the earliest that follows. */
  reopen(at: WallMs): void {
    this.#reopenedAt = at;
    this.#unseenFrom = null;
  }

  /** A close that had not seen the last messages: the wait starts with the earliest of those. */
  reopenUnseen(seen: number): void {
    if (seen < this.#received.length) this.#unseenFrom = seen;
  }

  facts() {
    const openedAt = this.#openedAt ?? this.opened?.at;
    if (openedAt === undefined) throw new Error('The facts of a conversation are read only once it is opened.');
    return {
      openedAt,
      waitingSince: this.#waitingSince() ?? openedAt,
      customerMessages: this.customerMessages,
      unansweredSince: this.#unansweredSince,
      firstReplyAt: this.#firstReplyAt,
      firstPickupAt: this.#firstPickupAt,
      last: this.#last,
      lastServed: this.#lastServed,
    };
  }

  #waitingSince(): WallMs | null {
    if (this.#unseenFrom === null) return this.#reopenedAt;
    this.#reopenedAt = this.#received.slice(this.#unseenFrom).reduce(earlier);
    this.#unseenFrom = null;
    return this.#reopenedAt;
  }

  #serve(entry: ReplyEntry | RoutingEntry): void {
    this.#lastServed = { agent: entry.agent, order: orderOf(entry) };
  }
}
