// Who was asked and did not pick it up (RE6, RE7). A round is over when all have missed it and the
// next one begins, or when a person has had the conversation in hand; the misses themselves stay,
// because they count against agents (agent-tally.ts).

import type { Head, Miss } from './conversation-state.ts';
import type { RoutingEntry } from './entry.ts';
import { GrowingList } from './growing-list.ts';
import type { AgentId } from './ids.ts';
import { orderOf } from './order.ts';

export class Rounds {
  #round = 0;
  #missed: readonly AgentId[] = [];
  readonly #misses = new GrowingList<Miss>();

  assign({ round }: RoutingEntry & { kind: 'assigned' }): void {
    if (round > this.#round) this.#start(round);
  }

  /** RE6: only what its agent let time out is a miss, not what was reclaimed for Away or gone. */
  reclaim(entry: RoutingEntry & { kind: 'reclaimed' }, owner: AgentId | null, offer: Head | null): void {
    if (entry.cause !== 'timeout' || owner === null || offer === null) return;
    if (!this.#missed.includes(owner)) this.#missed = [...this.#missed, owner];
    this.#misses.push({ agent: owner, offered: offer.order, reclaimed: orderOf(entry) });
  }

  /** A person has it in hand, or had. */
  end(): void {
    this.#start(0);
  }

  facts() {
    return { round: this.#round, missed: this.#missed, misses: this.#misses.all() };
  }

  #start(round: number): void {
    this.#round = round;
    this.#missed = [];
  }
}
