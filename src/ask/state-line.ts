// The one line that says how things stand, as true as this page can know it.

import type { Talk } from './talk.svelte.ts';
import { t } from './text.svelte.ts';

export const stateLine = ({ reach, standing, team }: Pick<Talk, 'reach' | 'standing' | 'team'>): string => {
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
