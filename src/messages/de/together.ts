// Working side by side: saved replies, tags, snooze, who else is here, mentions, several at once.

import type { together as english } from '../en/together.ts';
import type { Message } from '../message.ts';

export const together = {
  'replies.strip': 'Textbausteine',
  'replies.more': { one: 'und {n} weiterer', other: 'und {n} weitere' },
  'replies.none': 'Kein Textbaustein hat diese Buchstaben.',
  'replies.nothing': 'Noch kein Textbaustein. Legen Sie einen in den Einstellungen an.',
  'replies.how': '{at} von {n}, Tab fügt ein',
  'act.savedReply': 'Textbaustein einfügen',
  'event.snoozed': 'Von {by} zurückgestellt bis {time}',
  'event.woken': 'Von {by} wieder aufgenommen',
  'event.tagged': '{by}: Schlagwort {tag} hinzugefügt',
  'event.untagged': '{by}: Schlagwort {tag} entfernt',
  'refusal.nameTooLong': 'Dieser Name oder dieses Kürzel ist zu lang. Kürzen Sie es.',
  'refusal.tagTooLong': 'Ein Schlagwort hat höchstens 40 Zeichen. Kürzen Sie es.',
  'refusal.tooManyTags': 'Ein Gespräch hat höchstens 20 Schlagwörter. Entfernen Sie zuerst eines.',
  'refusal.timePast': 'Diese Zeit ist vorbei. Wählen Sie eine spätere.',
  'refusal.timeTooFar': 'Das ist mehr als ein Jahr hin. Wählen Sie eine frühere Zeit.',
  'refusal.tooManyReplies': 'Das Team hat schon 1.000 Textbausteine. Entfernen Sie zuerst einen.',
} as const satisfies Record<keyof typeof english, Message>;
