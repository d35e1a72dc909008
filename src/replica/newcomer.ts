// A document that is still coming. Decides what may be told of it: the conversations of which a teammate has said that
// they are open and come first, the choices of which it has said that they stand, and what was written since. Of any
// other conversation the close may still be under way, and it would seem to wait; of any other choice, what replaced
// it. So these are taken in, and told when all is here.

import type { ConversationEntry, Entry, StatusEntry } from '../domain/entry.ts';
import type { ConversationId, EntryId } from '../domain/ids.ts';
import type { TeamFold } from '../domain/team-fold.ts';
import type { TeamChanges } from '../domain/team-state.ts';
import type { FirstSaid } from './first-part.ts';

/** A few milliseconds of folding. */
const CONVERSATIONS_AT_ONCE = 250;
const CHOICES_AT_ONCE = 2_000;

export class Newcomer {
  readonly #fold: TeamFold;
  readonly #open = new Set<ConversationId>();
  readonly #standing = new Set<EntryId>();
  #lamport = Number.POSITIVE_INFINITY;
  #choices: StatusEntry[] = [];

  constructor(fold: TeamFold) {
    this.#fold = fold;
  }

  take(entries: readonly Entry[]): TeamChanges {
    const [told, partial]: [Entry[], ConversationEntry[]] = [[], []];
    for (const entry of entries) {
      if ('conversation' in entry && !this.#isOpen(entry)) partial.push(entry);
      else if (entry.kind === 'status' && !this.#stands(entry)) this.#choices.push(entry);
      else told.push(entry);
    }
    this.#fold.keepBack(partial);
    return this.#fold.apply(told);
  }

  /** These come first; what is above `lamport` was written after the question for them. */
  expect({ open, standing, lamport }: FirstSaid): readonly TeamChanges[] {
    for (const id of open) this.#open.add(id);
    for (const id of standing) this.#standing.add(id);
    this.#lamport = Math.min(this.#lamport, lamport);
    this.#fold.hear(lamport);
    const held = this.#choices.splice(0);
    return [this.#fold.tellThese(open), this.take(held)];
  }

  /** All is here: what was kept back, some at a time, so that no task is long. */
  *tellAll(): Generator<TeamChanges> {
    while (this.#choices.length > 0) yield this.#fold.apply(this.#choices.splice(0, CHOICES_AT_ONCE));
    while (this.#fold.keptBack > 0) yield this.#fold.tell(CONVERSATIONS_AT_ONCE);
  }

  #isOpen(entry: ConversationEntry): boolean {
    if (entry.kind === 'opened' && entry.lamport > this.#lamport) this.#open.add(entry.conversation);
    return this.#open.has(entry.conversation);
  }

  #stands({ id, lamport }: StatusEntry): boolean {
    return lamport > this.#lamport || this.#standing.has(id);
  }
}
