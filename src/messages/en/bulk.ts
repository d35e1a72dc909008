// Acting on several conversations at once.

import type { Message } from '../message.ts';

export const bulk = {
  'bulk.bar': 'Act on what is picked',
  'bulk.count': { one: '{n} picked', other: '{n} picked' },
  'bulk.none': 'Pick conversations first.',
  'bulk.end': 'Done',
  'bulk.progress': '{n} of {total}',
  'bulk.done.transfer': { one: '{n} conversation transferred.', other: '{n} conversations transferred.' },
  'bulk.done.tag': { one: '{n} conversation tagged.', other: '{n} conversations tagged.' },
  'bulk.done.snooze': { one: '{n} conversation snoozed.', other: '{n} conversations snoozed.' },
  'bulk.done.close': { one: '{n} conversation closed.', other: '{n} conversations closed.' },
  'bulk.left': { one: '{n} stays as it is: {why}', other: '{n} stay as they are: {why}' },
  'bulk.undone': { one: '{n} conversation put back.', other: '{n} conversations put back.' },
  'needs.title': 'Priority and needs',
  'needs.how': 'While it waits, its place in the queue follows. Whoever holds it keeps it.',
  'needs.save': 'Save',
  'needs.changed': 'Changed: {subject}',
} as const satisfies Record<string, Message>;
