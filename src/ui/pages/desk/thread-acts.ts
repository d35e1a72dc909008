// What can be done with a whole conversation, each with what it says afterwards and the way back.

import type { Conversation } from '../../../domain/conversation-state.ts';
import { asWallMs } from '../../../domain/ids.ts';
import type { Result } from '../../../engine/desk-types.ts';
import type { DeskView } from '../../../view/desk-view.svelte.ts';
import { inSentence } from '../../../view/names-in-words.ts';
import { formatUntil, t } from '../../../view/text.svelte.ts';
import { wayBack } from '../../../view/way-back.ts';
import type { Toasts } from '../../shell/toasts.svelte.ts';

export interface ThreadActs {
  readonly pickUp: () => void;
  readonly takeOver: () => void;
  readonly returnToQueue: () => void;
  readonly close: () => void;
  readonly snooze: (until: number) => void;
  readonly wake: () => void;
  /** False where it was refused. */
  readonly tag: (tag: string) => boolean;
  readonly untag: (tag: string) => void;
}

export const threadActs = (desk: DeskView, toasts: Toasts, conversation: () => Conversation): ThreadActs => {
  const tryIt = (result: Result): void => {
    if (!result.ok) toasts.refuse(result.reason);
  };
  const give = (act: (id: Conversation['id']) => Result, said: (subject: string) => string): void => {
    const before = conversation();
    const result = act(before.id);
    if (!result.ok) return toasts.refuse(result.reason);
    const back = wayBack(desk, before);
    toasts.show({ text: said(inSentence(before.subject)), undo: () => tryIt(back()) });
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
    snooze: (until) => {
      const { id, subject } = conversation();
      const result = desk.commands.snooze(id, asWallMs(until));
      if (!result.ok) return toasts.refuse(result.reason);
      const time = formatUntil(until, desk.now);
      const text = t('snooze.done', { time, subject: inSentence(subject) });
      toasts.show({ text, undo: () => tryIt(desk.commands.wake(id)) });
    },
    wake: () => tryIt(desk.commands.wake(conversation().id)),
    tag: (tag) => {
      const result = desk.commands.tag(conversation().id, tag);
      tryIt(result);
      return result.ok;
    },
    untag: (tag) => {
      const { id } = conversation();
      const result = desk.commands.untag(id, tag);
      if (!result.ok) return toasts.refuse(result.reason);
      const text = t('tags.removed', { tag: inSentence(tag) });
      toasts.show({ text, undo: () => tryIt(desk.commands.tag(id, tag)) });
    },
  };
};
