// Who was there as far as the entries tell. A choice, a login and a logout are written; that somebody
// closed the tab, lost the network or did not respond is not, and cannot be known afterwards. So who
// neither logged out nor chose Away counts as there, and whoever shows it says so.

import type { AgentPresence, PresenceOf, Status } from '../domain/presence-view.ts';
import type { Agent, TeamState } from '../domain/team-state.ts';

export const recordedStatus = (agent: Agent | undefined): Status => {
  if (agent === undefined || agent.lastSession?.kind === 'logout') return 'out';
  const hasNeverCome = agent.lastSession === null && agent.standing.order === null;
  return hasNeverCome ? 'out' : agent.standing.intent;
};

export const recordedPresence =
  (team: Pick<TeamState, 'agents'>): PresenceOf =>
  (id): AgentPresence => {
    const status = recordedStatus(team.agents.get(id));
    return { status, isResponding: status !== 'out', isGone: status === 'out' };
  };
