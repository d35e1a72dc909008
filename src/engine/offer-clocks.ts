// How long this peer has seen each offer open (DI4, RE3). One running clock for all of them: it goes
// while there is a dispatcher, stands still while there is none, and counts from zero again when the
// first agent becomes Ready after nobody was. An offer remembers where the clock stood when this
// peer first saw it, so a hand-over of the dispatcher inherits nothing and postpones nothing.

import type { Conversation } from '../domain/conversation-state.ts';
import type { AgentId, ConversationId, EntryId, MonoMs } from '../domain/ids.ts';
import type { OfferAge } from '../domain/reclaim.ts';
import { STALE_MS } from './presence.ts';

interface Start {
  readonly head: EntryId | null;
  readonly at: number;
}

export class OfferClocks {
  #running = 0;
  #lastAt: MonoMs | null = null;
  #isRunning = false;
  /** RE3: nothing counts from before this reading. */
  #zero = 0;
  readonly #starts = new Map<ConversationId, Start>();
  readonly #notReady = new Map<AgentId, number>();

  /** Moves to `now`; what follows counts only if there is a dispatcher. Of a gap that this peer slept
   * through it has seen no more than a beat. */
  advance(now: MonoMs, hasDispatcher: boolean): void {
    if (this.#isRunning && this.#lastAt !== null) this.#running += Math.min(now - this.#lastAt, STALE_MS);
    this.#lastAt = now;
    this.#isRunning = hasDispatcher;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** The first agent became Ready: every clock starts from zero (RE3). */
  restart(): void {
    this.#zero = this.#running;
  }

  /** Notes an offer that this peer sees for the first time; a new head is a new offer. */
  see(conversation: Conversation): void {
    if (conversation.state !== 'assigned') {
      this.#starts.delete(conversation.id);
      return;
    }
    if (this.#starts.get(conversation.id)?.head === conversation.base) return;
    this.#starts.set(conversation.id, { head: conversation.base, at: this.#running });
  }

  /** Notes since when an agent is not ready. */
  seeAgent(agent: AgentId, isReady: boolean): void {
    if (isReady) this.#notReady.delete(agent);
    else if (!this.#notReady.has(agent)) this.#notReady.set(agent, this.#running);
  }

  age(conversation: ConversationId, holder: AgentId): OfferAge {
    const start = Math.max(this.#starts.get(conversation)?.at ?? this.#running, this.#zero);
    const since = this.#notReady.get(holder);
    return {
      openMs: this.#running - start,
      notReadyMs: since === undefined ? 0 : this.#running - Math.max(since, start),
    };
  }
}
