// A second reading of a conversation, written from the words of CO4, QU4 and RE6 and not from the
// code of the fold: slow, with no caches, and held against the desk's own for every set of entries
// that ever comes together anywhere.

import type { ConversationEntry, OpenedEntry, Outcome, ReplyEntry, RoutingEntry } from '../../src/domain/entry.ts';
import type { AgentId, EntryId } from '../../src/domain/ids.ts';
import { inTotalOrder, isSameMessage } from './reference-order.ts';

export interface Reading {
  readonly opened: OpenedEntry | null;
  readonly state: Outcome['state'];
  readonly owner: AgentId | null;
  readonly head: RoutingEntry | ReplyEntry | null;
  readonly strength: number;
  readonly answeredBy: AgentId | null;
  readonly customerMessages: number;
  readonly openedAt: number;
  readonly waitingSince: number;
  /** The close after which it waits anew; null while it waits from its opening. */
  readonly reopenedAfter: EntryId | null;
  readonly round: number;
  readonly missed: readonly AgentId[];
  readonly misses: number;
  /** "winner > loser" of what people did without knowing of each other. */
  readonly forks: readonly string[];
  /** Routing entries and replies decided without knowing the head, whatever became of them. */
  readonly crossings: number;
  /** Entries of it, a message brought in twice counted once. */
  readonly size: number;
}

type Mover = RoutingEntry | ReplyEntry;

/** One who moved the conversation, with who answered on it, and when, by place in the order. */
interface Link {
  readonly mover: Mover;
  readonly owner: AgentId | null;
  readonly at: number;
  readonly answers: { readonly by: AgentId; readonly at: number }[];
}

const OWN: Readonly<Record<string, number>> = { transferred: 4, taken: 4, pickedUp: 3, returned: 2, closed: 1 };

const outcomeOf = (mover: Mover): Outcome => {
  if (mover.kind === 'assigned' || mover.kind === 'transferred') return { state: 'assigned', owner: mover.to };
  if (mover.kind === 'reclaimed' || mover.kind === 'returned') return { state: 'waiting' };
  if (mover.kind === 'closed') return { state: 'closed' };
  if (mover.kind === 'unknownRouting') return mover.outcome;
  return { state: 'active', owner: mover.agent };
};

/** What moves nothing. */
type Mark = Extract<ConversationEntry, { kind: 'note' | 'tagged' | 'needsChanged' | 'snoozed' }>;
const isMark = (entry: ConversationEntry): entry is Mark =>
  ['note', 'tagged', 'needsChanged', 'snoozed'].includes(entry.kind);

const isAutomatic = ({ kind }: Mover): boolean => kind === 'assigned' || kind === 'reclaimed';

export class Rereading {
  #head: Mover | null = null;
  #outcome: Outcome = { state: 'waiting' };
  #strength = 0;
  #answeredBy: AgentId | null = null;
  #saw = Number.POSITIVE_INFINITY;
  #opened: OpenedEntry | null = null;
  #openedAt = Number.POSITIVE_INFINITY;
  readonly #stamps: number[] = [];
  #reopened: { readonly after: EntryId; readonly from: number } | null = null;
  readonly #links = new Map<EntryId, Link>();
  #round = 0;
  #missed: AgentId[] = [];
  #misses = 0;
  readonly #forks: string[] = [];
  #crossings = 0;
  #place = 0;
  #size = 0;

  constructor(entries: readonly ConversationEntry[]) {
    const ordered = [...entries].sort(inTotalOrder);
    const messages = new Map<EntryId, ConversationEntry[]>();
    for (const entry of ordered) {
      const same = messages.get(entry.id) ?? [];
      if (same.some((other) => isSameMessage(other, entry))) continue;
      messages.set(entry.id, [...same, entry]);
      this.#place += 1;
      this.#size += 1;
      this.#read(entry);
    }
  }

  reading(): Reading {
    const from = this.#reopened?.from ?? 0;
    const unseen = this.#stamps.slice(from);
    const state = this.#state();
    return {
      opened: this.#opened,
      state,
      owner: 'owner' in this.#outcome ? this.#outcome.owner : null,
      head: this.#head,
      strength: this.#strength,
      answeredBy: this.#answeredBy,
      customerMessages: this.#stamps.length,
      openedAt: this.#openedAt,
      waitingSince: this.#reopened === null ? this.#openedAt : Math.min(...unseen),
      reopenedAfter: this.#reopened?.after ?? null,
      round: this.#round,
      missed: this.#missed,
      misses: this.#misses,
      forks: this.#forks,
      crossings: this.#crossings,
      size: this.#size,
    };
  }

  #state(): Outcome['state'] {
    return this.#outcome.state === 'closed' && this.#stamps.length > this.#saw ? 'waiting' : this.#outcome.state;
  }

  #read(entry: ConversationEntry): void {
    if (entry.kind === 'opened') {
      this.#opened ??= entry;
      this.#openedAt = Math.min(this.#openedAt, entry.at);
    } else if (entry.kind === 'message') {
      if (entry.from === 'customer') this.#stamps.push(entry.at);
      this.#reopen();
    } else if (entry.kind === 'reply') this.#readReply(entry);
    else if (!isMark(entry)) this.#readMove(entry);
  }

  /** CO4.4, QU4: it waits from the earliest of the messages that the close had not seen. */
  #reopen(): void {
    if (this.#head === null || this.#outcome.state !== 'closed' || this.#state() !== 'waiting') return;
    if (this.#reopened?.after !== this.#head.id) this.#reopened = { after: this.#head.id, from: this.#saw };
  }

  #readReply(reply: ReplyEntry): void {
    const link = reply.base === null ? undefined : this.#links.get(reply.base);
    if (link === undefined || link.owner !== reply.agent) return;
    link.answers.push({ by: reply.agent, at: this.#place });
    if (this.#head?.id === reply.base) {
      this.#strength = 5;
      this.#answeredBy = reply.agent;
      this.#endRound();
      if (this.#outcome.state === 'assigned') this.#outcome = { state: 'active', owner: reply.agent };
      return;
    }
    const counts = 5 >= this.#strength;
    this.#cross(reply, counts);
    if (!counts) return;
    const own = { by: reply.agent, at: this.#place };
    const answers = this.#answeredBefore(reply.base).map((by) => ({ by, at: this.#place }));
    if (!this.#links.has(reply.id))
      this.#links.set(reply.id, { mover: reply, owner: reply.agent, at: this.#place, answers: [...answers, own] });
    this.#endRound();
    this.#stand(reply, 5, reply.agent);
  }

  #readMove(move: RoutingEntry): void {
    const answerer = this.#answererKnownTo(move);
    const own = move.kind === 'unknownRouting' ? move.strength : (OWN[move.kind] ?? 0);
    const strength = answerer === null ? own : 5;
    const outcome = outcomeOf(move);
    if (!this.#links.has(move.id))
      this.#links.set(move.id, {
        mover: move,
        owner: 'owner' in outcome ? outcome.owner : null,
        at: this.#place,
        answers: [],
      });
    const namesHead = move.base === (this.#head?.id ?? null);
    const isOffer = this.#state() === 'assigned' && this.#head?.kind === 'assigned';
    let counts = namesHead || strength >= this.#strength;
    if (move.kind === 'reclaimed') counts = namesHead && isOffer;
    if (move.kind === 'assigned') {
      const isOpen = this.#state() === 'waiting' || (isOffer && !namesHead);
      counts = isOpen && (namesHead || strength >= this.#strength);
    }
    if (!namesHead) this.#cross(move, counts);
    if (counts) this.#move(move, strength, answerer);
  }

  #move(move: RoutingEntry, strength: number, answerer: AgentId | null): void {
    if (move.kind === 'reclaimed') this.#miss(move);
    else if (move.kind !== 'assigned') this.#endRound();
    else if (move.round > this.#round) [this.#round, this.#missed] = [move.round, []];
    this.#stand(move, strength, answerer);
    if (this.#outcome.state !== 'closed') return;
    this.#saw = move.kind === 'closed' ? move.seen : this.#stamps.length;
    this.#reopen();
  }

  #miss({ cause }: RoutingEntry & { kind: 'reclaimed' }): void {
    const owner = 'owner' in this.#outcome ? this.#outcome.owner : null;
    if (cause !== 'timeout' || owner === null) return;
    this.#misses += 1;
    if (!this.#missed.includes(owner)) this.#missed = [...this.#missed, owner];
  }

  #endRound(): void {
    [this.#round, this.#missed] = [0, []];
  }

  #stand(mover: Mover, strength: number, answeredBy: AgentId | null): void {
    this.#head = mover;
    this.#outcome = outcomeOf(mover);
    this.#strength = strength;
    this.#answeredBy = answeredBy;
    this.#saw = Number.POSITIVE_INFINITY;
  }

  #cross(mover: Mover, counts: boolean): void {
    this.#crossings += 1;
    const head = this.#head;
    if (head === null || isAutomatic(mover)) return;
    const actor = isAutomatic(head) ? this.#answeredBy : head.agent;
    if (actor === null || actor === mover.agent) return;
    this.#forks.push(counts ? `${mover.id} > ${head.id}` : `${head.id} > ${mover.id}`);
  }

  /** CO4.3: whose answer in its line the act knew. */
  #answererKnownTo(move: RoutingEntry): AgentId | null {
    if (move.kind !== 'transferred' && move.kind !== 'taken' && move.kind !== 'pickedUp') return null;
    const known = this.#answeredBefore(move.base);
    if (this.#answeredBy !== null && known.includes(this.#answeredBy)) return this.#answeredBy;
    return known.includes(move.agent) ? move.agent : null;
  }

  /** Up the line from a base: answers that stood before what was built on them. */
  #answeredBefore(base: EntryId | null): AgentId[] {
    const known: AgentId[] = [];
    let before = Number.POSITIVE_INFINITY;
    for (let id = base; id !== null;) {
      const link = this.#links.get(id);
      if (link === undefined || link.at >= before) break;
      if (isAutomatic(link.mover) || link.mover.kind === 'returned') break;
      for (const { by, at } of link.answers) if (at < before) known.push(by);
      before = link.at;
      id = link.mover.base;
    }
    return known;
  }
}

export const reread = (entries: readonly ConversationEntry[]): Reading => new Rereading(entries).reading();
