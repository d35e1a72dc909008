// The fold of one conversation (CO3, CO4): its entries in the total order, gone through once.
// Decides who holds it, in what state it is, and since when it waits. Keeps true: the same entries
// give the same conversation whatever the order of arrival; an entry at the end costs one step, a
// late one a refold of this conversation and of nothing else. What the fold needs to go on is not kept of one
// that is closed, as nearly all of a year are: if it goes on, it is folded anew. Leaves out presence and time.

import type { Conversation } from './conversation-state.ts';
import { FoldState } from './fold-state.ts';
import type { ConversationEntry } from './entry.ts';
import { GrowingList } from './growing-list.ts';
import type { ConversationId } from './ids.ts';
import { compareEntries } from './order.ts';

/** A longer one keeps it: reopened again and again, it would be folded anew each time. */
const ENTRIES_FOLDED_ANEW = 100;

export class ConversationFold {
  readonly id: ConversationId;
  #entries = new GrowingList<ConversationEntry>();
  /** Null where it is to be folded anew from the entries. */
  #state: FoldState | null;
  #current: Conversation | null = null;
  #isFresh = true;

  constructor(id: ConversationId) {
    this.id = id;
    this.#state = new FoldState(id);
  }

  /** Takes in an entry of this conversation that it does not hold yet (by id). */
  add(entry: ConversationEntry): void {
    const last = this.#entries.last();
    this.#entries.push(entry);
    this.#isFresh = false;
    if (last === undefined || compareEntries(last, entry) < 0) this.#state?.step(entry);
    else this.#state = null;
  }

  /** Puts the earlier of two entries with one id in the place of the later (QU1, CO3). */
  replace(old: ConversationEntry, entry: ConversationEntry): void {
    this.#entries = new GrowingList(this.#entries.all().map((each) => (each === old ? entry : each)));
    this.#state = null;
    this.#isFresh = false;
  }

  /** Null until an entry has opened it: what came earlier waits for that. */
  current(): Conversation | null {
    if (this.#isFresh) return this.#current;
    const state = this.#state ?? this.#refold();
    this.#current = state.conversation(this.#entries);
    this.#state = state;
    this.#isFresh = true;
    if (this.#current?.state === 'closed' && this.#entries.length <= ENTRIES_FOLDED_ANEW) this.#rest();
    return this.#current;
  }

  #rest(): void {
    this.#state = null;
    this.#entries.trim();
  }

  #refold(): FoldState {
    // A new array: conversations handed out earlier go on reading the old one.
    const entries = [...this.#entries.all()].sort(compareEntries);
    this.#entries = new GrowingList(entries);
    const state = new FoldState(this.id);
    for (const entry of entries) state.step(entry);
    return state;
  }
}
