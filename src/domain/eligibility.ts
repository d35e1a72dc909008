// Who may be given a conversation by the dispatcher (AS2), one check at a time, each with a name, so
// that any peer can say why not (AS5).

import type { Conversation } from './conversation-state.ts';
import type { AgentPresence } from './presence-view.ts';
import type { Settings } from './settings.ts';
import type { Agent } from './team-state.ts';

export type Ineligible = 'away' | 'out' | 'stale' | 'full' | 'unpicked' | 'skills' | 'missed';

/** What does not depend on the conversation; null where nothing is in the way. */
export const whyNotFree = (
  agent: Pick<Agent, 'open' | 'offers'>,
  presence: AgentPresence,
  settings: Settings,
): Ineligible | null => {
  if (presence.status !== 'ready') return presence.status;
  if (!presence.isResponding) return 'stale';
  if (agent.open >= settings.capacity) return 'full';
  return agent.offers >= settings.unpickedMax ? 'unpicked' : null;
};

/** QU3: an agent needs every skill that the conversation asks for. */
export const hasSkills = (agent: Pick<Agent, 'skills'>, conversation: Pick<Conversation, 'skills'>): boolean =>
  conversation.skills.every((skill) => agent.skills.includes(skill));

/** AS2 whole, for one agent and one conversation. */
export const whyNotEligible = (
  agent: Agent,
  conversation: Conversation,
  presence: AgentPresence,
  settings: Settings,
): Ineligible | null => {
  const notFree = whyNotFree(agent, presence, settings);
  if (notFree !== null) return notFree;
  if (!hasSkills(agent, conversation)) return 'skills';
  return conversation.missed.includes(agent.id) ? 'missed' : null;
};
