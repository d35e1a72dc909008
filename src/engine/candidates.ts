// Why this agent and why not that one (AS5): every agent with the check that decided, recomputed by
// whoever reads it.

import { ownerOf, type Conversation } from '../domain/conversation-state.ts';
import { whyNotEligible } from '../domain/eligibility.ts';
import type { PresenceOf } from '../domain/presence-view.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { Candidate } from './desk-types.ts';

export const candidatesFor = (
  team: TeamState,
  conversation: Conversation | undefined,
  presence: PresenceOf,
): readonly Candidate[] => {
  if (conversation === undefined) return [];
  const owner = ownerOf(conversation);
  return [...team.agents.values()]
    .map((agent): Candidate => {
      const isChosen = agent.id === owner;
      const verdict = whyNotEligible(agent, conversation, presence(agent.id), team.settings) ?? 'eligible';
      const { open } = agent;
      return {
        agent: agent.id,
        isChosen,
        open,
        capacity: team.settings.capacity,
        verdict: isChosen ? 'chosen' : verdict,
      };
    })
    .sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || a.open - b.open || (a.agent < b.agent ? -1 : 1));
};
