// What happened to a conversation, in words (AS5, TR3): one sentence for each kind of entry.

import type { AssignReason, ConversationEntry, OpenedEntry } from '../domain/entry.ts';
import type { HistoryLine } from './history.ts';
import { inSentence, type Who } from './names-in-words.ts';
import { channelWord, formatDuration, formatList, formatUntil, priorityWord, t } from './text.svelte.ts';

export interface EventWords {
  readonly lead: string;
  readonly text?: string;
}

export interface WordsOf {
  readonly who: Who;
  readonly customer: string;
  readonly capacity: number;
}

export const reasonWords = (reason: AssignReason, capacity: number): string => {
  const { rule, load } = reason;
  if (rule === 'served') return t('why.served');
  if (rule === 'only') return t('why.only');
  return rule === 'fewest' ? t('why.fewest', { load, capacity }) : t('why.idle', { load, capacity });
};

const skillsWords = (by: string, skills: readonly string[]): string =>
  skills.length === 0
    ? t('event.noSkills', { by })
    : t('event.skills', { by, skills: formatList(skills.map(inSentence)) });

/** By which channel, and how long the call or the talk had lasted. */
const openingWords = ({ channel, lasted }: OpenedEntry): string => {
  if (lasted === undefined || (channel !== 'phone' && channel !== 'counter')) return channelWord(channel);
  return t(`lasted.${channel}`, { time: formatDuration(lasted) });
};

export const eventWords = (entry: ConversationEntry, { who, customer, capacity }: WordsOf): EventWords => {
  const by = who.subject(entry.agent);
  switch (entry.kind) {
    case 'opened':
      return { lead: t('event.opened'), text: openingWords(entry) };
    case 'message':
      return { lead: t('event.customerWrote', { name: inSentence(customer) }) };
    case 'reply':
      return { lead: t('event.replied', { by }) };
    case 'note':
      return { lead: t('event.noted', { by }) };
    case 'assigned':
      return { lead: t('event.assigned', { to: who.object(entry.to) }), text: reasonWords(entry.reason, capacity) };
    case 'pickedUp':
      return { lead: t('event.pickedUp', { by }) };
    case 'reclaimed':
      return { lead: t('event.reclaimed'), text: t(`event.reclaimed.${entry.cause}`) };
    case 'transferred':
      return { lead: t('event.transferred', { by, to: who.object(entry.to) }) };
    case 'taken':
      return { lead: t('event.taken', { by }) };
    case 'returned':
      return { lead: t('event.returned', { by }) };
    case 'closed':
      return { lead: t('event.closed', { by }) };
    case 'tagged':
      return { lead: t(entry.isOn ? 'event.tagged' : 'event.untagged', { by, tag: inSentence(entry.tag) }) };
    case 'needsChanged': {
      const { priority, skills } = entry;
      const of = [
        ...(priority === undefined ? [] : [t('event.priority', { by, priority: priorityWord(priority) })]),
        ...(skills === undefined ? [] : [skillsWords(by, skills)]),
      ];
      return { lead: of.join('; ') };
    }
    case 'snoozed':
      if (entry.until === null) return { lead: t('event.woken', { by }) };
      return { lead: t('event.snoozed', { by, time: formatUntil(entry.until, entry.at) }) };
    case 'unknownRouting':
      return { lead: t('event.unknown', { by, name: inSentence(entry.name) }) };
  }
};

/** The same as one line of the history, with how long it took where that is a measure (DA2). */
export const historyWords = ({ entry, afterMs }: HistoryLine, words: WordsOf): string => {
  const { lead, text } = eventWords(entry, words);
  if (afterMs !== null) {
    const by = words.who.subject(entry.agent);
    const time = formatDuration(afterMs);
    if (entry.kind === 'reply') return t('event.repliedFirst', { by, time });
    if (entry.kind === 'pickedUp') return t('event.pickedUpAfter', { by, time });
  }
  return text === undefined ? lead : `${lead} ${text}`;
};
