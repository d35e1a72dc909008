// Everything that can be done by key or palette.

import type { Message } from '../message.ts';

export const acts = {
  'palette.open': 'Search or do',
  'act.ready': 'Set Ready',
  'act.away': 'Set Away',
  'act.logOut': 'Log out',
  'act.goTo': 'Go to {place}',
  'act.new': 'New conversation',
  'act.import': 'Import conversations',
  'act.invite': 'Invite a colleague',
  'act.theme': 'Theme: {theme}',
  'act.search': 'Search',
  'act.shortcuts': 'Show shortcuts',
  'act.next': 'Next conversation',
  'act.previous': 'Previous conversation',
  'act.details': 'Show or hide details',
  'act.reply': 'Reply to the customer',
  'act.note': 'Write an internal note',
  'act.send': 'Send what is written',
  'act.pickUp': 'Pick up',
  'act.takeOver': 'Take over',
  'act.transfer': 'Transfer',
  'act.return': 'Return to the queue',
  'act.close': 'Close the conversation',
} as const satisfies Record<string, Message>;
