// The order in which waiting conversations are served (QU2): weight = head start of the priority +
// seconds waited, greatest first; ties by the total order. Because every weight grows by one a
// second, the order of two conversations never changes while both wait, so a sorted list stays
// sorted: the key is the stamp less the head start. Stamps from the future count as now.

import type { Conversation } from './conversation-state.ts';
import type { Priority } from './entry.ts';
import type { WallMs } from './ids.ts';
import { compareOrder } from './order.ts';
import type { Settings } from './settings.ts';

/** What the queue looks at. */
export type Queued = Pick<Conversation, 'id' | 'priority' | 'waitingSince' | 'openedOrder'>;

/** Seconds of waiting that a priority is worth. */
export const headStartS = (priority: Priority, settings: Settings): number => {
  switch (priority) {
    case 'urgent':
      return settings.headStartUrgentS;
    case 'high':
      return settings.headStartHighS;
    case 'normal':
      return 0;
    case 'low':
      return settings.headStartLowS;
  }
};

/** Seconds waited at `now`: never below 0, never from the future. */
export const waitedS = (since: WallMs, now: WallMs): number => Math.max(0, now - since) / 1000;

/** Lower is served earlier. */
export const queueKey = (conversation: Queued, settings: Settings, now: WallMs): number =>
  Math.min(conversation.waitingSince, now) - headStartS(conversation.priority, settings) * 1000;

/** The queue's tie (QU2). Two opened by one forged entry still have an order. */
export const compareOpened = (a: Queued, b: Queued): number =>
  compareOrder(a.openedOrder, b.openedOrder) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

interface Place<T> {
  readonly key: number;
  readonly conversation: T;
}

const comparePlaces = (a: Place<Queued>, b: Place<Queued>): number =>
  a.key - b.key || compareOpened(a.conversation, b.conversation);

/** Sorted for `now`; a new array. */
export const inQueueOrder = <T extends Queued>(waiting: Iterable<T>, settings: Settings, now: WallMs): T[] => {
  const places: Place<T>[] = [];
  for (const conversation of waiting) places.push({ key: queueKey(conversation, settings, now), conversation });
  return places.sort(comparePlaces).map((place) => place.conversation);
};
