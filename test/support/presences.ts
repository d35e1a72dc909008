// What a peer sees of the others, said in a word each: how routing rules are asked in tests.

import type { AgentPresence, PresenceOf } from '../../src/domain/presence-view.ts';
import type { TeamState } from '../../src/domain/team-state.ts';

export type Seen = 'ready' | 'away' | 'out' | 'stale';

const presence = (seen: Seen): AgentPresence => {
  if (seen === 'stale') return { status: 'ready', isResponding: false, isGone: false };
  return { status: seen, isResponding: seen !== 'out', isGone: seen === 'out' };
};

/** Everybody is live and has the status of their standing choice, except who is named. */
export const seenIn =
  (team: TeamState, except: Readonly<Record<string, Seen>> = {}): PresenceOf =>
  (agent) =>
    presence(except[agent] ?? team.agents.get(agent)?.standing.intent ?? 'away');
