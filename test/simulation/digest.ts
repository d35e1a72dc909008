// All that the desk says of a conversation, an agent, a team, as text that can be compared.

import type { Conversation } from '../../src/domain/conversation-state.ts';
import { asWallMs, type AgentId } from '../../src/domain/ids.ts';
import type { TeamState } from '../../src/domain/team-state.ts';
import { WORLD_START_MS } from './machine.ts';

/** Later than every stamp. */
const LATE = asWallMs(WORLD_START_MS * 2);

export const conversationDigest = (conversation: Conversation): string => {
  const { entries: _entries, ...facts } = conversation;
  return JSON.stringify(facts);
};

export const agentsDigest = (team: TeamState): string => JSON.stringify([...team.agents.values()].sort(byId));

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Everything that every replica must agree on. */
export const teamDigest = (team: TeamState): readonly string[] => [
  JSON.stringify([team.name, team.settings]),
  agentsDigest(team),
  ...[...team.conversations.values()].sort(byId).map(conversationDigest),
  JSON.stringify(team.waiting(LATE).map(({ id }) => id)),
  JSON.stringify([...team.assigned()].map(({ id }) => id).sort()),
  ...[...team.agents.keys()].sort().map((agent) => heldDigest(team, agent)),
  JSON.stringify(team.chat('team')),
];

const heldDigest = (team: TeamState, agent: AgentId): string =>
  JSON.stringify([agent, team.heldBy(agent).map(({ id }) => id), team.statusHistory(agent)]);
