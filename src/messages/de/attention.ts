// Notifications and sounds.

import type { attention as english } from '../en/attention.ts';
import type { Message } from '../message.ts';

export const attention = {
  'att.title': 'Benachrichtigungen auf diesem Gerät',
  'att.allow': 'Benachrichtigungen erlauben',
  'att.unknown': 'Dieser Browser wurde noch nicht gefragt. Töne und Zahlen gehen auch so.',
  'att.granted': 'Erscheinen, solange der Desk nicht vorn ist. Sie nennen Kunde und Betreff, nie den Wortlaut.',
  'att.denied': 'Dieser Browser soll keine zeigen. Seine eigenen Einstellungen für diese Seite können das ändern.',
  'att.absent': 'Dieser Browser zeigt für diese Seite keine. Töne und Zahlen gehen auch so.',
  'att.when': 'Melden, wenn',
  'att.assigned': 'mir ein Gespräch zugewiesen wird',
  'att.transferred': 'mir jemand eines übergibt',
  'att.customer': 'ein Kunde von mir schreibt',
  'att.chat': 'mir jemand aus dem Team schreibt',
  'att.teamChat': 'jemand im Teamraum schreibt',
  'att.paused': 'die Zuweisung pausiert, während Kunden warten',
  'att.how': 'Wie',
  'att.sound': 'mit leisem Ton',
  'att.hear': 'Anhören',
  'att.quiet': 'nicht, während ich abwesend bin, außer bei pausierter Zuweisung',
  'idle.setting':
    'Mich auf Abwesend setzen, wenn dieses Gerät eine Weile in keinem Tab benutzt wird. Bereit kommt mit einem Klick zurück, nie von selbst.',
  'idle.never': 'Nie',
  'idle.after': { one: 'Nach {n} Minute', other: 'Nach {n} Minuten' },
  'idle.soon':
    'Dieses Gerät wurde eine Weile nicht benutzt. In einer Minute werden Sie auf Abwesend gesetzt. Mit einer beliebigen Taste bleiben Sie bereit.',
  'idle.in': {
    one: 'In {n} Sekunde werden Sie auf Abwesend gesetzt.',
    other: 'In {n} Sekunden werden Sie auf Abwesend gesetzt.',
  },
  'idle.how': 'Dieses Gerät wurde eine Weile nicht benutzt.',
  'idle.howLast':
    'Dieses Gerät wurde eine Weile nicht benutzt, und niemand sonst ist bereit: Die Zuteilung wird pausieren.',
  'idle.stay': 'Bereit bleiben',
} as const satisfies Record<keyof typeof english, Message>;
