// "today 14:31", "yesterday 18:10", "Wed 18:04", "11 Aug".

import { formatRelative, formatSince, formatTime, t } from '../../../view/text.svelte.ts';

const DAY_MS = 86_400_000;

export const lastHere = (at: number, now: number): string => {
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / DAY_MS);
  if (days > 1) return formatSince(at, now);
  return t('start.dayTime', { day: formatRelative(-Math.max(0, days), 'day'), time: formatTime(at) });
};
