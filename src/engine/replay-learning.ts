// How people worked, learned from a record: from each change of a conversation how long it lay and how
// long it was in hand, and from the entries who was there at the beginning.

import type { Intent } from '../domain/entry.ts';
import type { AgentId } from '../domain/ids.ts';
import { orderOf, type Order } from '../domain/order.ts';
import type { ScriptedAgent, ScriptedConversation, Turn } from './replay-script-types.ts';
import type { Replay, ReplayedConversation, ReplayStep } from './replay.ts';

export interface Making extends ScriptedConversation {
  /** It came in this time. */
  readonly isFresh: boolean;
  offeredAt: number | null;
  inHandSince: number | null;
}

export const begin = (
  shown: ReplayedConversation,
  comesAt: number,
  heldBy: AgentId | null,
  isFresh: boolean,
): Making => {
  const { id, customer, subject, priority, skills, waitingSince } = shown;
  const turns: Turn[] = [{ pickMs: null, replyMs: null, handleMs: null }];
  const facts = { id, customer, subject, priority, skills, openedAt: waitingSince, comesAt, messages: [], turns };
  return {
    ...facts,
    isFresh,
    missers: new Set(),
    heldBy,
    offeredAt: null,
    inHandSince: heldBy === null ? null : comesAt,
  };
};

/** What a step tells of how people work. */
export const learn = (making: Making, { at, entry, conversation }: ReplayStep): void => {
  const [before, after] = [conversation?.before, conversation?.after];
  const turn = making.turns.at(-1);
  if (turn === undefined) return;
  if (entry.kind === 'reclaimed' && entry.cause === 'timeout' && typeof before?.owner === 'string')
    making.missers.add(before.owner);
  if (after?.state === 'assigned') making.offeredAt = at;
  if (after?.state === 'active' && making.inHandSince === null) {
    if (making.offeredAt !== null && entry.kind === 'pickedUp') turn.pickMs ??= at - making.offeredAt;
    making.inHandSince = at;
  }
  if (after !== undefined) return;
  if (making.inHandSince !== null) turn.handleMs = at - making.inHandSince;
  making.inHandSince = null;
  making.offeredAt = null;
  making.turns.push({ pickMs: null, replyMs: null, handleMs: null });
};

interface Standing {
  name: string;
  skills: readonly string[];
  intent: Intent;
  choice: Order | null;
  isThere: boolean;
}

/** Names and skills as they are now, statuses as they were at `from`. */
export const agentsAt = (replay: Replay, from: number): ScriptedAgent[] => {
  const agents = new Map<AgentId, Standing>();
  const of = (id: AgentId): Standing => {
    const known = agents.get(id) ?? { name: '', skills: [], intent: 'away' as const, choice: null, isThere: false };
    agents.set(id, known);
    return known;
  };
  for (const { at, entry } of replay.entries) {
    if (entry.kind === 'joined') of(entry.agent).name = entry.name;
    if (entry.kind === 'agentChanged') of(entry.of).skills = entry.skills ?? of(entry.of).skills;
    if (at >= from) continue;
    if (entry.kind === 'login' || entry.kind === 'logout') of(entry.agent).isThere = entry.kind === 'login';
    if (entry.kind !== 'status') continue;
    const standing = of(entry.of);
    // Who chooses is there.
    if (entry.by === 'person') standing.isThere = true;
    Object.assign(standing, { intent: entry.intent, choice: orderOf(entry) });
  }
  return [...agents].map(([id, standing]) => ({ id, ...standing }));
};
