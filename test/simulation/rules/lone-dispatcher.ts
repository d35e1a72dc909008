// A rule to compare with (docs/decisions/0009): the exception that DI1 asks to be tried. A peer that lost all others
// without their goodbye gives out only what came in through itself.

import { decideAssignments as plain, type Assignment } from '../../../src/domain/assignment.ts';
import type { AgentId, WallMs } from '../../../src/domain/ids.ts';
import type { PresenceOf } from '../../../src/domain/presence-view.ts';
import type { TeamState } from '../../../src/domain/team-state.ts';

export { type Assignment } from '../../../src/domain/assignment.ts';

type Team = Pick<TeamState, 'agents' | 'settings' | 'waiting' | 'lastServer'>;

/** The one agent who responds, where all others fell silent and none of them is known to have left. */
const loneAgent = ({ agents }: Team, presence: PresenceOf): AgentId | null => {
  const views = [...agents.keys()].map((id) => ({ id, ...presence(id) }));
  const [first, ...others] = views.filter(({ isResponding }) => isResponding);
  if (first === undefined || others.length > 0) return null;
  return views.some(({ id, isGone }) => id !== first.id && !isGone) ? first.id : null;
};

export const decideAssignments = (team: Team, presence: PresenceOf, now: WallMs): readonly Assignment[] => {
  const lone = loneAgent(team, presence);
  const assignments = plain(team, presence, now);
  if (lone === null) return assignments;
  return assignments.filter(({ conversation }) =>
    conversation.entries.some((entry) => entry.kind === 'opened' && entry.agent === lone),
  );
};
