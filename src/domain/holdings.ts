// Who holds what, what waits, and who served whom: the indexes over conversations that routing and
// lists read. Each conversation takes back what it put in before it puts in its new state.

import type { AgentTally } from './agent-tally.ts';
import { ByCustomer } from './by-customer.ts';
import { ownerOf, type Conversation } from './conversation-state.ts';
import type { AgentId, ConversationId } from './ids.ts';
import { compareOrder } from './order.ts';
import { compareOpened } from './queue.ts';
import type { Settings } from './settings.ts';
import { WaitingList } from './waiting-list.ts';

type Served = NonNullable<Conversation['lastServed']>;

const compareServed = (a: Served, b: Served): number => compareOrder(a.order, b.order) || (a.agent < b.agent ? -1 : 1);

export class Holdings {
  readonly waiting: WaitingList;
  readonly assigned = new Map<ConversationId, Conversation>();
  readonly byCustomer: ByCustomer;
  readonly #conversations: Map<ConversationId, Conversation>;
  readonly #tally: (agent: AgentId) => AgentTally;
  /** Conversations of one customer that somebody has served. */
  readonly #served = new Map<string, Map<ConversationId, Conversation>>();

  constructor(
    conversations: Map<ConversationId, Conversation>,
    settings: Settings,
    tally: (agent: AgentId) => AgentTally,
  ) {
    this.#conversations = conversations;
    this.waiting = new WaitingList(settings);
    this.byCustomer = new ByCustomer(conversations);
    this.#tally = tally;
  }

  /** Puts the conversation in its place; gives the agents whose counts changed. */
  place(next: Conversation): ReadonlySet<AgentId> {
    const before = this.#conversations.get(next.id);
    this.#conversations.set(next.id, next);
    this.byCustomer.place(before, next);
    if (next.state === 'waiting') this.waiting.put(next);
    else if (before?.state === 'waiting') this.waiting.delete(next.id);
    if (next.state === 'assigned') this.assigned.set(next.id, next);
    else this.assigned.delete(next.id);
    if (before !== undefined) this.#served.get(before.customer.key)?.delete(next.id);
    if (next.lastServed !== null) this.#serve(next);
    return this.#count(before, next, next.state === 'assigned' && next.offeredBy === 'dispatcher');
  }

  heldBy(held: Iterable<ConversationId>): readonly Conversation[] {
    const conversations: Conversation[] = [];
    for (const id of held) {
      const conversation = this.#conversations.get(id);
      if (conversation !== undefined) conversations.push(conversation);
    }
    return conversations.sort((a, b) => a.waitingSince - b.waitingSince || compareOpened(a, b));
  }

  lastServer(customerKey: string): AgentId | null {
    let last: Conversation['lastServed'] = null;
    for (const { lastServed } of this.#served.get(customerKey)?.values() ?? []) {
      if (lastServed !== null && (last === null || compareServed(lastServed, last) > 0)) last = lastServed;
    }
    return last?.agent ?? null;
  }

  #serve(conversation: Conversation): void {
    const { key } = conversation.customer;
    const served = this.#served.get(key) ?? new Map<ConversationId, Conversation>();
    served.set(conversation.id, conversation);
    this.#served.set(key, served);
  }

  #count(before: Conversation | undefined, next: Conversation, isOffer: boolean): ReadonlySet<AgentId> {
    const touched = new Set<AgentId>();
    const ownerBefore = before === undefined ? null : ownerOf(before);
    const owner = ownerOf(next);
    if (ownerBefore !== null && ownerBefore !== owner) {
      this.#tally(ownerBefore).hold(next.id, null);
      touched.add(ownerBefore);
    }
    if (owner !== null) {
      this.#tally(owner).hold(next.id, isOffer ? 'offer' : 'own');
      touched.add(owner);
    }
    if (before?.misses !== next.misses) {
      const missers = new Set([...(before?.misses ?? []), ...next.misses].map((miss) => miss.agent));
      for (const agent of missers) {
        this.#tally(agent).miss(
          next.id,
          next.misses.filter((miss) => miss.agent === agent),
        );
        touched.add(agent);
      }
    }
    return touched;
  }
}
