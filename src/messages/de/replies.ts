// The team’s saved replies in Settings, and what else is told of.

import type { replies as english } from '../en/replies.ts';
import type { Message } from '../message.ts';

export const replies = {
  'replies.title': 'Textbausteine',
  'replies.meta': 'auf jedem Desk gleich; alle dürfen sie ändern',
  'replies.explain': 'Tippen Sie / in einer Antwort, um einen einzufügen.',
  'replies.add': 'Textbaustein hinzufügen',
  'replies.edit': '{name} bearbeiten',
  'replies.remove': '{name} entfernen',
  'replies.name': 'Name',
  'replies.code': 'Kürzel',
  'replies.codeHint': 'Was nach / getippt wird, zum Beispiel {example}.',
  'replies.text': 'Text',
  'replies.textHint': 'Beim Einfügen ausgefüllt: {fields}.',
  'replies.changed': '{name}, {time}',
  'replies.removed': 'Textbaustein entfernt: {name}',
  'replies.saved': 'Textbaustein gesichert: {name}',
  'replies.find': 'Textbaustein suchen',
  'replies.noneYet': 'Noch keiner. Ein Textbaustein erspart, dieselben Worte noch einmal zu tippen.',
  'keys.writing': 'Beim Schreiben',
  'att.mention': 'jemand aus dem Team mich erwähnt',
  'att.snoozeOver': 'ein zurückgestelltes Gespräch von mir zurückkommt',
} as const satisfies Record<keyof typeof english, Message>;
