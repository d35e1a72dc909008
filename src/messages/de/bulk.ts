// Acting on several conversations at once.

import type { bulk as english } from '../en/bulk.ts';
import type { Message } from '../message.ts';

export const bulk = {
  'bulk.bar': 'Ausgewähltes bearbeiten',
  'bulk.count': { one: '{n} ausgewählt', other: '{n} ausgewählt' },
  'bulk.none': 'Wählen Sie zuerst Gespräche aus.',
  'bulk.end': 'Fertig',
  'bulk.progress': '{n} von {total}',
  'bulk.done.transfer': { one: '{n} Gespräch übergeben.', other: '{n} Gespräche übergeben.' },
  'bulk.done.tag': { one: '{n} Gespräch verschlagwortet.', other: '{n} Gespräche verschlagwortet.' },
  'bulk.done.snooze': { one: '{n} Gespräch zurückgestellt.', other: '{n} Gespräche zurückgestellt.' },
  'bulk.done.close': { one: '{n} Gespräch geschlossen.', other: '{n} Gespräche geschlossen.' },
  'bulk.left': { one: '{n} bleibt, wie es ist: {why}', other: '{n} bleiben, wie sie sind: {why}' },
  'bulk.undone': { one: '{n} Gespräch zurückgesetzt.', other: '{n} Gespräche zurückgesetzt.' },
  'needs.title': 'Priorität und Bedarf',
  'needs.how': 'Solange es wartet, richtet sich sein Platz danach. Wer es hat, behält es.',
  'needs.save': 'Speichern',
  'needs.changed': 'Geändert: {subject}',
} as const satisfies Record<keyof typeof english, Message>;
