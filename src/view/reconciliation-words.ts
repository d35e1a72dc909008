// Why one of two keeps a conversation, in words (CO5).

import type { CrossingAct } from './crossings.ts';
import type { ReconciliationItem } from './reconciliation.ts';
import { eventWords, type WordsOf } from './routing-words.ts';
import { t } from './text.svelte.ts';

type Named = 'pickedUp' | 'taken' | 'transferred' | 'returned' | 'closed' | 'other';

const NAMED: ReadonlySet<string> = new Set(['pickedUp', 'taken', 'transferred', 'returned', 'closed']);

const isNamed = (kind: string): kind is Named => NAMED.has(kind);

const named = ({ kind }: CrossingAct): Named => (isNamed(kind) ? kind : 'other');

/** Who holds it now. */
export const standWords = (item: ReconciliationItem, { who }: WordsOf): string => {
  if (item.keeper === null) return t(item.conversation.state === 'closed' ? 'recon.closed' : 'recon.waits');
  const isSide = item.since === null;
  return t(isSide ? 'recon.stays' : 'recon.nowWith', { name: who.object(item.keeper) });
};

const becauseWords = ({ because, winner, loser, isAgainstClocks }: ReconciliationItem, { who }: WordsOf): string => {
  const [name, other] = [who.subject(winner.agent), who.object(loser.agent)];
  switch (because) {
    case 'answeredLast':
      return isAgainstClocks ? t('recon.because.otherClocks', { name }) : t('recon.because.answeredLast', { name });
    case 'answered':
      return t('recon.because.answered', { name, other });
    case 'later': {
      const said = t('recon.because.later', { act: t(`recon.later.${named(winner)}`, { name }) });
      return isAgainstClocks ? `${said} ${t('recon.clocks')}` : said;
    }
    case 'stronger':
      return t('recon.because.stronger', {
        winner: t(`recon.actFirst.${named(winner)}`),
        loser: t(`recon.act.${named(loser)}`),
      });
    case 'other':
      return t('recon.because.other');
  }
};

/** Why, and what was done since. */
export const whyWords = (item: ReconciliationItem, words: WordsOf): string => {
  const because = becauseWords(item, words);
  if (item.since === null) return because;
  return `${because} ${t('recon.since', { what: eventWords(item.since, words).lead })}`;
};
