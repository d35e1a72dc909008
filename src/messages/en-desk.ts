// The sentences of the Desk, Dashboard and Chat pages, in English: a part of en.ts.

import type { Message } from './message.ts';

export const enDesk = {
  // Lists
  'desk.waiting': 'Waiting',
} as const satisfies Record<string, Message>;
