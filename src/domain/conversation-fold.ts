// The fold of one conversation (CO3, CO4): its entries in the total order, gone through once.
// Decides who holds it, in what state it is, and since when it waits. Keeps true: the same entries
// give the same conversation whatever the order of arrival; an entry at the end costs one step, a
// late one a refold of this conversation and of nothing else. Leaves out presence and time.

import type { Conversation } from './conversation-state.ts';
import { FoldState } from './fold-state.ts';
import type { ConversationEntry } from './entry.ts';
import type { ConversationId } from './ids.ts';
import { compareEntries } from './order.ts';

export class ConversationFold {
  readonly id: ConversationId;
  #entries: ConversationEntry[] = [];
  #state: FoldState;
  #isSorted = true;
  #current: Conversation | null = null;
  #isFresh = true;

  constructor(id: ConversationId) {
    this.id = id;
    this.#state = new FoldState(id);
  }

  /** Takes in an entry of this conversation that it does not hold yet (by id). */
  add(entry: ConversationEntry): void {
    const last = this.#entries.at(-1);
    this.#entries.push(entry);
    this.#isFresh = false;
    if (!this.#isSorted) return;
    if (last === undefined || compareEntries(last, entry) < 0) this.#state.step(entry);
    else this.#isSorted = false;
  }

  /** Puts the earlier of two entries with one id in the place of the later (QU1, CO3). */
  replace(old: ConversationEntry, entry: ConversationEntry): void {
    this.#entries = this.#entries.map((each) => (each === old ? entry : each));
    this.#isSorted = false;
    this.#isFresh = false;
  }

  /** Null until an entry has opened it: what came earlier waits for that. */
  current(): Conversation | null {
    if (this.#isFresh) return this.#current;
    if (!this.#isSorted) this.#refold();
    this.#current = this.#state.conversation(this.#entries);
    this.#isFresh = true;
    return this.#current;
  }

  #refold(): void {
    // A new array: conversations handed out earlier go on reading the old one.
    this.#entries = [...this.#entries].sort(compareEntries);
    this.#state = new FoldState(this.id);
    for (const entry of this.#entries) this.#state.step(entry);
    this.#isSorted = true;
  }
}
