// The team’s saved replies in Settings, and what else is told of.

import type { Message } from '../message.ts';

export const replies = {
  'replies.title': 'Saved replies',
  'replies.meta': 'the same on every desk; any agent may change them',
  'replies.explain': 'Type / in a reply to insert one.',
  'replies.add': 'Add a saved reply',
  'replies.edit': 'Edit {name}',
  'replies.remove': 'Remove {name}',
  'replies.name': 'Name',
  'replies.code': 'Short code',
  'replies.codeHint': 'What is typed after /, for example {example}.',
  'replies.text': 'Text',
  'replies.textHint': 'Filled in when it is inserted: {fields}.',
  'replies.changed': '{name}, {time}',
  'replies.removed': 'Saved reply removed: {name}',
  'replies.saved': 'Saved reply kept: {name}',
  'replies.find': 'Find a saved reply',
  'replies.noneYet': 'None yet. A saved reply spares typing the same words again.',
  'keys.writing': 'While writing',
  'att.mention': 'a colleague mentions me',
  'att.snoozeOver': 'a snoozed conversation of mine comes back',
} as const satisfies Record<string, Message>;
