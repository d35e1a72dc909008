// Who dispatches (DI1, DI2): a pure function of the visible peers and the standing choices. The
// Ready choice that is first in the total order, then the peer's id. The same view gives the same
// dispatcher; where views differ two dispatchers are harmless, because an assignment is an offer and
// names its base (CO4, CO8). Nobody Ready: nobody dispatches, by construction.

import type { AgentId } from './ids.ts';
import { compareOrder, type Order } from './order.ts';
import type { VisiblePeer } from './presence-view.ts';
import type { Agent } from './team-state.ts';

interface Candidacy {
  readonly peer: VisiblePeer;
  readonly agent: AgentId;
  readonly choice: Order;
}

const candidacyOf = (peer: VisiblePeer, agents: ReadonlyMap<AgentId, Agent>): Candidacy | null => {
  if (peer.agent === null || peer.isStale || !peer.isCaughtUp) return null;
  const standing = agents.get(peer.agent)?.standing;
  if (standing === undefined || standing.intent !== 'ready' || standing.order === null) return null;
  return { peer, agent: peer.agent, choice: standing.order };
};

const compareCandidacies = (a: Candidacy, b: Candidacy): number =>
  compareOrder(a.choice, b.choice) || (a.peer.peer < b.peer.peer ? -1 : a.peer.peer > b.peer.peer ? 1 : 0);

/** The dispatcher of this view, null where there is none. */
export const electDispatcher = (
  peers: Iterable<VisiblePeer>,
  agents: ReadonlyMap<AgentId, Agent>,
): (VisiblePeer & { readonly agent: AgentId }) | null => {
  let best: Candidacy | null = null;
  for (const peer of peers) {
    const candidacy = candidacyOf(peer, agents);
    if (candidacy !== null && (best === null || compareCandidacies(candidacy, best) < 0)) best = candidacy;
  }
  return best === null ? null : { ...best.peer, agent: best.agent };
};
