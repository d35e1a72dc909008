// A rule to compare with (docs/decisions/0009): no bases and no strengths. Each entry counts where the state
// that stands allows it, in the total order.

import type { Arriving, Present, Verdict } from '../../../src/domain/crossing.ts';

export {
  ANSWERED,
  BREAKS_LINE,
  KNOWS_ANSWERS,
  STRENGTH,
  type Arriving,
  type KnownRoutingKind,
  type Present,
  type Verdict,
} from '../../../src/domain/crossing.ts';

const isAllowed = ({ kind }: Arriving, { state, headKind }: Present): boolean => {
  switch (kind) {
    case 'assigned':
      return state === 'waiting';
    case 'reclaimed':
      return state === 'assigned' && headKind === 'assigned';
    case 'pickedUp':
      return state === 'assigned';
    case 'returned':
      return state === 'assigned' || state === 'active';
    case 'transferred':
    case 'closed':
      return state !== 'closed';
    case 'reply':
      return state === 'waiting';
    default:
      return true;
  }
};

export const judge = (arriving: Arriving, present: Present): Verdict => {
  if (isAllowed(arriving, present)) return arriving.namesHead ? 'counts' : 'crossed';
  return arriving.kind === 'assigned' || arriving.kind === 'reclaimed' ? 'void' : 'lost';
};
