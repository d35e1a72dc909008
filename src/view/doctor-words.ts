// The doctor's own words and measures.

import type { MeshPath } from '../engine/ports.ts';
import { formatList, formatRelative, t } from './text.svelte.ts';

const KILO = 1000;
const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** "640 B", "1.2 MB": one digit after the point below 10. */
export const formatBytes = (bytes: number): string => {
  const short = (value: number): number => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
  if (bytes < KILO) return t('doctor.bytes', { n: bytes });
  if (bytes < KILO * KILO) return t('doctor.kilobytes', { n: short(bytes / KILO) });
  return t('doctor.megabytes', { n: short(bytes / KILO / KILO) });
};

/** "48 sec ago", "3 min ago". */
export const formatAgo = (ms: number): string =>
  ms < MINUTE_MS
    ? formatRelative(-Math.max(0, Math.floor(ms / SECOND_MS)), 'second')
    : formatRelative(-Math.floor(ms / MINUTE_MS), 'minute');

const KINDS = ['host', 'srflx', 'prflx', 'relay'] as const;

/** "in the local network and from outside (STUN)"; '' for none. */
export const kindsOf = (paths: readonly MeshPath[]): string => {
  const found = new Set(paths.map(({ type }) => type));
  return formatList(KINDS.filter((kind) => found.has(kind)).map((kind) => t(`doctor.${kind}`)));
};

/** An address without what may be a secret in it. */
export const shownAddress = (url: string): string => url.replace(/[?#].*$/su, '');
