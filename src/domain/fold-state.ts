// One run of the fold over a conversation's entries, each given once and in the total order.
// `step` is the whole meaning of an entry; crossing.ts decides what counts, line.ts who knew what.

import type { Conversation, Fork, Head } from './conversation-state.ts';
import { ANSWERED, judge, KNOWS_ANSWERS, STRENGTH, type Verdict } from './crossing.ts';
import type {
  AssignReason,
  ConversationEntry,
  MessageEntry,
  OpenedEntry,
  Outcome,
  ReplyEntry,
  RoutingEntry,
} from './entry.ts';
import type { AgentId, ConversationId } from './ids.ts';
import { GrowingList } from './growing-list.ts';
import { Lines } from './line.ts';
import { Marks } from './marks.ts';
import { orderOf } from './order.ts';
import { actorOf, isDispatchers, outcomeOf, ownerIn } from './outcome.ts';
import { Reception } from './reception.ts';
import { Rounds } from './rounds.ts';
import { ShownConversation } from './shown-conversation.ts';

type Standing =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'assigned';
      readonly owner: AgentId;
      readonly offeredBy: 'dispatcher' | 'person';
      readonly reason: AssignReason | null;
    }
  | { readonly state: 'active'; readonly owner: AgentId }
  | { readonly state: 'closed'; readonly closedBy: AgentId };

export class FoldState {
  readonly #id: ConversationId;
  readonly #lines = new Lines();
  readonly #reception = new Reception();
  readonly #rounds = new Rounds();
  readonly #marks = new Marks();
  #outcome: Outcome = { state: 'waiting' };
  #head: Head | null = null;
  #reason: AssignReason | null = null;
  /** Customer messages that the standing close had seen; null where no close stands. */
  #closeSaw: number | null = null;
  readonly #forks = new GrowingList<Fork>();

  constructor(id: ConversationId) {
    this.#id = id;
  }

  step(entry: ConversationEntry): void {
    switch (entry.kind) {
      case 'opened':
        return this.#reception.open(entry);
      case 'message':
        return this.#message(entry);
      case 'note':
        return;
      case 'tagged':
        return this.#marks.tag(entry);
      case 'needsChanged':
        return this.#marks.change(entry);
      case 'snoozed':
        return this.#marks.snooze(entry, this.#head?.id ?? null, ownerIn(this.#outcome));
      case 'reply':
        return this.#reply(entry);
      default:
        return this.#route(entry);
    }
  }

  #message(entry: MessageEntry): void {
    const wasClosed = this.#stateNow() === 'closed';
    this.#reception.message(entry);
    if (wasClosed && this.#stateNow() === 'waiting') this.#reception.reopen(entry.at);
  }

  /** CO4.4: a close that has not seen every customer message leaves the conversation waiting. */
  #stateNow(): Outcome['state'] {
    const isReopened = this.#closeSaw !== null && this.#reception.customerMessages > this.#closeSaw;
    return this.#outcome.state === 'closed' && isReopened ? 'waiting' : this.#outcome.state;
  }

  #reply(entry: ReplyEntry): void {
    this.#reception.reply(entry);
    this.#marks.wake();
    const { base } = entry;
    if (base === null || !this.#lines.isHolderAt(base, entry.agent)) return;
    this.#lines.answer(base, entry.agent);
    if (this.#head !== null && base === this.#head.id) {
      this.#head = { ...this.#head, strength: ANSWERED, answeredBy: entry.agent };
      this.#rounds.end();
      if (this.#outcome.state === 'assigned') this.#outcome = { state: 'active', owner: entry.agent };
      return;
    }
    const verdict = judge({ kind: 'reply', strength: ANSWERED, namesHead: false }, this.#present());
    this.#noteFork(verdict, entry);
    if (verdict !== 'crossed') return;
    this.#lines.add(entry.id, 'reply', base, entry.agent);
    this.#lines.answer(entry.id, entry.agent);
    this.#rounds.end();
    this.#setHead(entry, { state: 'active', owner: entry.agent }, ANSWERED, entry.agent);
  }

  #route(entry: RoutingEntry): void {
    const outcome = outcomeOf(entry);
    const answerer = this.#knownAnswerer(entry);
    const strength = answerer === null ? this.#ownStrength(entry) : ANSWERED;
    this.#lines.add(entry.id, entry.kind, entry.base, ownerIn(outcome));
    const namesHead = entry.base === (this.#head?.id ?? null);
    const verdict = judge({ kind: entry.kind, strength, namesHead }, this.#present());
    this.#noteFork(verdict, entry);
    if (verdict === 'counts' || verdict === 'crossed') this.#take(entry, outcome, strength, answerer);
  }

  #ownStrength(entry: RoutingEntry): number {
    return entry.kind === 'unknownRouting' ? entry.strength : STRENGTH[entry.kind];
  }

  /** CO4.3: the answer in its line that a transfer, take or pick-up is known to have seen. */
  #knownAnswerer(entry: RoutingEntry): AgentId | null {
    if (!KNOWS_ANSWERS.has(entry.kind)) return null;
    const answerers = this.#lines.answerersBefore(entry.base);
    const standing = this.#head?.answeredBy ?? null;
    if (standing !== null && answerers.has(standing)) return standing;
    return answerers.has(entry.agent) ? entry.agent : null;
  }

  #take(entry: RoutingEntry, outcome: Outcome, strength: number, answerer: AgentId | null): void {
    if (entry.kind === 'reclaimed') this.#rounds.reclaim(entry, ownerIn(this.#outcome), this.#head);
    else if (entry.kind === 'assigned') this.#rounds.assign(entry);
    else this.#rounds.end();
    if (entry.kind === 'pickedUp' || entry.kind === 'taken') this.#reception.pickUp(entry);
    this.#setHead(entry, outcome, strength, answerer);
    if (entry.kind === 'assigned') this.#reason = entry.reason;
    if (outcome.state !== 'closed') return;
    // A close of a newer kind does not say what it had seen: whatever stands before it.
    this.#closeSaw = entry.kind === 'closed' ? entry.seen : this.#reception.customerMessages;
    this.#reception.reopenUnseen(this.#closeSaw);
  }

  #setHead(entry: RoutingEntry | ReplyEntry, outcome: Outcome, strength: number, answeredBy: AgentId | null): void {
    const { id, kind, at, agent: by } = entry;
    this.#outcome = outcome;
    this.#closeSaw = null;
    this.#reason = null;
    this.#head = { id, kind, order: orderOf(entry), at, by, strength, answeredBy };
  }

  /** CO5: both sides of a crossing between people are kept for those concerned. */
  #noteFork(verdict: Verdict, entry: RoutingEntry | ReplyEntry): void {
    const head = this.#head;
    const actor = head === null ? null : actorOf(head);
    if (head === null || actor === null || actor === entry.agent || isDispatchers(entry.kind)) return;
    if (verdict === 'crossed') this.#forks.push({ winner: entry.id, loser: head.id });
    if (verdict === 'lost') this.#forks.push({ winner: head.id, loser: entry.id });
  }

  #present(): Parameters<typeof judge>[1] {
    return { state: this.#stateNow(), headKind: this.#head?.kind ?? null, headStrength: this.#head?.strength ?? 0 };
  }

  /** The conversation as it stands; null until it was opened. */
  conversation(entries: GrowingList<ConversationEntry>): Conversation | null {
    const opened: OpenedEntry | null = this.#reception.opened;
    if (opened === null) return null;
    const facts = {
      id: this.#id,
      channel: opened.channel,
      thread: opened.thread,
      customer: opened.customer,
      subject: opened.subject,
      priority: opened.priority,
      skills: opened.skills,
      ...this.#reception.facts(),
      ...this.#marks.facts(this.#head?.id ?? null, this.#reception.customerMessages),
      openedOrder: orderOf(opened),
      head: this.#head,
      base: this.#head?.id ?? null,
      ...this.#rounds.facts(),
      forks: this.#forks.all(),
    };
    return Object.assign(new ShownConversation(facts, entries), this.#standing());
  }

  #standing(): Standing {
    const outcome = this.#outcome;
    const state = this.#stateNow();
    if (outcome.state === 'assigned') {
      const isOffer = this.#head?.kind === 'assigned';
      return {
        state: 'assigned',
        owner: outcome.owner,
        offeredBy: isOffer ? 'dispatcher' : 'person',
        reason: this.#reason,
      };
    }
    if (outcome.state === 'active') return { state: 'active', owner: outcome.owner };
    const closedBy = this.#head?.by;
    if (state === 'closed' && closedBy !== undefined) return { state: 'closed', closedBy };
    return { state: 'waiting' };
  }
}
