// A rule to compare with (docs/decisions/0009): a close down the line of an answer that it knew is as strong as
// that answer, as a transfer, take or pick-up is.

import { KNOWS_ANSWERS as KNOWN } from '../../../src/domain/crossing.ts';
import type { RoutingKind } from '../../../src/domain/entry.ts';

export {
  ANSWERED,
  BREAKS_LINE,
  judge,
  STRENGTH,
  type Arriving,
  type KnownRoutingKind,
  type Present,
  type Verdict,
} from '../../../src/domain/crossing.ts';

export const KNOWS_ANSWERS: ReadonlySet<RoutingKind> = new Set<RoutingKind>([...KNOWN, 'closed']);
