// What the timeline of a replay shows: when conversations came, were assigned and were missed, and
// when nobody was Ready, as far as the entries tell (recorded-presence.ts).

import type { Conversation } from '../domain/conversation-state.ts';
import type { Entry } from '../domain/entry.ts';
import type { AgentId, ConversationId } from '../domain/ids.ts';
import type { Status } from '../domain/presence-view.ts';

interface Present {
  readonly status: Status;
}

export interface Pause {
  readonly from: number;
  /** Null where it goes on. */
  readonly to: number | null;
}

export class ReplayMarks {
  readonly arrivals: number[] = [];
  readonly assignments: number[] = [];
  readonly misses: number[] = [];
  readonly #opened = new Set<ConversationId>();
  readonly #pauses: Pause[] = [];
  #pausedSince: number | null = null;
  #isAnyReady: boolean | null = null;

  /** With the state after the entry. `conversation`: the one it belongs to. */
  see(at: number, entry: Entry, conversation: Conversation | undefined, agents: ReadonlyMap<AgentId, Present>): void {
    if (entry.kind === 'opened' && !this.#opened.has(entry.conversation)) {
      this.#opened.add(entry.conversation);
      this.arrivals.push(at);
    }
    const counts = 'base' in entry && conversation?.base === entry.id;
    if (counts && entry.kind === 'assigned') this.assignments.push(at);
    if (counts && entry.kind === 'reclaimed' && entry.cause === 'timeout') this.misses.push(at);
    if (entry.kind === 'status' || entry.kind === 'login' || entry.kind === 'logout') this.#look(at, agents);
  }

  pauses(): readonly Pause[] {
    return this.#pausedSince === null ? this.#pauses : [...this.#pauses, { from: this.#pausedSince, to: null }];
  }

  #look(at: number, agents: ReadonlyMap<AgentId, Present>): void {
    const isAnyReady = [...agents.values()].some(({ status }) => status === 'ready');
    if (isAnyReady === this.#isAnyReady) return;
    this.#isAnyReady = isAnyReady;
    if (!isAnyReady) this.#pausedSince = at;
    else if (this.#pausedSince !== null) {
      this.#pauses.push({ from: this.#pausedSince, to: at });
      this.#pausedSince = null;
    }
  }
}
