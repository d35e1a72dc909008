// The band over a practice: that it is one, what to try next, the way out.

import type { Message } from '../message.ts';

export const practice = {
  'practice.band': 'Practice: these people are made up, and nothing is kept.',
  'practice.short': 'Practice. Nothing is kept.',
  'practice.leave': 'Leave practice',
  'practice.label': 'Practice',
  'practice.ready': 'Set yourself Ready: conversations come to you.',
  'practice.wait': 'Wait a moment: somebody will need you.',
  'practice.pickUp': 'Pick up what was assigned to you.',
  'practice.reply': 'Open your conversation and reply. The customer answers.',
  'practice.close': 'Close it when the customer is helped.',
  'practice.more': 'Now try a transfer, a note, the dashboard, or go Away and watch.',
  'practice.noInvite': 'Nobody can be invited to a practice team. Leave the practice and create your own.',
} as const satisfies Record<string, Message>;
