// What is said beside a conversation with a customer who writes by the customers’ page.

import type { Message } from '../message.ts';

export const visit = {
  'visit.here': '{name} ist verbunden',
  'visit.typing': '{name} schreibt',
  'visit.sending': '{name} sendet {file}: {percent}',
  'visit.got': 'Ihre letzte Antwort ist angekommen',
  'visit.seen': 'Ihre letzte Antwort wurde gelesen',
  'visit.away':
    '{name} ist nicht mit diesem Browser verbunden. Eine Antwort bleibt hier und kommt an, sobald die Person zurück ist.',
  'visit.blocked': '{name} ist blockiert. Was die Person schreibt, kommt nicht an.',
  'visit.block': 'Blockieren',
  'visit.unblock': 'Nicht mehr blockieren',
} as const satisfies Record<string, Message>;
