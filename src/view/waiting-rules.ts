// QU2 in words: by how much longer one conversation must have waited to come before another.

import type { Settings } from '../domain/settings.ts';
import { formatDuration, t } from './text.svelte.ts';

type HeadStarts = Pick<Settings, 'headStartUrgentS' | 'headStartHighS' | 'headStartLowS'>;
type Name = 'urgent' | 'high' | 'normal' | 'low';

/** Which sentence names it first in its sentence, and which in the middle. */
const AHEAD = { urgent: 'rules.urgent', high: 'rules.highFirst', normal: 'rules.normalFirst' } as const;
const BEHIND = { high: 'rules.high', normal: 'rules.normal', low: 'rules.low' } as const;

type Pair = readonly [ahead: keyof typeof AHEAD, behind: keyof typeof BEHIND];
const PAIRS: readonly Pair[] = [
  ['urgent', 'high'],
  ['urgent', 'normal'],
  ['high', 'normal'],
  ['normal', 'low'],
];

const MS = 1000;

/** One sentence for each step from a priority to the next, whichever of the two the team lets come first. */
export const waitingRules = (settings: HeadStarts): readonly string[] => {
  const head: Readonly<Record<Name, number>> = {
    urgent: settings.headStartUrgentS,
    high: settings.headStartHighS,
    normal: 0,
    low: settings.headStartLowS,
  };
  return PAIRS.map(([first, second]) => {
    const [ahead, behind] = [t(AHEAD[first]), t(BEHIND[second])];
    const lead = (head[first] - head[second]) * MS;
    if (lead === 0) return t('rules.equal', { ahead, behind });
    if (lead < 0) return t('rules.reverse', { ahead, behind, time: formatDuration(-lead) });
    return t('rules.overtakes', { ahead, behind, time: formatDuration(lead) });
  });
};
