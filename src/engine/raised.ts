// What a person must decide (RE7, RE8): a conversation that everybody missed, and one that was
// handed to a Ready agent who does not pick it up. Raised, never acted upon.

import type { Conversation } from '../domain/conversation-state.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { PresenceOf } from '../domain/presence-view.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { Alert } from './desk-types.ts';
import type { OfferClocks } from './offer-clocks.ts';

const isEveryoneMissed = (conversation: Conversation): boolean =>
  conversation.round > 0 && (conversation.state === 'waiting' || conversation.state === 'assigned');

export class Raised {
  readonly #team: TeamState;
  readonly #clocks: OfferClocks;
  readonly #presence: PresenceOf;
  readonly #missed = new Set<ConversationId>();

  constructor(team: TeamState, clocks: OfferClocks, presence: PresenceOf) {
    this.#team = team;
    this.#clocks = clocks;
    this.#presence = presence;
  }

  see(conversation: Conversation): void {
    if (isEveryoneMissed(conversation)) this.#missed.add(conversation.id);
    else this.#missed.delete(conversation.id);
  }

  alerts(): readonly Alert[] {
    const alerts: Alert[] = [];
    for (const id of this.#missed) {
      alerts.push({ kind: 'everyoneMissed', conversation: id, round: this.#team.conversations.get(id)?.round ?? 0 });
    }
    for (const { conversation, untilMs } of this.#handedOver()) {
      if (untilMs > 0 || conversation.head === null) continue;
      const { owner, head } = conversation;
      alerts.push({ kind: 'transferNotPickedUp', conversation: conversation.id, to: owner, by: head.by });
    }
    return alerts;
  }

  untilNext(): number | null {
    let least: number | null = null;
    for (const { untilMs } of this.#handedOver())
      if (untilMs > 0 && (least === null || untilMs < least)) least = untilMs;
    return least;
  }

  *#handedOver() {
    const limitMs = 2 * this.#team.settings.pickupTimeoutMs;
    for (const conversation of this.#team.assigned()) {
      if (conversation.state !== 'assigned' || conversation.offeredBy !== 'person') continue;
      if (!this.#clocks.isRunning || this.#presence(conversation.owner).status !== 'ready') continue;
      yield { conversation, untilMs: limitMs - this.#clocks.age(conversation.id, conversation.owner).openMs };
    }
  }
}
