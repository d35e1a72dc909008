// All that a customer learns of the desk: the place in the queue, whether anybody is Ready at all, and the name of
// whoever has picked it up. No status of anybody, no number of agents, nothing of other customers.

import type { Conversation } from '../domain/conversation-state.ts';
import { asWallMs } from '../domain/ids.ts';
import type { Standing } from '../knock/words.ts';
import type { BridgeDesk } from './bridge-desk.ts';

export const standingOf = (conversation: Conversation | undefined, desk: BridgeDesk, nowMs: number): Standing => {
  const isAnybodyReady = desk.isAnybodyReady();
  const nobody = { place: 0, by: null, isAnybodyReady };
  switch (conversation?.state) {
    case undefined:
      return { phase: 'new', ...nobody };
    case 'waiting': {
      const place = desk.team.waiting(asWallMs(nowMs)).findIndex(({ id }) => id === conversation.id) + 1;
      return { phase: 'waiting', place, by: null, isAnybodyReady };
    }
    case 'assigned':
      return { phase: 'waiting', ...nobody };
    case 'active':
      return { phase: 'active', ...nobody, by: desk.team.agents.get(conversation.owner)?.name ?? '' };
    case 'closed':
      return { phase: 'closed', ...nobody };
  }
};
