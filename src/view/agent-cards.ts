// Agents as the screen shows them everywhere: name, status, load. Ready first, then Away, then
// Logged out, each by name (TR4).

import type { Role } from '../domain/entry.ts';
import type { AgentId } from '../domain/ids.ts';
import type { Agent } from '../domain/team-state.ts';
import type { DeskReadings, Status } from '../engine/desk-types.ts';

export interface AgentCard {
  readonly id: AgentId;
  readonly name: string;
  readonly role: Role;
  readonly status: Status;
  readonly isResponding: boolean;
  /** Wall ms; null where nobody here can know. */
  readonly since: number | null;
  readonly open: number;
  readonly capacity: number;
  readonly isMe: boolean;
  /** RE6: the status is Deskmesh's choice after three missed. */
  readonly isDidNotPickUp: boolean;
}

const RANK: Readonly<Record<Status, number>> = { ready: 0, away: 1, out: 2 };

export const agentCard = (agent: Agent, desk: DeskReadings, capacity: number): AgentCard => {
  const { status, isResponding, since } = desk.statusOf(agent.id);
  return {
    id: agent.id,
    name: agent.name,
    role: agent.role,
    status,
    isResponding,
    since,
    open: agent.open,
    capacity,
    isMe: agent.id === desk.me,
    isDidNotPickUp: status !== 'out' && agent.standing.source === 'system',
  };
};

export const agentCards = (agents: Iterable<Agent>, desk: DeskReadings, capacity: number): readonly AgentCard[] =>
  [...agents]
    .map((agent) => agentCard(agent, desk, capacity))
    .sort((a, b) => RANK[a.status] - RANK[b.status] || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
