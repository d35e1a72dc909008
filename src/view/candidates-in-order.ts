// The order in which candidates are read (AS5): the chosen, who could take it too, who is Ready and
// cannot, then Away, then Logged out; the less they hold the earlier.

import type { AgentId } from '../domain/ids.ts';
import type { Candidate } from '../engine/desk-types.ts';

const RANK: Readonly<Record<Candidate['verdict'], number>> = {
  chosen: 1,
  eligible: 1,
  full: 2,
  unpicked: 2,
  missed: 2,
  skills: 2,
  stale: 2,
  away: 3,
  out: 4,
};

export const byVerdict = (candidates: readonly Candidate[], chosen: AgentId | null): readonly Candidate[] => {
  const rank = ({ agent, verdict }: Candidate): number => (agent === chosen ? 0 : RANK[verdict]);
  return candidates.toSorted((a, b) => rank(a) - rank(b) || a.open - b.open || (a.agent < b.agent ? -1 : 1));
};
