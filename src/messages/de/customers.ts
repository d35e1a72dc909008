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
  'ask.sheet': 'Blatt zum Drucken',
  'ask.sheet.title': 'Blatt für den Schalter',
  'ask.sheet.sentence': 'Scannen Sie den Code oder öffnen Sie die Adresse, um uns zu schreiben.',
  'ask.sheet.paper': 'Eine Seite, A4. Der Link trägt kein Geheimnis des Teams.',
  'ask.sheet.print': 'Drucken',
  'ask.sheet.tooLong': 'Der Link ist zu lang für einen Code.',
  'ask.demo': 'Auf einer Seite ausprobieren',
  'ask.address': 'Adresse für Kunden',
  'ask.address.hint':
    'Mit https, und sie führt zum Server dieses Desks, etwa durch einen Tunnel oder einen Hostnamen. Links und Codes tragen sie. Sie gilt für das ganze Team; lassen Sie sie leer, wenn Kunden den Desk dort erreichen, wo Sie es tun.',
  'ask.address.save': 'Speichern',
  'ask.address.saved':
    'Gespeichert. Neue Kopien von Links und Codes tragen sie; die ausgegebenen führen weiter dorthin, wohin sie führen.',
  'ask.address.notAddress': 'Das ist keine Adresse. Schreiben Sie sie als https://desk.example.org.',
  'ask.address.notHttps': 'Browser lassen Kunden nur über https schreiben. Die Adresse muss mit https:// beginnen.',
  'ask.address.onlyHere': 'Diese Adresse erreicht nur dieser Rechner. Geben Sie eine an, die Kunden erreichen.',
  'ask.open': 'Seite öffnen',
  'ask.code': 'Code des Links „{name}“',
  'ask.local':
    'Dieser Desk ist unter {origin} geöffnet, was nur dieser Rechner erreicht. Geben Sie unter „Adresse für Kunden“ bei den Links die Adresse an, die Kunden erreichen.',
  'ask.refused': {
    one: '{n} Klopfen wurde hier seit dem Start abgewiesen.',
    other: '{n} Klopfen wurden hier seit dem Start abgewiesen.',
  },
} as const satisfies Record<string, Message>;
