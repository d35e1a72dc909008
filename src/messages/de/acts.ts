// Everything that can be done by key or palette.

import type { acts as english } from '../en/acts.ts';
import type { Message } from '../message.ts';

export const acts = {
  'palette.open': 'Suchen oder tun',
  'act.ready': 'Auf „Bereit“ stellen',
  'act.away': 'Auf „Abwesend“ stellen',
  'act.logOut': 'Abmelden',
  'act.goTo': 'Zu {place}',
  'act.new': 'Neues Gespräch',
  'act.import': 'Gespräche importieren',
  'act.invite': 'Teammitglied einladen',
  'act.theme': 'Design: {theme}',
  'act.search': 'Suchen',
  'act.shortcuts': 'Tastenkürzel zeigen',
  'act.next': 'Nächstes Gespräch',
  'act.previous': 'Voriges Gespräch',
  'act.details': 'Details zeigen oder ausblenden',
  'act.reply': 'Dem Kunden antworten',
  'act.note': 'Interne Notiz schreiben',
  'act.send': 'Geschriebenes senden',
  'act.pickUp': 'Annehmen',
  'act.takeOver': 'Übernehmen',
  'act.transfer': 'Übergeben',
  'act.return': 'In die Warteschlange zurückgeben',
  'act.close': 'Gespräch schließen',
} as const satisfies Record<keyof typeof english, Message>;
