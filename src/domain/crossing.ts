// The rule for acts that did not know of each other (CO4). Decides one thing: whether a routing
// entry counts, given what stands. Keeps true: whoever keeps answering keeps the conversation,
// automation never undoes a person's act (RE5), and of equals the later one in the total order
// counts. The table of all pairs in docs/spec.md is read off it. Leaves out where lines of answers
// come from (line.ts) and who is told.

import type { ConversationStateName } from './conversation-state.ts';
import type { RoutingKind } from './entry.ts';

export type KnownRoutingKind = Exclude<RoutingKind, 'unknownRouting'>;

/** The strength of an act before any answer (CO4.2). A reclaim never counts when crossed. */
export const STRENGTH: Readonly<Record<KnownRoutingKind, number>> = {
  transferred: 4,
  taken: 4,
  pickedUp: 3,
  returned: 2,
  closed: 1,
  assigned: 0,
  reclaimed: 0,
};

/** What an answer gives the head it names (CO4.3). */
export const ANSWERED = 5;

/** Kinds that have this strength too where their line holds an answer that they knew (CO4.3). */
export const KNOWS_ANSWERS: ReadonlySet<RoutingKind> = new Set(['transferred', 'taken', 'pickedUp'] as const);

/** Kinds that end a line: what comes after them is not work going on. */
export const BREAKS_LINE: ReadonlySet<RoutingKind | 'reply'> = new Set(['assigned', 'reclaimed', 'returned'] as const);

export interface Arriving {
  readonly kind: RoutingKind | 'reply';
  readonly strength: number;
  /** It was decided on the entry that stands. */
  readonly namesHead: boolean;
}

export interface Present {
  readonly state: ConversationStateName;
  readonly headKind: RoutingKind | 'reply' | null;
  readonly headStrength: number;
}

/** `counts`: decided on what stands. `crossed`: decided without knowing it, and counts all the same.
 * `lost`: crossed and weaker; it stays in the history and is shown (CO5). `void`: the dispatcher's,
 * in a state it has no say in; nothing to tell anybody. */
export type Verdict = 'counts' | 'crossed' | 'lost' | 'void';

const isOpenOffer = (present: Present): boolean => present.state === 'assigned' && present.headKind === 'assigned';

/** CO4.1 and CO4.2. */
export const judge = (arriving: Arriving, present: Present): Verdict => {
  if (arriving.kind === 'reclaimed') {
    return arriving.namesHead && isOpenOffer(present) ? 'counts' : 'void';
  }
  if (arriving.kind === 'assigned') {
    if (arriving.namesHead) return present.state === 'waiting' ? 'counts' : 'void';
    const isOpen = present.state === 'waiting' || isOpenOffer(present);
    return isOpen && arriving.strength >= present.headStrength ? 'crossed' : 'void';
  }
  if (arriving.namesHead) return 'counts';
  return arriving.strength >= present.headStrength ? 'crossed' : 'lost';
};
