// Acts of two people that did not know of each other (CO5), put together for those who read the
// conversation: what each of the two did, who keeps it, and where in the thread it is told.

import { ownerOf, type Conversation } from '../domain/conversation-state.ts';
import type { ConversationEntry, ReplyEntry, RoutingEntry } from '../domain/entry.ts';
import type { AgentId, EntryId } from '../domain/ids.ts';

export type CrossingAct = RoutingEntry | ReplyEntry;

export interface CrossingSide {
  readonly agent: AgentId;
  readonly acts: readonly CrossingAct[];
}

export interface Crossing {
  readonly key: string;
  readonly sides: readonly [CrossingSide, CrossingSide];
  /** Who holds it now, null where nobody does. */
  readonly keeper: AgentId | null;
  readonly kind: 'bothReplied' | 'oneReplied' | 'acts';
  /** The last of the acts: the crossing is told after it. */
  readonly last: EntryId;
}

const NONE: readonly Crossing[] = [];

const isAct = (entry: ConversationEntry): entry is CrossingAct => 'base' in entry;

/** The crossed acts of each two agents, by the two. */
const pairsOf = (conversation: Conversation, acts: ReadonlyMap<EntryId, CrossingAct>) => {
  const pairs = new Map<string, { readonly agents: readonly [AgentId, AgentId]; readonly ids: Set<EntryId> }>();
  for (const fork of conversation.forks) {
    const [winner, loser] = [acts.get(fork.winner), acts.get(fork.loser)];
    if (winner === undefined || loser === undefined || winner.agent === loser.agent) continue;
    const [a, b] = winner.agent < loser.agent ? [winner.agent, loser.agent] : [loser.agent, winner.agent];
    const key = JSON.stringify([a, b]);
    const pair = pairs.get(key) ?? { agents: [a, b], ids: new Set<EntryId>() };
    pairs.set(key, pair);
    pair.ids.add(winner.id).add(loser.id);
  }
  return pairs;
};

export const readCrossings = (conversation: Conversation): readonly Crossing[] => {
  if (conversation.forks.length === 0) return NONE;
  const inOrder = conversation.entries.filter(isAct);
  const acts = new Map(inOrder.map((act) => [act.id, act]));
  const crossings: Crossing[] = [];
  for (const [key, { agents, ids }] of pairsOf(conversation, acts)) {
    const isPart = (act: CrossingAct): boolean =>
      ids.has(act.id) || (act.kind === 'reply' && act.base !== null && ids.has(act.base) && agents.includes(act.agent));
    const told = inOrder.filter(isPart);
    const last = told.at(-1);
    if (last === undefined) continue;
    const side = (agent: AgentId): CrossingSide => ({ agent, acts: told.filter((act) => act.agent === agent) });
    const sides = [side(agents[0]), side(agents[1])] as const;
    const replied = sides.filter(({ acts: own }) => own.some((act) => act.kind === 'reply')).length;
    const kind = replied === 2 ? 'bothReplied' : replied === 1 ? 'oneReplied' : 'acts';
    crossings.push({ key, sides, keeper: ownerOf(conversation), kind, last: last.id });
  }
  return crossings;
};
