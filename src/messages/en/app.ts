// The app on this device, as the shell speaks of it: a new version, installing, shortcuts.

import type { Message } from '../message.ts';

export const app = {
  'update.waiting':
    'A new version of the desk is here. It starts when you reload; what you have begun to write is kept.',
  'update.taken':
    'Another tab has started a new version of the desk. Reload this one too; what you have begun to write is kept.',
  'update.apply': 'Reload now',
  'here.installDesk': 'Install the desk',
  'launch.ready': 'You are Ready now, by the shortcut of the app.',
  'launch.away': 'You are Away now, by the shortcut of the app.',
} as const satisfies Record<string, Message>;
