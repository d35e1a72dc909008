// A rule to compare with (docs/decisions/0009): whatever comes last in the total order counts, as if there were
// a field for the assignee.

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

export const judge = ({ namesHead }: Arriving, _present: Present): Verdict => (namesHead ? 'counts' : 'crossed');
