// What was handled on both sides while a team was apart (CO5): which conversations had two holders, who
// keeps each and why, and what each side did. Read off the forks of the fold, so every device that
// has the same entries lists the same. Those concerned see one: who wrote the crossed acts, who
// received them, who holds it now; supervisors see all.

import { ownerOf, type Conversation, type Fork } from '../domain/conversation-state.ts';
import { STRENGTH } from '../domain/crossing.ts';
import type { ConversationEntry, Role } from '../domain/entry.ts';
import type { AgentId, EntryId } from '../domain/ids.ts';
import { compareOrder } from '../domain/order.ts';
import { readCrossings, type CrossingAct, type CrossingSide } from './crossings.ts';

/** What the rule named: both had answered and the later stands; one had; of equals the later; the
 * stronger act; or a rule that these words do not know. */
export type KeptBecause = 'answeredLast' | 'answered' | 'later' | 'stronger' | 'other';

export interface ReconciliationItem {
  readonly conversation: Conversation;
  /** What each of them did, both sides and any further one. */
  readonly sides: readonly CrossingSide[];
  readonly keeper: AgentId | null;
  /** The last two acts that met, and why the first of them stands. */
  readonly winner: CrossingAct;
  readonly loser: CrossingAct;
  readonly because: KeptBecause;
  /** The stamps say the reverse of the order that decided: clocks of two machines. */
  readonly isAgainstClocks: boolean;
  /** What was done on it after it came together; null where nothing was. */
  readonly since: CrossingAct | null;
  /** Both sides wrote to the customer. */
  readonly isAnsweredTwice: boolean;
  /** The first and the last stamp of these acts. */
  readonly from: number;
  readonly to: number;
  /** Names the state that a person has seen: another fork makes it another one. */
  readonly mark: string;
}

type ActsById = ReadonlyMap<EntryId, CrossingAct>;

const isAct = (entry: ConversationEntry): entry is CrossingAct => 'base' in entry;

const BREAKS: ReadonlySet<CrossingAct['kind']> = new Set(['assigned', 'reclaimed', 'returned'] as const);

/** Its line had an answer before the two met: the act is one, or one names an act that it goes on. */
const isAnswered = (act: CrossingAct, other: CrossingAct, acts: ActsById): boolean => {
  if (act.kind === 'reply') return true;
  const met = compareOrder(act, other) > 0 ? act : other;
  const line = new Set<EntryId>();
  for (let at: CrossingAct | undefined = act; at !== undefined && !line.has(at.id);) {
    line.add(at.id);
    at = at.base === null ? undefined : acts.get(at.base);
    if (at !== undefined && BREAKS.has(at.kind)) break;
  }
  for (const each of acts.values()) {
    const isOfLine = each.kind === 'reply' && each.base !== null && line.has(each.base);
    if (isOfLine && compareOrder(each, met) < 0) return true;
  }
  return false;
};

const strengthOf = (act: CrossingAct): number | null =>
  act.kind === 'reply' || act.kind === 'unknownRouting' ? null : STRENGTH[act.kind];

const becauseOf = (winner: CrossingAct, loser: CrossingAct, acts: ActsById): KeptBecause => {
  const [has, lacks] = [isAnswered(winner, loser, acts), isAnswered(loser, winner, acts)];
  const isLater = compareOrder(winner, loser) > 0;
  if (has && lacks) return isLater ? 'answeredLast' : 'other';
  if (has || lacks) return has ? 'answered' : 'other';
  const [strong, weak] = [strengthOf(winner), strengthOf(loser)];
  if (strong === null || weak === null) return 'other';
  if (strong === weak) return isLater ? 'later' : 'other';
  return strong > weak ? 'stronger' : 'other';
};

/** The last fork between two people: the one that decided. */
const lastFork = (conversation: Conversation, acts: ActsById): readonly [CrossingAct, CrossingAct] | null => {
  for (const { winner, loser } of conversation.forks.toReversed()) {
    const [a, b] = [acts.get(winner), acts.get(loser)];
    if (a !== undefined && b !== undefined && a.agent !== b.agent) return [a, b];
  }
  return null;
};

/** With what each had done before in the same line: how they came to hold it. */
const sidesOf = (conversation: Conversation, acts: ActsById): readonly CrossingSide[] => {
  const sides = new Map<AgentId, Map<EntryId, CrossingAct>>();
  for (const crossing of readCrossings(conversation)) {
    for (const side of crossing.sides) {
      const known = sides.get(side.agent) ?? new Map<EntryId, CrossingAct>();
      sides.set(side.agent, known);
      for (const act of side.acts) {
        let at: CrossingAct | undefined = act;
        while (at !== undefined && at.agent === side.agent && !BREAKS.has(at.kind) && !known.has(at.id)) {
          known.set(at.id, at);
          at = at.base === null ? undefined : acts.get(at.base);
        }
      }
    }
  }
  return [...sides].map(([agent, own]) => ({ agent, acts: [...own.values()].sort(compareOrder) }));
};

const markOf = (forks: readonly Fork[]): string => {
  const last = forks.at(-1);
  return `${forks.length}/${last?.winner ?? ''}/${last?.loser ?? ''}`;
};

const read = (conversation: Conversation): ReconciliationItem | null => {
  if (conversation.forks.length === 0) return null;
  const acts = new Map(conversation.entries.filter(isAct).map((act) => [act.id, act]));
  const fork = lastFork(conversation, acts);
  if (fork === null) return null;
  const [winner, loser] = fork;
  const sides = sidesOf(conversation, acts);
  const stamps: readonly number[] = sides.flatMap((side) => side.acts.map((act) => act.at));
  const head = conversation.head === null ? undefined : acts.get(conversation.head.id);
  const isPart = (act: CrossingAct): boolean => sides.some((side) => side.acts.some(({ id }) => id === act.id));
  return {
    conversation,
    sides,
    keeper: ownerOf(conversation),
    winner,
    loser,
    because: becauseOf(winner, loser, acts),
    isAgainstClocks: compareOrder(winner, loser) > 0 && winner.at < loser.at,
    since: head === undefined || isPart(head) ? null : head,
    isAnsweredTwice: sides.filter((side) => side.acts.some((act) => act.kind === 'reply')).length > 1,
    from: stamps.reduce((least, at) => Math.min(least, at), winner.at),
    to: stamps.reduce((most, at) => Math.max(most, at), winner.at),
    mark: markOf(conversation.forks),
  };
};

/** A conversation is a new value with every change, so what was read of one stays right. */
const known = new WeakMap<Conversation, { readonly item: ReconciliationItem | null }>();

/** Null where nothing of it crossed. */
export const readReconciliation = (conversation: Conversation): ReconciliationItem | null => {
  const { item } = known.get(conversation) ?? { item: read(conversation) };
  known.set(conversation, { item });
  return item;
};

/** CO5: who is told of it. */
export const isConcerned = ({ keeper, sides }: ReconciliationItem, me: AgentId, role: Role): boolean =>
  role === 'supervisor' ||
  keeper === me ||
  sides.some(({ agent, acts }) => agent === me || acts.some((act) => act.kind === 'transferred' && act.to === me));
