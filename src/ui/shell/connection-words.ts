// What is said about the connection (ST10): never a colour, never mixed with the status.

import type { Reach } from '../../engine/desk-types.ts';
import { t } from '../../view/text.svelte.ts';

export interface ConnectionWords {
  readonly glyph: 'together' | 'apart' | 'alone';
  /** "3 of 5", "Alone". */
  readonly lead: string;
  /** "reachable, synced". */
  readonly rest: string;
  /** Accessible name: begins "Connection:" and says how many teammates are reachable. */
  readonly name: string;
}

const syncWords = (reach: Reach, unsent: number): string => {
  if (unsent > 0) return t('connection.toSend', { n: unsent });
  return reach.isSynced ? t('connection.synced') : t('connection.catchingUp');
};

export const connectionWords = (reach: Reach, unsent: number, isKept: boolean): ConnectionWords => {
  const lead = t('connection.of', { n: reach.reachable, all: reach.teammates });
  const reachable = t('connection.reachable');
  if (reach.reachable === 0) {
    const alone = reach.isConnecting ? t('connection.connecting') : t('connection.alone');
    const kept = isKept ? t('connection.saved') : t('connection.notSaved');
    const words = t('connection.aloneName', { lead, reachable, alone, kept });
    return {
      glyph: 'alone',
      lead: t('connection.list', { first: alone, second: '' }).trimEnd(),
      rest: kept,
      name: t('connection.name', { words }),
    };
  }
  const isTogether = reach.isSynced && unsent === 0;
  const rest = t('connection.list', { first: reachable, second: syncWords(reach, unsent) });
  const name = t('connection.name', { words: t('connection.both', { lead, rest }) });
  return { glyph: isTogether ? 'together' : 'apart', lead, rest, name };
};

/** While some are apart: how much of the team this desk sees. '' while it sees everybody or nobody else is there. */
export const apartSentence = ({ reachable, teammates }: Reach): string =>
  reachable < teammates ? t('connection.apart', { seen: reachable, n: teammates }) : '';

/** The sentence at the head of the panel. */
export const connectionSentence = (reach: Reach, unsent: number, isKept: boolean): string => {
  if (!isKept) return t('connection.panelNotSaved');
  if (reach.teammates === 0) return t('connection.panelOnly');
  if (reach.reachable === 0) return t('connection.panelAlone');
  if (unsent > 0) return t('connection.panelToSend', { n: unsent });
  return reach.isSynced ? t('connection.panelSynced') : t('connection.panelCatchingUp');
};
