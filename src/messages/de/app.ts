// The app on this device, as the shell speaks of it: a new version, installing, shortcuts.

import type { app as english } from '../en/app.ts';
import type { Message } from '../message.ts';

export const app = {
  'update.waiting':
    'Eine neue Version des Desks ist da. Sie startet, wenn Sie neu laden; was Sie zu schreiben begonnen haben, bleibt.',
  'update.taken':
    'Ein anderer Tab hat eine neue Version des Desks gestartet. Laden Sie auch diesen neu; was Sie zu schreiben begonnen haben, bleibt.',
  'update.apply': 'Jetzt neu laden',
  'here.installDesk': 'Desk installieren',
  'launch.ready': 'Sie sind jetzt bereit, über die Verknüpfung der App.',
  'launch.away': 'Sie sind jetzt abwesend, über die Verknüpfung der App.',
} as const satisfies Record<keyof typeof english, Message>;
