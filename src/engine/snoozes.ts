// When what an agent has laid aside comes back (SN2): by itself, with nothing else happening.

import type { Conversation } from '../domain/conversation-state.ts';
import type { WallMs } from '../domain/ids.ts';

/** Milliseconds until the first of them wakes; null where none sleeps. */
export const untilWake = (held: readonly Conversation[], now: WallMs): number | null => {
  let least: number | null = null;
  for (const { snooze } of held) {
    if (snooze === null || snooze.until <= now) continue;
    const wait = snooze.until - now;
    if (least === null || wait < least) least = wait;
  }
  return least;
};
