// What can be done with a whole conversation, each with what it says afterwards and the way back.

import { ownerOf, type Conversation } from '../../../domain/conversation-state.ts';
import type { Result } from '../../../engine/desk-types.ts';
import type { DeskView } from '../../../view/desk-view.svelte.ts';
import { inSentence } from '../../../view/names-in-words.ts';
import { t } from '../../../view/text.svelte.ts';
import type { Toasts } from '../../shell/toasts.svelte.ts';

export interface ThreadActs {
  readonly pickUp: () => void;
  readonly takeOver: () => void;
  readonly returnToQueue: () => void;
  readonly close: () => void;
}

export const threadActs = (desk: DeskView, toasts: Toasts, conversation: () => Conversation): ThreadActs => {
  const tryIt = (result: Result): void => {
    if (!result.ok) toasts.refuse(result.reason);
  };
  /** Undone by taking it back: of what was not mine there is nothing to give back. */
  const give = (act: (id: Conversation['id']) => Result, said: (subject: string) => string): void => {
    const { id, subject } = conversation();
    const wasMine = ownerOf(conversation()) === desk.me;
    const result = act(id);
    if (!result.ok) return toasts.refuse(result.reason);
    const text = said(inSentence(subject));
    toasts.show(wasMine ? { text, undo: () => tryIt(desk.commands.takeOver(id)) } : { text });
  };
  return {
    pickUp: () => tryIt(desk.commands.pickUp(conversation().id)),
    takeOver: () => tryIt(desk.commands.takeOver(conversation().id)),
    returnToQueue: () =>
      give(
        (id) => desk.commands.returnToQueue(id),
        (subject) => t('thread.returnedToast', { subject }),
      ),
    close: () =>
      give(
        (id) => desk.commands.close(id),
        (subject) => t('thread.closedToast', { subject }),
      ),
  };
};
