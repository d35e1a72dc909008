// What an agent may write about another: status, role, skills. Whoever is in the team can be trusted with its
// secret, so roles and skills are anybody's to change, as the settings are; another's status is a supervisor's
// alone, and says why (ST6, ST11).

import type { Draft, Intent } from '../domain/entry.ts';
import type { AgentId } from '../domain/ids.ts';
import { MAX_NAME, MAX_SKILLS } from '../domain/limits.ts';
import { replacedBy } from '../domain/standing.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { AgentPatch, Refusal } from './desk-types.ts';

type Team = Pick<TeamState, 'agents'>;
/** What to write, or why not. */
type Planned = readonly Draft[] | Refusal;

export const planStatusOf = (team: Team, me: AgentId, of: AgentId, intent: Intent, why: string): Planned => {
  const standing = team.agents.get(of)?.standing;
  if (standing === undefined) return 'unknownAgent';
  if (team.agents.get(me)?.role !== 'supervisor') return 'notSupervisor';
  const said = why.trim();
  if (said === '') return 'empty';
  if (said.length > MAX_NAME) return 'tooLong';
  return [{ kind: 'status', of, intent, replaces: replacedBy(standing), by: 'person', why: said }];
};

export const planAgentChange = (team: Team, of: AgentId, { role, skills }: AgentPatch): Planned => {
  if (!team.agents.has(of)) return 'unknownAgent';
  if (skills !== undefined) {
    if (skills.length > MAX_SKILLS) return 'tooLong';
    if (skills.some((skill) => skill.trim() === '')) return 'empty';
    if (skills.some((skill) => skill.length > MAX_NAME)) return 'tooLong';
  }
  if (role === undefined && skills === undefined) return [];
  return [
    {
      kind: 'agentChanged',
      of,
      ...(role === undefined ? {} : { role }),
      ...(skills === undefined ? {} : { skills: [...new Set(skills)] }),
    },
  ];
};
