// The one line that says how things stand, as true as this page can know it.

import type { Talk } from './talk.svelte.ts';
import { t } from './text.svelte.ts';

type Shown = Pick<Talk, 'refusal' | 'reach' | 'standing' | 'team'>;

export const stateLine = ({ refusal, reach, standing, team }: Shown): string => {
  if (refusal !== null) return t(refusal);
  if (reach === 'offline') return t('offline');
  if (reach === 'nobody') return t('nobody', { team });
  if (standing === null) return t('calling');
  switch (standing.phase) {
    case 'new':
      return '';
    case 'waiting': {
      if (!standing.isAnybodyReady) return t('resting');
      return standing.place === 0 ? t('next') : t('place', { n: standing.place });
    }
    case 'active':
      return t('picked', { name: standing.by ?? '' });
    case 'closed':
      return t('closed');
  }
};
