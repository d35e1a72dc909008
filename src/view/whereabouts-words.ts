// The words of "Where is our data".

import type { SecondCopyCondition } from '../engine/ports.ts';
import type { DeviceCopy } from './whereabouts.svelte.ts';
import type { Room } from './keeping-ports.ts';
import { formatNumber, formatSince, t } from './text.svelte.ts';

const STEP = 1000;
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

export const bytesInWords = (bytes: number): string => {
  let [value, unit] = [Math.max(0, bytes), 0];
  while (value >= STEP && unit < UNITS.length - 1) [value, unit] = [value / STEP, unit + 1];
  return `${formatNumber(value < 10 && unit > 0 ? Math.round(value * 10) / 10 : Math.round(value))} ${UNITS[unit]}`;
};

export const roomInWords = ({ usedBytes, totalBytes }: Room): string | null => {
  if (usedBytes === null) return null;
  const used = bytesInWords(usedBytes);
  return totalBytes === null
    ? t('where.roomUsed', { used })
    : t('where.room', { used, total: bytesInWords(totalBytes) });
};

export const persistenceInWords = ({ isPersistent }: Room): string => {
  if (isPersistent === null) return t('where.persistUnknown');
  return isPersistent ? t('where.persistent') : t('where.evictable');
};

/** Null while it is not known. */
export const copyInWords = ({ state, bytes }: SecondCopyCondition): string | null => {
  switch (state) {
    case 'opening':
      return null;
    case 'kept':
      return t('where.twice', { size: bytesInWords(bytes) });
    case 'full':
      return t('where.copyFull');
    case 'none':
      return t('where.once');
  }
};

export const holdsInWords = (copy: DeviceCopy, isIncomplete: boolean, now: number): string => {
  if (copy.isThis) return isIncomplete ? t('where.keptUpTo') : t('where.keeps');
  if (copy.isInStep) return t('where.inStep');
  return copy.upTo === null ? t('where.unknown') : t('where.upTo', { time: formatSince(copy.upTo, now) });
};
