// The dispatcher's loop (DI, AS, RE): decides, writes, and says when to look again. It moves only
// when it is called, with `now` handed in. Keeps true: whether this peer is the dispatcher and what
// stands is read at the moment of writing (DI5); the writes of one decision are one transaction.

import type { Conversation } from '../domain/conversation-state.ts';
import { decideAssignments } from '../domain/assignment.ts';
import type { Draft, Entry } from '../domain/entry.ts';
import type { AgentId, WallMs } from '../domain/ids.ts';
import { IMPORT_BATCH } from '../domain/limits.ts';
import type { PresenceOf } from '../domain/presence-view.ts';
import { isWantedElsewhere, MISSES_TO_AWAY, reclaimCause, untilReclaim } from '../domain/reclaim.ts';
import { replacedBy } from '../domain/standing.ts';
import type { Replica } from '../replica/replica.ts';
import type { OfferClocks } from './offer-clocks.ts';
import type { Now } from './presence.ts';

type Offer = Conversation & { readonly state: 'assigned' };

/** Bounds one round of work, whatever a broken clock or a flood of entries makes of it. */
const STEPS_MAX = 1_000;

/** A decision by what it is about: the same again would be the same entry in other words. */
const nameOf = (draft: Draft): string =>
  JSON.stringify(
    draft.kind === 'status' ? [draft.of, draft.replaces] : 'base' in draft ? [draft.conversation, draft.base] : draft,
  );

export class Dispatcher {
  readonly #replica: Replica;
  readonly #clocks: OfferClocks;
  readonly #presence: PresenceOf;
  /** What was written and does not count: only where a counter was forged up to its bound (CO2). Not tried
   * again, else the settling of one event would never end. */
  readonly #vain = new Set<string>();

  constructor(replica: Replica, clocks: OfferClocks, presence: PresenceOf) {
    this.#replica = replica;
    this.#clocks = clocks;
    this.#presence = presence;
  }

  /** Everything that is due now. `isMine` is asked before each write (DI5); `as` signs it. */
  run(as: AgentId, now: Now, isMine: () => boolean): void {
    for (let step = 0; step < STEPS_MAX && isMine(); step += 1) {
      const drafts = this.#next(now);
      if (drafts.length === 0) return;
      const written = this.#replica.write(as, drafts, now.wall);
      for (const [index, draft] of drafts.entries()) {
        const entry = written[index];
        if (entry !== undefined && !this.#counts(entry)) this.#vain.add(nameOf(draft));
      }
    }
  }

  /** Milliseconds until an offer can be taken back with nothing else happening; null for none. */
  untilNext(): number | null {
    let least: number | null = null;
    for (const offer of this.#offers()) {
      const until = this.remainingMs(offer);
      // What is due and still here waits for somebody to become eligible: an event, not a time.
      if (until !== null && until > 0 && (least === null || until < least)) least = until;
    }
    return least;
  }

  /** Milliseconds left to pick it up; null while no clock runs for it (RE3, RE5). */
  remainingMs(conversation: Conversation): number | null {
    if (!this.#clocks.isRunning || conversation.state !== 'assigned' || conversation.offeredBy !== 'dispatcher')
      return null;
    const age = this.#clocks.age(conversation.id, conversation.owner);
    return untilReclaim(age, this.#presence(conversation.owner), this.#replica.team.settings);
  }

  #next({ wall }: Now): readonly Draft[] {
    const away = this.#missedTooOften().filter((draft) => this.#isWorthwhile(draft));
    if (away.length > 0) return away;
    const assignments = this.#assignments(wall).filter((draft) => this.#isWorthwhile(draft));
    return assignments.length > 0 ? assignments.slice(0, IMPORT_BATCH) : this.#oneReclaim();
  }

  #assignments(wall: WallMs): readonly Draft[] {
    return decideAssignments(this.#replica.team, this.#presence, wall).map(({ conversation, to, round, reason }) => {
      return { kind: 'assigned', conversation: conversation.id, base: conversation.base, to, round, reason };
    });
  }

  #isWorthwhile(draft: Draft): boolean {
    return this.#vain.size === 0 || !this.#vain.has(nameOf(draft));
  }

  /** RE6. Its choice names what stands, so that it never overrides one it did not see. */
  #missedTooOften(): readonly Draft[] {
    const drafts: Draft[] = [];
    for (const { id, missedInRow, standing } of this.#replica.team.agents.values()) {
      if (missedInRow < MISSES_TO_AWAY || standing.intent !== 'ready') continue;
      drafts.push({ kind: 'status', of: id, intent: 'away', replaces: replacedBy(standing), by: 'system' });
    }
    return drafts;
  }

  #counts(entry: Entry): boolean {
    const { agents, conversations } = this.#replica.team;
    if (entry.kind === 'status') return agents.get(entry.of)?.standing.order?.id === entry.id;
    return 'conversation' in entry && conversations.get(entry.conversation)?.base === entry.id;
  }

  /** One at a time: what it frees is given out before the next is looked at (RE2). */
  #oneReclaim(): readonly Draft[] {
    const { agents, settings } = this.#replica.team;
    for (const offer of this.#offers()) {
      const cause = reclaimCause(this.#clocks.age(offer.id, offer.owner), this.#presence(offer.owner), settings);
      if (cause === null || !isWantedElsewhere(offer, offer.owner, agents.values(), this.#presence, settings)) continue;
      const draft: Draft = { kind: 'reclaimed', conversation: offer.id, base: offer.base, cause };
      if (this.#isWorthwhile(draft)) return [draft];
    }
    return [];
  }

  *#offers(): Iterable<Offer> {
    for (const conversation of this.#replica.team.assigned()) {
      if (conversation.state === 'assigned' && conversation.offeredBy === 'dispatcher') yield conversation;
    }
  }
}
