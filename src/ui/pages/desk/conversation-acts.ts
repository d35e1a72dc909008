// What can be done with the conversation that is open, as acts of the palette and the keyboard.

import { ownerOf, type Conversation } from '../../../domain/conversation-state.ts';
import type { AgentId } from '../../../domain/ids.ts';
import { t } from '../../../view/text.svelte.ts';
import type { Act } from '../../shell/acts.svelte.ts';
import type { ThreadActs } from './thread-acts.ts';

export interface ConversationWays {
  readonly write: (mode: 'reply' | 'note') => void;
  readonly transfer: () => void;
  readonly findReply: () => void;
  readonly snooze: () => void;
  readonly tag: () => void;
  readonly needs: () => void;
}

export const actsOfConversation = (
  conversation: Conversation,
  me: AgentId,
  acts: ThreadActs,
  { write, transfer, findReply, snooze, tag, needs }: ConversationWays,
): readonly Act[] => {
  const owner = ownerOf(conversation);
  const isMine = owner === me;
  const isOffered = conversation.state === 'assigned' && isMine;
  const isOpen = conversation.state !== 'closed';
  const all: readonly (Act & { readonly isPossible: boolean })[] = [
    { isPossible: isOffered, id: 'pickUp', label: t('act.pickUp'), mark: 'take', key: 'p', run: acts.pickUp },
    { isPossible: !isMine, id: 'takeOver', label: t('act.takeOver'), mark: 'take', key: 'p', run: acts.takeOver },
    { isPossible: true, id: 'reply', label: t('act.reply'), mark: 'message', key: 'r', run: () => write('reply') },
    { isPossible: true, id: 'note', label: t('act.note'), mark: 'note', key: 'n', run: () => write('note') },
    { isPossible: true, id: 'savedReply', label: t('act.savedReply'), mark: 'savedReply', run: findReply },
    { isPossible: isOpen, id: 'transfer', label: t('act.transfer'), mark: 'transfer', key: 't', run: transfer },
    { isPossible: true, id: 'tag', label: t('act.tag'), mark: 'tag', key: 'g', run: tag },
    { isPossible: isOpen, id: 'needs', label: t('act.needs'), mark: 'alert', key: 'u', run: needs },
    { isPossible: isMine, id: 'snooze', label: t('act.snooze'), mark: 'snooze', key: 's', run: snooze },
    {
      isPossible: isMine && conversation.snooze !== null,
      id: 'wake',
      label: t('act.wake'),
      mark: 'snooze',
      run: acts.wake,
    },
    {
      isPossible: owner !== null,
      id: 'return',
      label: t('act.return'),
      mark: 'return',
      key: 'b',
      run: acts.returnToQueue,
    },
    { isPossible: isOpen, id: 'close', label: t('act.close'), mark: 'check', key: 'e', run: acts.close },
  ];
  return all.filter(({ isPossible }) => isPossible);
};
