// Which conversations stand in which list of the desk. What I hold is mine whatever my status;
// parked is what colleagues who are not ready hold.

import { isAsleep, type Conversation } from '../domain/conversation-state.ts';
import type { WallMs } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { DeskReadings } from '../engine/desk-types.ts';
import { keptList } from './kept-identity.ts';

export interface Lists {
  readonly waiting: readonly Conversation[];
  readonly assignedToMe: readonly Conversation[];
  readonly inProgress: readonly Conversation[];
  /** What I laid aside (SN2), the next to come back first. */
  readonly snoozed: readonly Conversation[];
  readonly parked: readonly Conversation[];
  /** Held by colleagues who are Ready. */
  readonly withColleagues: readonly Conversation[];
}

export const readLists = (team: TeamState, desk: DeskReadings, now: WallMs): Lists => {
  const held = team.heldBy(desk.me);
  const mine = held.filter((conversation) => !isAsleep(conversation, now));
  const byWake = (a: Conversation, b: Conversation): number => (a.snooze?.until ?? 0) - (b.snooze?.until ?? 0);
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
    snoozed: held.filter((conversation) => isAsleep(conversation, now)).sort(byWake),
    parked: parked.sort(byWait),
    withColleagues: withColleagues.sort(byWait),
  };
};

/** The next, with each list the same value as before where nothing in it changed. */
export const keptLists = (before: Lists, next: Lists): Lists => ({
  waiting: keptList(before.waiting, next.waiting),
  assignedToMe: keptList(before.assignedToMe, next.assignedToMe),
  inProgress: keptList(before.inProgress, next.inProgress),
  snoozed: keptList(before.snoozed, next.snoozed),
  parked: keptList(before.parked, next.parked),
  withColleagues: keptList(before.withColleagues, next.withColleagues),
});

export const NO_LISTS: Lists = {
  waiting: [],
  assignedToMe: [],
  inProgress: [],
  snoozed: [],
  parked: [],
  withColleagues: [],
};

/** Closed conversations, the last closed first. */
export const readClosed = (team: TeamState): readonly Conversation[] =>
  [...team.conversations.values()]
    .filter((conversation) => conversation.state === 'closed')
    .sort((a, b) => (b.head?.at ?? 0) - (a.head?.at ?? 0));
