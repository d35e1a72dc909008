// The palette and the list of shortcuts.

import type { palette as english } from '../en/palette.ts';
import type { Message } from '../message.ts';

export const palette = {
  'palette.title': 'Suchen und tun',
  'palette.hint': 'Gespräche suchen oder eingeben, was Sie tun möchten',
  'palette.results': 'Ergebnisse',
  'palette.acts': 'Tun',
  'palette.conversations': 'Gespräche',
  'palette.people': 'Schreiben an',
  'palette.more': { one: 'und {n} weiteres: Wort ergänzen', other: 'und {n} weitere: Wort ergänzen' },
  'palette.nothing': 'Nichts enthält alle diese Wörter. Versuchen Sie weniger, oder den Anfang von einem.',
  'palette.reading': 'Gespräche werden gelesen …',
  'palette.found': { one: '{n} Ergebnis', other: '{n} Ergebnisse' },
  'palette.move': 'Auf und ab zum Wählen, Enter zum Öffnen, Esc zurück',
  'keys.title': 'Tastenkürzel',
  'keys.everywhere': 'Überall',
  'keys.inConversation': 'Bei offenem Gespräch',
  'keys.off': 'Einzeltasten sind ausgeschaltet. Strg K geht weiterhin.',
  'keys.how': 'Einzeltasten wirken, solange Sie nicht schreiben.',
  'keys.setting': 'Einzeltasten als Kürzel',
  'keys.on': 'An',
  'keys.isOff': 'Aus',
} as const satisfies Record<keyof typeof english, Message>;
