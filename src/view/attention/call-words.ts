// A call in the words of a notification. The customer's own words stay out of it: a notification shows on
// a locked screen, and in the history of the system.

import { asAgentId } from '../../domain/ids.ts';
import type { DeskView } from '../desk-view.svelte.ts';
import { inSentence } from '../names-in-words.ts';
import { tSpoken } from '../text.svelte.ts';
import type { Call } from './calls.ts';

export interface CallWords {
  readonly title: string;
  readonly body: string;
}

export const callWords = ({ kind, conversation, room, mention }: Call, desk: DeskView): CallWords => {
  const subject = conversation === null ? '' : inSentence(conversation.subject);
  const customer = conversation?.customer.name ?? '';
  switch (kind) {
    case 'assigned':
      return { title: tSpoken('call.assigned', { customer }), body: subject };
    case 'transferred': {
      const by = conversation?.head?.by ?? null;
      const name = by === null ? '' : desk.nameOf(by);
      return { title: tSpoken('call.transferred', { name, customer }), body: subject };
    }
    case 'customer':
      return { title: tSpoken('call.customer', { customer }), body: subject };
    case 'snoozeOver':
      return { title: tSpoken('call.snoozeOver', { customer }), body: subject };
    case 'chat':
      return { title: tSpoken('call.chat', { name: room === null ? '' : desk.nameOf(asAgentId(room)) }), body: '' };
    case 'teamChat':
      return { title: tSpoken('call.teamChat'), body: '' };
    case 'mention':
      return {
        title: tSpoken('call.mention', { name: mention === undefined ? '' : desk.nameOf(mention.agent) }),
        body: '',
      };
    case 'paused':
      return { title: tSpoken('call.paused'), body: tSpoken('call.pausedBody', { n: desk.waitingCount }) };
  }
};
