// A new conversation, a transfer.

import type { Message } from '../message.ts';

export const dialogs = {
  // New conversation
  'new.title': 'New conversation',
  'new.subtitle': 'It enters the queue and goes to whoever is Ready.',
  'new.customer': 'Customer',
  'new.subject': 'Subject',
  'new.message': 'Message',
  'new.channel': 'Channel',
  'new.priority': 'Priority',
  'new.add': 'Add to queue',
  'new.added': 'In the queue: {subject}',
  'new.problem.customerEmpty': 'Say who the customer is.',
  'new.problem.customerTooLong': 'A name has at most {max} characters.',
  'new.problem.subjectEmpty': 'Say in a few words what it is about.',
  'new.problem.subjectTooLong': 'A subject has at most {max} characters.',
  'new.problem.messageEmpty': 'Write what the customer said.',
  'new.problem.messageTooLong': 'A message has at most {max} characters. Shorten it, or add it as several.',
  'new.problem.channelEmpty': 'Choose how the customer came.',
  'new.problem.channelTooLong': 'A channel has at most {max} characters.',
  'new.problem.priorityUnknown': 'Choose one of the priorities of the list.',
  'new.channel.phone': 'Phone',
  'new.channel.counter': 'At the counter',
  'new.channel.email': 'E-mail',
  'new.channel.other': 'Other',
  'new.timer.phone': 'Call so far: {time}',
  'new.timer.counter': 'At the counter so far: {time}',

  // Transfer
  'transfer.title': 'Transfer to',
  'transfer.about': '{customer}: {subject}',
  'transfer.agents': 'Agents',
  'transfer.note': 'Note for {name}',
  'transfer.noteFor': 'Note for the receiver',
  'transfer.do': 'Transfer to {name}',
  'transfer.choose': 'Transfer',
  'transfer.chooseReason': 'Choose an agent first.',
  'transfer.atOnce': '{name} is notified at once.',
  'transfer.atLogin': '{name} finds it at login.',
  'transfer.done': 'Transferred to {name}: {subject}',
  'transfer.since': '{status} since {since}',
  'transfer.sinceOut': 'Since {since}; finds it at login',
  'transfer.neverHere': 'Finds it at login',
} as const satisfies Record<string, Message>;
