// What is counted of one agent: choices, load, turns, misses (AS2, AS3, RE6). Each count is either a
// maximum over entries, which no order of arrival can change, or is held by conversation and
// replaced when that conversation refolds.

import type { Miss } from './conversation-state.ts';
import type { Intent, Role, StatusEntry, TeamEntry } from './entry.ts';
import type { AgentId, ConversationId, WallMs } from './ids.ts';
import { Latest } from './latest.ts';
import { compareEntries, compareOrder, laterOf, orderOf, type Order } from './order.ts';
import { standingOf } from './standing.ts';
import type { Agent, Standing } from './team-state.ts';

/** How many misses in a row these make (RE6): offers that were open together are one. So many of them
 * as had ended before the next began: each that ends first counts, and those open then do not. */
export const missesInRow = (misses: readonly Miss[]): number => {
  let row = 0;
  let ended: Order | null = null;
  for (const { offered, reclaimed } of [...misses].sort((a, b) => compareOrder(a.reclaimed, b.reclaimed))) {
    if (ended !== null && compareOrder(offered, ended) < 0) continue;
    row += 1;
    ended = reclaimed;
  }
  return row;
};

export class AgentTally {
  readonly id: AgentId;
  readonly name = new Latest('');
  readonly role = new Latest<Role>('agent');
  readonly skills = new Latest<readonly string[]>([]);
  readonly #held = new Map<ConversationId, 'offer' | 'own'>();
  #offers = 0;
  readonly history: TeamEntry[] = [];
  joinedAt: WallMs | null = null;
  readonly #choices: StatusEntry[] = [];
  readonly #misses = new Map<ConversationId, readonly Miss[]>();
  readonly #session = new Latest<Agent['lastSession']>(null);
  #standing: Standing | null = null;
  #lastAct: Order | null = null;
  #lastTurn: Order | null = null;
  #isHistorySorted = true;

  constructor(id: AgentId) {
    this.id = id;
  }

  /** The earliest stamp dates it; name and role are the last in the total order, as for changes. */
  join(entry: TeamEntry & { kind: 'joined' }): void {
    this.joinedAt = this.joinedAt === null || entry.at < this.joinedAt ? entry.at : this.joinedAt;
    this.name.set(entry.name, entry);
    this.role.set(entry.role, entry);
  }

  change(entry: TeamEntry & { kind: 'agentChanged' }): void {
    if (entry.name !== undefined) this.name.set(entry.name, entry);
    if (entry.role !== undefined) this.role.set(entry.role, entry);
    if (entry.skills !== undefined) this.skills.set(entry.skills, entry);
  }

  choose(entry: StatusEntry): void {
    this.#choices.push(entry);
    this.#standing = null;
    if (entry.intent === ('ready' satisfies Intent)) this.turn(entry);
    if (entry.by === 'person' && entry.agent === this.id) this.act(entry);
    this.remember(entry);
  }

  session(entry: TeamEntry & { kind: 'login' | 'logout' }): void {
    this.#session.set({ kind: entry.kind, at: entry.at }, entry);
    this.remember(entry);
  }

  /** An assignment to this agent, or a turn to Ready (AS3). */
  turn(order: Order): void {
    this.#lastTurn = laterOf(this.#lastTurn, orderOf(order));
  }

  /** A pick-up, reply or choice by this agent: it ends a row of misses (RE6). */
  act(order: Order): void {
    this.#lastAct = laterOf(this.#lastAct, orderOf(order));
  }

  miss(conversation: ConversationId, misses: readonly Miss[]): void {
    if (misses.length === 0) this.#misses.delete(conversation);
    else this.#misses.set(conversation, misses);
  }

  /** `offer`: by the dispatcher and not picked up; null: not held any more. */
  hold(conversation: ConversationId, as: 'offer' | 'own' | null): void {
    if (this.#held.get(conversation) === 'offer') this.#offers -= 1;
    if (as === 'offer') this.#offers += 1;
    if (as === null) this.#held.delete(conversation);
    else this.#held.set(conversation, as);
  }

  get held(): Iterable<ConversationId> {
    return this.#held.keys();
  }

  /** Acts only ever get later, so a miss before the last act never counts again. */
  #running(): readonly Miss[] {
    const running: Miss[] = [];
    for (const [conversation, misses] of this.#misses) {
      const later = misses.filter((miss) => this.#lastAct === null || compareOrder(miss.reclaimed, this.#lastAct) > 0);
      if (later.length === 0) this.#misses.delete(conversation);
      running.push(...later);
    }
    return running;
  }

  remember(entry: TeamEntry): void {
    const last = this.history.at(-1);
    if (last !== undefined && compareEntries(last, entry) > 0) this.#isHistorySorted = false;
    this.history.push(entry);
  }

  sortedHistory(): readonly TeamEntry[] {
    if (!this.#isHistorySorted) this.history.sort(compareEntries);
    this.#isHistorySorted = true;
    return this.history;
  }

  /** Null until an entry has brought the agent into the team. */
  agent(): Agent | null {
    if (this.joinedAt === null) return null;
    this.#standing ??= standingOf(this.#choices);
    return {
      id: this.id,
      name: this.name.value,
      role: this.role.value,
      skills: this.skills.value,
      joinedAt: this.joinedAt,
      standing: this.#standing,
      open: this.#held.size,
      offers: this.#offers,
      lastTurn: this.#lastTurn,
      missedInRow: missesInRow(this.#running()),
      lastSession: this.#session.value,
    };
  }
}
