// When an offer is taken back (RE1 to RE7), from clocks that are handed in. Keeps true: only what the
// dispatcher offered and nobody picked up; only while somebody else could have it; never while
// nobody is Ready, because then nobody else is eligible. Writes nothing.

import type { Conversation } from './conversation-state.ts';
import { hasSkills, whyNotFree } from './eligibility.ts';
import type { ReclaimCause } from './entry.ts';
import type { AgentId } from './ids.ts';
import type { AgentPresence, PresenceOf } from './presence-view.ts';
import type { Settings } from './settings.ts';
import type { Agent } from './team-state.ts';

/** RE6: so many misses in a row make an agent Away. */
export const MISSES_TO_AWAY = 3;

/** How long this peer has seen it, on its own monotonic clock while there was a dispatcher (DI4). */
export interface OfferAge {
  readonly openMs: number;
  /** How much of that its agent was not ready, up to now without a break. */
  readonly notReadyMs: number;
}

/** RE2: why it may be taken back now, null where it may not. */
export const reclaimCause = (age: OfferAge, holder: AgentPresence, settings: Settings): ReclaimCause | null => {
  if (holder.status === 'out') return holder.isGone ? 'gone' : null;
  if (holder.status === 'away') return age.notReadyMs >= settings.awayGraceMs ? 'away' : null;
  return age.openMs >= settings.pickupTimeoutMs ? 'timeout' : null;
};

/** Milliseconds until `reclaimCause` changes its mind with nothing else happening; null where that is
 * not a matter of the offer's age. */
export const untilReclaim = (age: OfferAge, holder: AgentPresence, settings: Settings): number | null => {
  if (holder.status === 'out') return holder.isGone ? 0 : null;
  if (holder.status === 'away') return Math.max(0, settings.awayGraceMs - age.notReadyMs);
  return Math.max(0, settings.pickupTimeoutMs - age.openMs);
};

/** RE2: another agent could take it, its misses of this conversation not held against them. */
export const isWantedElsewhere = (
  conversation: Pick<Conversation, 'skills'>,
  holder: AgentId,
  agents: Iterable<Agent>,
  presence: PresenceOf,
  settings: Settings,
): boolean => {
  for (const agent of agents) {
    if (agent.id === holder || whyNotFree(agent, presence(agent.id), settings) !== null) continue;
    if (hasSkills(agent, conversation)) return true;
  }
  return false;
};
