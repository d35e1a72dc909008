// Notifications and sounds.

import type { Message } from '../message.ts';

export const attention = {
  'att.title': 'Notifications on this device',
  'att.allow': 'Allow notifications',
  'att.unknown': 'This browser has not been asked yet. Sounds and numbers work without.',
  'att.granted': 'Shown while the desk is not in front. They name the customer and the subject, never the words.',
  'att.denied': 'This browser was told not to show any. Its own settings for this page can change that.',
  'att.absent': 'This browser shows none for this page. Sounds and numbers work without.',
  'att.when': 'Tell me when',
  'att.assigned': 'a conversation is assigned to me',
  'att.transferred': 'a colleague transfers one to me',
  'att.customer': 'a customer of mine writes',
  'att.chat': 'a colleague writes to me',
  'att.teamChat': 'somebody writes in the team room',
  'att.paused': 'assignment is paused while customers wait',
  'att.how': 'How',
  'att.sound': 'with a quiet sound',
  'att.hear': 'Hear it',
  'att.quiet': 'not while I am Away, but for a paused assignment',
  'idle.setting':
    'Set me Away when nobody has used this device for a while, in any tab. Ready comes back by one click, never by itself.',
  'idle.never': 'Never',
  'idle.after': { one: 'After {n} minute', other: 'After {n} minutes' },
  'idle.soon':
    'Nobody has used this device for a while. You will be set to Away in one minute. Press any key to stay Ready.',
  'idle.in': { one: 'You will be set to Away in {n} second.', other: 'You will be set to Away in {n} seconds.' },
  'idle.how': 'Nobody has used this device for a while.',
  'idle.howLast': 'Nobody has used this device for a while, and nobody else is Ready: assignment will pause.',
  'idle.stay': 'Stay Ready',
} as const satisfies Record<string, Message>;
