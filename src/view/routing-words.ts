// What happened to a conversation, in words (AS5, TR3): one sentence for each kind of entry. Names are
// looked up by the caller, so that "you" can stand for the reader.

import type { AssignReason, ConversationEntry } from '../domain/entry.ts';
import type { AgentId } from '../domain/ids.ts';
import { channelWord, t } from './text.svelte.ts';

export interface EventWords {
  readonly lead: string;
  readonly text?: string;
}

type NameOf = (agent: AgentId) => string;

export const reasonWords = (reason: AssignReason, capacity: number): string => {
  const { rule, load } = reason;
  if (rule === 'served') return t('why.served');
  if (rule === 'only') return t('why.only');
  return rule === 'fewest' ? t('why.fewest', { load, capacity }) : t('why.idle', { load, capacity });
};

export const eventWords = (entry: ConversationEntry, nameOf: NameOf, capacity: number): EventWords => {
  const by = nameOf(entry.agent);
  switch (entry.kind) {
    case 'opened':
      return { lead: t('event.opened'), text: channelWord(entry.channel) };
    case 'message':
      return { lead: t('event.customerWrote') };
    case 'reply':
      return { lead: t('event.replied', { by }) };
    case 'note':
      return { lead: t('event.noted', { by }) };
    case 'assigned':
      return { lead: t('event.assigned', { to: nameOf(entry.to) }), text: reasonWords(entry.reason, capacity) };
    case 'pickedUp':
      return { lead: t('event.pickedUp', { by }) };
    case 'reclaimed':
      return { lead: t('event.reclaimed'), text: t(`event.reclaimed.${entry.cause}`) };
    case 'transferred':
      return {
        lead: t('event.transferred', { by, to: nameOf(entry.to) }),
        ...(entry.note === '' ? {} : { text: entry.note }),
      };
    case 'taken':
      return { lead: t('event.taken', { by }) };
    case 'returned':
      return { lead: t('event.returned', { by }) };
    case 'closed':
      return { lead: t('event.closed', { by }) };
    case 'unknownRouting':
      return { lead: t('event.unknown', { by, name: entry.name }) };
  }
};
