// A rule to compare with (docs/decisions/0009): once it counts, a close down the line of an answer stands as
// firmly as that answer; crossed, it is as weak as ever.

import {
  judge as plain,
  KNOWS_ANSWERS as KNOWN,
  STRENGTH,
  type Arriving,
  type Present,
  type Verdict,
} from '../../../src/domain/crossing.ts';
import type { RoutingKind } from '../../../src/domain/entry.ts';

export {
  ANSWERED,
  BREAKS_LINE,
  STRENGTH,
  type Arriving,
  type KnownRoutingKind,
  type Present,
  type Verdict,
} from '../../../src/domain/crossing.ts';

export const KNOWS_ANSWERS: ReadonlySet<RoutingKind> = new Set<RoutingKind>([...KNOWN, 'closed']);

export const judge = (arriving: Arriving, present: Present): Verdict =>
  plain(arriving.kind === 'closed' ? { ...arriving, strength: STRENGTH.closed } : arriving, present);
