// Which peer speaks with a customer: one of whoever holds the conversation, else the dispatcher, else any.
// A pure function of what a peer sees; where views differ two may offer to, and the customer takes one.

import type { AgentId } from './ids.ts';
import type { VisiblePeer } from './presence-view.ts';

/** Peer ids, the one whose turn it is first. Each next one is asked when those before it did not answer. */
export const bridgeOrder = (
  peers: Iterable<VisiblePeer>,
  holder: AgentId | null,
  dispatcher: string | null,
): readonly string[] => {
  const rankOf = ({ peer, agent, isStale }: VisiblePeer): number => {
    if (isStale) return 3;
    if (agent === holder) return 0;
    return peer === dispatcher ? 1 : 2;
  };
  return [...peers]
    .filter(({ agent }) => agent !== null)
    .map((each) => ({ peer: each.peer, rank: rankOf(each) }))
    .sort((a, b) => a.rank - b.rank || (a.peer < b.peer ? -1 : 1))
    .map(({ peer }) => peer);
};
