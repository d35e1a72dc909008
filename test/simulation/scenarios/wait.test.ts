// The wait of a conversation that comes back, where clocks differ.

import { expect, test } from 'vitest';
import { Log } from '../../support/log.ts';

const HOUR_MS = 3_600_000;

test('[QU4] seed 4: what was reopened waits from the earliest of the new messages, whichever came first in the order', () => {
  const log = new Log().ready('ann');
  const story = log.conversation();
  story.customerWrites('Where is it?', { at: HOUR_MS });
  story.take('ann');
  story.close('ann', 1);
  const lamport = log.entries.length + 5;
  story.customerWrites('It broke.', { at: 3 * HOUR_MS, lamport });
  expect(story.fold().waitingSince).toBe(3 * HOUR_MS);
  // From a device whose clock is behind, on another island; and from one whose clock is ahead, before both.
  story.customerWrites('Hello?', { at: 2 * HOUR_MS, lamport: lamport + 1, device: 'behind' });
  story.customerWrites('Well?', { at: 5 * HOUR_MS, lamport: lamport - 1, device: 'ahead' });
  expect(story.fold().waitingSince).toBe(2 * HOUR_MS);
});

test('[QU4] what came before a close that had not seen it counts like what came after it', () => {
  const log = new Log().ready('ann');
  const story = log.conversation();
  story.customerWrites('Where is it?', { at: HOUR_MS });
  story.take('ann');
  story.customerWrites('It broke.', { at: 3 * HOUR_MS });
  story.close('ann', 1);
  story.customerWrites('Hello?', { at: 2 * HOUR_MS });
  expect(story.fold().waitingSince).toBe(2 * HOUR_MS);
  story.take('ann');
  expect(story.fold().waitingSince).toBe(2 * HOUR_MS);
});
