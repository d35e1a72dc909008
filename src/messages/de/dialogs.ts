// A new conversation, a transfer.

import type { dialogs as english } from '../en/dialogs.ts';
import type { Message } from '../message.ts';

export const dialogs = {
  // New conversation
  'new.title': 'Neues Gespräch',
  'new.subtitle': 'Es kommt in die Warteschlange und geht an alle, die bereit sind.',
  'new.customer': 'Kunde',
  'new.subject': 'Betreff',
  'new.message': 'Nachricht',
  'new.channel': 'Kanal',
  'new.priority': 'Priorität',
  'new.add': 'In die Warteschlange',
  'new.added': 'In der Warteschlange: {subject}',
  'new.problem.customerEmpty': 'Geben Sie an, um wen es geht.',
  'new.problem.customerTooLong': 'Ein Name hat höchstens {max} Zeichen.',
  'new.problem.subjectEmpty': 'Sagen Sie mit wenigen Worten, worum es geht.',
  'new.problem.subjectTooLong': 'Ein Betreff hat höchstens {max} Zeichen.',
  'new.problem.messageEmpty': 'Schreiben Sie, was gesagt wurde.',
  'new.problem.messageTooLong':
    'Eine Nachricht hat höchstens {max} Zeichen. Kürzen Sie sie, oder fügen Sie mehrere hinzu.',
  'new.problem.channelEmpty': 'Wählen Sie den Kanal.',
  'new.problem.channelTooLong': 'Ein Kanal hat höchstens {max} Zeichen.',
  'new.problem.priorityUnknown': 'Wählen Sie eine Priorität der Liste.',
  'new.channel.phone': 'Telefon',
  'new.channel.counter': 'Am Schalter',
  'new.channel.email': 'E-Mail',
  'new.channel.other': 'Anders',
  'new.timer.phone': 'Anruf bisher: {time}',
  'new.timer.counter': 'Am Schalter bisher: {time}',

  // Transfer
  'transfer.title': 'Übergeben an',
  'transfer.about': '{customer}: {subject}',
  'transfer.agents': 'Teammitglieder',
  'transfer.note': 'Notiz für {name}',
  'transfer.noteFor': 'Notiz für den Empfang',
  'transfer.do': 'An {name} übergeben',
  'transfer.choose': 'Übergeben',
  'transfer.chooseReason': 'Wählen Sie zuerst ein Teammitglied.',
  'transfer.atOnce': '{name} wird sofort benachrichtigt.',
  'transfer.atLogin': '{name} findet es beim Anmelden vor.',
  'transfer.done': 'An {name} übergeben: {subject}',
  'transfer.since': '{status} seit {since}',
  'transfer.sinceOut': 'Seit {since}; findet es beim Anmelden vor',
  'transfer.neverHere': 'Findet es beim Anmelden vor',
} as const satisfies Record<keyof typeof english, Message>;
