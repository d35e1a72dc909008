// The palette and the list of shortcuts.

import type { Message } from '../message.ts';

export const palette = {
  'palette.title': 'Search and act',
  'palette.hint': 'Search conversations, or type what you want to do',
  'palette.results': 'Results',
  'palette.acts': 'Do',
  'palette.conversations': 'Conversations',
  'palette.people': 'Write to',
  'palette.more': { one: 'and {n} more: add a word', other: 'and {n} more: add a word' },
  'palette.nothing': 'Nothing has all of these words. Try fewer of them, or the beginning of one.',
  'palette.reading': 'Reading the conversations…',
  'palette.found': { one: '{n} result', other: '{n} results' },
  'palette.move': 'Up and down to choose, Enter to open, Esc to go back',
  'keys.title': 'Shortcuts',
  'keys.everywhere': 'Everywhere',
  'keys.inConversation': 'With a conversation open',
  'keys.off': 'Single keys are switched off. Ctrl K still works.',
  'keys.how': 'Single keys work while you are not writing.',
  'keys.setting': 'Single-key shortcuts',
  'keys.on': 'On',
  'keys.isOff': 'Off',
} as const satisfies Record<string, Message>;
