// The reconciliation list as the screen reads it: what concerns this agent, the last first, and what
// of it they have seen. Seen is personal and kept on this device alone. Only what
// changed is looked at again; who has nothing crossed pays nothing.

import type { AgentId, ConversationId } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { Notes } from './app-ports.ts';
import { keptList } from './kept-identity.ts';
import { isConcerned, readReconciliation, type ReconciliationItem } from './reconciliation.ts';

export interface ReconciliationSource {
  readonly me: AgentId;
  readonly notes: Notes;
  /** Reactive: read anew after every change. */
  team(): Pick<TeamState, 'agents' | 'conversations'>;
}

const keyOf = (id: ConversationId): string => `reconciled/${id}`;

export class ReconciliationList {
  readonly #source: ReconciliationSource;
  readonly #crossed = new Set<ConversationId>();
  #items: readonly ReconciliationItem[] = [];
  #marked = $state(0);

  readonly items: readonly ReconciliationItem[] = $derived.by(() => this.#read());
  readonly unseen: readonly ReconciliationItem[] = $derived.by(() => this.items.filter((item) => !this.isSeen(item)));

  constructor(source: ReconciliationSource, start: Pick<TeamState, 'conversations'>) {
    this.#source = source;
    this.note(start, start.conversations.keys());
  }

  /** These have a new value. */
  note({ conversations }: Pick<TeamState, 'conversations'>, changed: Iterable<ConversationId>): void {
    for (const id of changed) {
      if ((conversations.get(id)?.forks.length ?? 0) > 0) this.#crossed.add(id);
      else this.#crossed.delete(id);
    }
  }

  isSeen({ conversation, mark }: ReconciliationItem): boolean {
    void this.#marked;
    return this.#source.notes.get(keyOf(conversation.id)) === mark;
  }

  markSeen(items: Iterable<ReconciliationItem>): void {
    for (const { conversation, mark } of items) this.#source.notes.set(keyOf(conversation.id), mark);
    this.#marked += 1;
  }

  #read(): readonly ReconciliationItem[] {
    const { agents, conversations } = this.#source.team();
    const role = agents.get(this.#source.me)?.role ?? 'agent';
    const items: ReconciliationItem[] = [];
    for (const id of this.#crossed) {
      const conversation = conversations.get(id);
      const item = conversation === undefined ? null : readReconciliation(conversation);
      if (item !== null && isConcerned(item, this.#source.me, role)) items.push(item);
    }
    items.sort((a, b) => b.from - a.from || (a.conversation.id < b.conversation.id ? -1 : 1));
    this.#items = keptList(this.#items, items);
    return this.#items;
  }
}
