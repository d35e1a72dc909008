// The Chat page.

import type { chat as english } from '../en/chat.ts';
import type { Message } from '../message.ts';

export const chat = {
  // Chat
  'chat.title': 'Chat',
  'chat.rooms': 'Räume',
  'chat.team': 'Teamraum',
  'chat.teamMeta': { one: '{n} Teammitglied, alle sehen dies', other: '{n} Teammitglieder, alle sehen dies' },
  'chat.directMeta': 'Nur Ihnen und {name} angezeigt',
  'chat.you': 'Sie: {text}',
  'chat.from': '{name}: {text}',
  'chat.nothingYet': 'Noch nichts geschrieben',
  'chat.unread': { one: '{n} ungelesen', other: '{n} ungelesen' },
  'chat.newSince': 'Neu seit {time}',
  'chat.empty':
    'Hier steht noch nichts. Was Sie schreiben, bleibt erhalten und kommt an, wenn Teammitglieder verbunden sind.',
  'chat.earlier': 'Frühere Nachrichten zeigen',
  'chat.message': 'Nachricht',
  'chat.toTeam': 'In den Teamraum schreiben',
  'chat.toAgent': 'An {name} schreiben',
  'chat.log': 'Nachrichten',
  'chat.send': 'Senden',
  'chat.getsIt': '{name} erhält es beim Anmelden',
  'chat.getIt': '{names} erhalten es beim Anmelden',
  'chat.manyGetIt': {
    one: '{n} Teammitglied erhält es beim Anmelden',
    other: '{n} Teammitglieder erhalten es beim Anmelden',
  },
  'chat.agents': 'Teammitglieder',
  'chat.linked': 'Hier verlinkt',
  'chat.back': 'Zurück zu den Räumen',
  'chat.goneRoom':
    'Dieses Gerät kennt dieses Teammitglied noch nicht. Warten Sie, bis jemand erreicht ist, oder wählen Sie einen Raum.',
  'chat.unknownLink': 'Ein Gespräch, das noch nicht auf diesem Gerät ist',
  'chat.linkWord': 'ein Gespräch',
  'state.waiting': 'Wartend',
  'state.assigned': 'Zugewiesen',
  'state.active': 'In Bearbeitung',
  'state.closed': 'Geschlossen',
  'state.heldBy': 'bei {name}',
  'state.parked': 'bei {name}, geparkt',
  'state.waits': 'seit: {time}',
} as const satisfies Record<keyof typeof english, Message>;
