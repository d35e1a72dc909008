// A rule to compare with (docs/decisions/0009): of two who both answered the first keeps it, not the last.

import { ANSWERED, judge as plain, type Arriving, type Present, type Verdict } from '../../../src/domain/crossing.ts';

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

export const judge = (arriving: Arriving, present: Present): Verdict => {
  const verdict = plain(arriving, present);
  return verdict === 'crossed' && present.headStrength === ANSWERED ? 'lost' : verdict;
};
