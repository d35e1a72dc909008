// The conversations of each customer. Built when somebody first asks, because to read the log nobody needs it; from
// then on kept up to date one conversation at a time.

import type { Conversation } from './conversation-state.ts';
import type { ConversationId } from './ids.ts';

export class ByCustomer {
  readonly #conversations: ReadonlyMap<ConversationId, Conversation>;
  #ids: Map<string, Set<ConversationId>> | null = null;

  constructor(conversations: ReadonlyMap<ConversationId, Conversation>) {
    this.#conversations = conversations;
  }

  /** `next` stands in the place of `before`. */
  place(before: Conversation | undefined, next: Conversation): void {
    if (this.#ids === null || before?.customer.key === next.customer.key) return;
    if (before !== undefined) this.#ids.get(before.customer.key)?.delete(next.id);
    this.#put(this.#ids, next);
  }

  of(key: string): readonly Conversation[] {
    const found: Conversation[] = [];
    for (const id of this.#all().get(key) ?? []) {
      const conversation = this.#conversations.get(id);
      if (conversation !== undefined) found.push(conversation);
    }
    return found;
  }

  #all(): ReadonlyMap<string, ReadonlySet<ConversationId>> {
    if (this.#ids !== null) return this.#ids;
    const ids = new Map<string, Set<ConversationId>>();
    for (const conversation of this.#conversations.values()) this.#put(ids, conversation);
    this.#ids = ids;
    return ids;
  }

  #put(ids: Map<string, Set<ConversationId>>, { id, customer }: Conversation): void {
    const own = ids.get(customer.key);
    if (own === undefined) ids.set(customer.key, new Set([id]));
    else own.add(id);
  }
}
