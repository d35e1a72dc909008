// What was just done, and the way back from it by one key.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toasts } from '../../../src/ui/shell/toasts.svelte.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('[UN1] the key undoes the last act that has a way back, once, within eight seconds', () => {
  const toasts = new Toasts();
  const undone: string[] = [];
  toasts.show({ text: 'first', undo: () => undone.push('first') });
  toasts.show({ text: 'second', undo: () => undone.push('second') });
  toasts.show({ text: 'no way back' });
  toasts.undoLast();
  expect([undone, toasts.undoable?.text]).toEqual([['second'], 'first']);
  vi.advanceTimersByTime(7_900);
  expect(toasts.undoable?.text).toBe('first');
  vi.advanceTimersByTime(200);
  expect(toasts.undoable).toBeUndefined();
  toasts.undoLast();
  expect(undone).toEqual(['second']);
});

test('[UN1] it stays while the pointer or the focus is on it', () => {
  const toasts = new Toasts();
  toasts.show({ text: 'held', undo: () => undefined });
  toasts.hold();
  vi.advanceTimersByTime(60_000);
  expect(toasts.undoable?.text).toBe('held');
  toasts.release();
  vi.advanceTimersByTime(8_100);
  expect(toasts.list).toEqual([]);
});
