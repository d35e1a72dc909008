// ST3 in one place: the status that others see, from the standing choice and from who is live.

import type { WallMs } from '../domain/ids.ts';
import type { Agent } from '../domain/team-state.ts';
import type { Effective } from './desk-types.ts';
import type { AgentSeen } from './presence.ts';

const latest = (...stamps: readonly (WallMs | null | undefined)[]): WallMs | null => {
  let last: WallMs | null = null;
  for (const stamp of stamps)
    if (stamp !== null && stamp !== undefined && (last === null || stamp > last)) last = stamp;
  return last;
};

/** `lastSeen`: when this peer last heard of an agent who is gone. */
export const effectiveOf = (agent: Agent | undefined, seen: AgentSeen, lastSeen: WallMs | null): Effective => {
  const session = agent?.lastSession ?? null;
  if (!seen.isLive) {
    const loggedOutAt = session?.kind === 'logout' ? session.at : null;
    return { status: 'out', isResponding: false, since: loggedOutAt ?? latest(lastSeen, session?.at) };
  }
  const loginAt = session?.kind === 'login' ? session.at : null;
  return {
    status: agent?.standing.intent ?? 'away',
    isResponding: seen.isResponding,
    since: latest(agent?.standing.since, loginAt),
  };
};
