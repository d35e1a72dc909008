// Which conversations stand in which list of the desk. What I hold is mine whatever my status;
// parked is what colleagues who are not ready hold.

import { ownerOf, type Conversation } from '../domain/conversation-state.ts';
import type { WallMs } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { DeskReadings } from '../engine/desk-types.ts';

export interface Lists {
  readonly waiting: readonly Conversation[];
  readonly assignedToMe: readonly Conversation[];
  readonly inProgress: readonly Conversation[];
  readonly parked: readonly Conversation[];
  /** Held by colleagues who are Ready. */
  readonly withColleagues: readonly Conversation[];
}

export const readLists = (team: TeamState, desk: DeskReadings, now: WallMs): Lists => {
  const mine = team.heldBy(desk.me);
  const parked: Conversation[] = [];
  const withColleagues: Conversation[] = [];
  for (const agent of team.agents.keys()) {
    if (agent === desk.me) continue;
    const isReady = desk.statusOf(agent).status === 'ready';
    (isReady ? withColleagues : parked).push(...team.heldBy(agent));
  }
  const byWait = (a: Conversation, b: Conversation): number => a.waitingSince - b.waitingSince;
  return {
    // A copy: the team's own array changes in place, and the screen compares by identity.
    waiting: [...team.waiting(now)],
    assignedToMe: mine.filter((conversation) => conversation.state === 'assigned'),
    inProgress: mine.filter((conversation) => conversation.state === 'active'),
    parked: parked.sort(byWait),
    withColleagues: withColleagues.sort(byWait),
  };
};

/** Closed conversations, the last closed first. */
export const readClosed = (team: TeamState): readonly Conversation[] =>
  [...team.conversations.values()]
    .filter((conversation) => conversation.state === 'closed')
    .sort((a, b) => (b.head?.at ?? 0) - (a.head?.at ?? 0));

/** Other conversations of the same customer, the newest first. */
export const readEarlier = (team: TeamState, conversation: Conversation): readonly Conversation[] =>
  [...team.conversations.values()]
    .filter((other) => other.customer.key === conversation.customer.key && other.id !== conversation.id)
    .sort((a, b) => b.openedAt - a.openedAt);

export const isParked = (conversation: Conversation, desk: DeskReadings): boolean => {
  const owner = ownerOf(conversation);
  return owner !== null && desk.statusOf(owner).status !== 'ready';
};
