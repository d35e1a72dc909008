// What came to this agent or left them, in words: a sentence each, and one for all of a kind where
// they are many, as after a night offline.

import type { Arrival } from './arrivals.ts';
import { inSentence, type Who } from './names-in-words.ts';
import { t } from './text.svelte.ts';

/** More than so many of a kind at once are told by their number. */
const MOST = 2;

const oneWords = ({ kind, conversation, by }: Arrival, who: Who): string => {
  const subject = inSentence(conversation.subject);
  const name = by === null ? '' : who.subject(by);
  switch (kind) {
    case 'assigned':
      return t('arrival.assigned', { subject });
    case 'transferred':
      return t('arrival.transferred', { name, subject });
    case 'takenFromMe':
      return t('arrival.takenFromMe', { name, subject });
    case 'reclaimed':
      return t('arrival.reclaimed', { subject });
    case 'crossed':
      return t('arrival.crossed', { subject });
  }
};

const KINDS: readonly Arrival['kind'][] = ['crossed', 'takenFromMe', 'reclaimed', 'transferred', 'assigned'];

export const arrivalWords = (arrivals: readonly Arrival[], who: Who): readonly string[] =>
  KINDS.flatMap((kind) => {
    const alike = arrivals.filter((arrival) => arrival.kind === kind);
    if (alike.length <= MOST) return alike.map((arrival) => oneWords(arrival, who));
    return [t(`arrivals.${kind}`, { n: alike.length })];
  });
