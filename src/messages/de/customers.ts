// The settings of the page by which customers write to the team.

import type { Message } from '../message.ts';

export const customers = {
  'ask.title': 'Kundenseite',
  'ask.meta': 'ein Link oder Code, über den Kunden Ihnen schreiben',
  'ask.text':
    'Kunden öffnen den Link oder scannen den Code und schreiben dem Team direkt: von Browser zu Browser, verschlüsselt. Der Link öffnet nichts vom Team. Er lässt sich jederzeit zurücknehmen.',
  'ask.name': 'Name des Links',
  'ask.namePlaceholder': 'Theke, Website, Quittung',
  'ask.make': 'Link erstellen',
  'ask.made': 'Erstellt. Wer ihn öffnet, kann Ihnen schreiben.',
  'ask.link': 'Link für Kunden',
  'ask.snippet': 'Für eine Website',
  'ask.snippetText':
    'Diese Zeile in eine Seite einfügen. Sie zeigt eine Schaltfläche und dahinter dieselbe Seite in einem Rahmen.',
  'ask.show': 'Anzeigen',
  'ask.revoke': 'Zurücknehmen',
  'ask.revokeTitle': '„{name}“ zurücknehmen?',
  'ask.revokeText':
    'Niemand erreicht Sie dann noch darüber. Wer darüber geschrieben hat, kann lesen, was da ist, und nichts mehr schreiben. Das lässt sich nicht rückgängig machen.',
  'ask.revokeDo': 'Link zurücknehmen',
  'ask.revokeKeep': 'Behalten',
  'ask.print': 'Blatt zum Drucken',
  'ask.open': 'Seite öffnen',
  'ask.none': 'Noch kein Link.',
  'ask.code': 'Code des Links „{name}“',
  'ask.local':
    'Dieser Desk ist unter {origin} geöffnet; das erreicht nur dieser Rechner. Öffnen Sie den Desk unter einer Adresse, die Kunden mit https erreichen, und erstellen Sie den Link dort.',
  'ask.refused': {
    one: '{n} Klopfen wurde hier seit dem Start abgewiesen.',
    other: '{n} Klopfen wurden hier seit dem Start abgewiesen.',
  },
} as const satisfies Record<string, Message>;
