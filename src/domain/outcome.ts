// What a routing entry makes of a conversation where it counts: in what state, and whose.

import type { Head } from './conversation-state.ts';
import type { Outcome, RoutingEntry } from './entry.ts';
import type { AgentId } from './ids.ts';

export const outcomeOf = (entry: RoutingEntry): Outcome => {
  switch (entry.kind) {
    case 'assigned':
    case 'transferred':
      return { state: 'assigned', owner: entry.to };
    case 'pickedUp':
    case 'taken':
      return { state: 'active', owner: entry.agent };
    case 'reclaimed':
    case 'returned':
      return { state: 'waiting' };
    case 'closed':
      return { state: 'closed' };
    case 'unknownRouting':
      return entry.outcome;
  }
};

export const ownerIn = (outcome: Outcome): AgentId | null => ('owner' in outcome ? outcome.owner : null);

export const isDispatchers = (kind: Head['kind']): boolean => kind === 'assigned' || kind === 'reclaimed';

/** Whose act the head is; null where it is the dispatcher's and nobody has answered on it. */
export const actorOf = (head: Head): AgentId | null => (isDispatchers(head.kind) ? head.answeredBy : head.by);
