// "today 14:31", "yesterday 18:10", "Wed 18:04", "11 Aug".

import { formatSince, formatTime, t } from '../../../view/text.svelte.ts';

const DAY_MS = 86_400_000;

export const lastHere = (at: number, now: number): string => {
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / DAY_MS);
  if (days <= 0) return t('start.today', { time: formatTime(at) });
  return days === 1 ? t('start.yesterday', { time: formatTime(at) }) : formatSince(at, now);
};
