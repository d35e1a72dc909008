// Where colleagues called this agent (AT2): the conversations with a note that was not seen yet. Seen is kept on
// this device, by how many of a conversation's were on the screen. Those in the chat are told by its own marks.

import type { Mention } from '../domain/mention-log.ts';
import type { AgentId, ConversationId } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { Notes } from './app-ports.ts';

export class Mentions {
  readonly #notes: Notes;
  readonly #all: () => readonly Mention[];
  #marks = $state(0);

  /** By conversation, how many notes of it call this agent. */
  readonly #counts: ReadonlyMap<ConversationId, number> = $derived.by(() => {
    const counts = new Map<ConversationId, number>();
    for (const entry of this.#all()) {
      if (entry.kind === 'note') counts.set(entry.conversation, (counts.get(entry.conversation) ?? 0) + 1);
    }
    return counts;
  });
  /** With a mention that was not seen yet. */
  readonly unread: readonly ConversationId[] = $derived.by(() => {
    void this.#marks;
    return [...this.#counts].filter(([id, count]) => count > this.#seen(id)).map(([id]) => id);
  });

  constructor(notes: Notes, team: () => TeamState, me: AgentId) {
    this.#notes = notes;
    this.#all = () => team().mentionsOf(me);
  }

  get all(): readonly Mention[] {
    return this.#all();
  }

  /** The conversation was on the screen. */
  markSeen(id: ConversationId): void {
    const count = this.#counts.get(id) ?? 0;
    if (count <= this.#seen(id)) return;
    this.#notes.set(`mention/${id}`, count);
    this.#marks += 1;
  }

  #seen(id: ConversationId): number {
    const noted = this.#notes.get(`mention/${id}`);
    return typeof noted === 'number' ? noted : 0;
  }
}

/** Of those whom the picker put into a text, the ones whose name still stands there. */
export const calledIn = (text: string, picked: ReadonlyMap<AgentId, string>): readonly AgentId[] =>
  [...picked].filter(([, name]) => text.includes(`@${name}`)).map(([id]) => id);

/** An at sign at the start of a word asks for the picker. */
export const asksForAgent = (text: string, caret: number): boolean =>
  text.charAt(caret - 1) === '@' && (caret === 1 || /\s/u.test(text.charAt(caret - 2)));
