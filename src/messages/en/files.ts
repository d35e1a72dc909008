// What is said of files that go with messages.

import type { Message } from '../message.ts';

export const files = {
  'file.attach': 'Attach files',
  'file.attached': 'Files that go with this reply',
  'file.reading': 'Reading…',
  'file.remove': 'Take {name} away',
  'file.show': 'Show {name}',
  'file.save': 'Save {name}',
  'file.saveThis': 'Save',
  'file.coming': '{name} is on its way',
  'file.awaited': 'Not here yet. It comes when a teammate who has it is reachable.',
  'file.why.tooMany': '{name} was left out: a message takes 5 files at most.',
  'file.why.empty': '{name} is empty.',
  'file.why.tooLarge': '{name} is larger than 5 MB. Send a smaller copy, or a link to it.',
  'file.why.program': '{name} could run as a program. Programs are not sent.',
  'file.why.disguised': '{name} is not what its name says, so it is not sent.',
  'file.why.unknownKind':
    '{name} is of a kind that is not sent. Pictures, PDF, office documents, plain texts, sound and film are.',
  'file.why.notKept':
    '{name} could not be kept on this device: it has no room left, or the browser keeps nothing here.',
  'file.why.notLoaded': '{name} could not be read. It may have been moved or changed meanwhile.',
} as const satisfies Record<string, Message>;
