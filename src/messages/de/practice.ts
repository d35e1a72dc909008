// The band over a practice: that it is one, what to try next, the way out.

import type { practice as english } from '../en/practice.ts';
import type { Message } from '../message.ts';

export const practice = {
  'practice.band': 'Übung: Diese Menschen sind erfunden, und nichts wird aufbewahrt.',
  'practice.short': 'Übung. Nichts wird aufbewahrt.',
  'practice.leave': 'Übung beenden',
  'practice.label': 'Übung',
  'practice.ready': 'Stellen Sie sich auf „Bereit“: Dann kommen Gespräche zu Ihnen.',
  'practice.wait': 'Einen Moment: Gleich wird jemand Sie brauchen.',
  'practice.pickUp': 'Nehmen Sie an, was Ihnen zugewiesen wurde.',
  'practice.reply': 'Öffnen Sie Ihr Gespräch und antworten Sie. Der Kunde schreibt zurück.',
  'practice.close': 'Schließen Sie es, wenn dem Kunden geholfen ist.',
  'practice.more':
    'Versuchen Sie nun eine Übergabe, eine Notiz, das Dashboard, oder gehen Sie auf „Abwesend“ und schauen Sie zu.',
  'practice.noInvite':
    'Zu einem Übungsteam lässt sich niemand einladen. Beenden Sie die Übung und gründen Sie Ihr eigenes.',
} as const satisfies Record<keyof typeof english, Message>;
