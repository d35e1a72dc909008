// What happened at a moment of a replay, in words.

import type { ReplayStep } from '../engine/replay.ts';
import { inSentence, type Who } from './names-in-words.ts';
import { eventWords } from './routing-words.ts';
import { t } from './text.svelte.ts';

const teamWords = ({ entry }: ReplayStep, who: Who): string => {
  const name = who.subject('of' in entry ? entry.of : entry.agent);
  switch (entry.kind) {
    case 'status':
      return entry.by === 'system' ? t('replay.status.system', { name }) : t(`replay.status.${entry.intent}`, { name });
    case 'login':
    case 'logout':
      return t(`replay.status.${entry.kind}`, { name });
    case 'joined':
      return t('replay.joined', { name });
    case 'settings':
      return t('replay.settings', { name });
    default:
      return t('replay.otherChange', { name });
  }
};

export const stepWords = (step: ReplayStep, who: Who, capacity: number): string => {
  const { entry, conversation } = step;
  const shown = conversation?.after ?? conversation?.before;
  if (!('conversation' in entry)) return teamWords(step, who);
  const customer = shown?.customer.name ?? '';
  const { lead, text } = eventWords(entry, { who, customer, capacity });
  const what = text === undefined ? lead.replace(/[:：]$/u, '') : `${lead} ${text}`;
  if (shown === undefined) return what;
  const name = t('row.name', { customer: inSentence(customer), subject: inSentence(shown.subject) });
  return t('replay.about', { what, name });
};
