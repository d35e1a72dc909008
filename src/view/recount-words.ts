// Where the recount of a decision differs from what its entry says, in words (AS5).

import type { AssignedEntry, Difference, Recount } from '../engine/desk-types.ts';
import type { AgentId } from '../domain/ids.ts';
import type { Who } from './names-in-words.ts';
import { t } from './text.svelte.ts';

export const differenceWords = (
  difference: Difference,
  { candidates, choice }: Recount,
  { to, reason }: AssignedEntry,
  who: Who,
): string => {
  const named = (agent: AgentId | null | undefined): string =>
    agent === null || agent === undefined ? t('why.nobody') : who.object(agent);
  const name = who.object(to);
  switch (difference) {
    case 'notWaiting':
      return t('why.differs.notWaiting');
    case 'notEligible':
      return t('why.differs.notEligible', { name });
    case 'otherChoice':
      return t('why.differs.otherChoice', { next: named(choice?.to) });
    case 'load': {
      const open = candidates.find(({ agent }) => agent === to)?.open ?? 0;
      return t('why.differs.load', { name, open, load: reason.load });
    }
    case 'eligible':
      return t('why.differs.eligible', { counted: choice?.reason.eligible ?? 0, said: reason.eligible });
    case 'nextBest':
      return t('why.differs.nextBest', { next: named(choice?.reason.nextBest) });
  }
};
