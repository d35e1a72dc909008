// What is said beside a conversation with a customer who writes by the customers’ page.

import type { Message } from '../message.ts';

export const visit = {
  'visit.here': '{name} is connected',
  'visit.typing': '{name} is writing',
  'visit.sending': '{name} is sending {file}: {percent}',
  'visit.got': 'your last reply has arrived',
  'visit.seen': 'your last reply was read',
  'visit.away': '{name} is not connected to this browser. A reply is kept and arrives when they are back.',
  'visit.blocked': '{name} is blocked. What they write does not come in.',
  'visit.block': 'Block',
  'visit.unblock': 'Unblock',
} as const satisfies Record<string, Message>;
