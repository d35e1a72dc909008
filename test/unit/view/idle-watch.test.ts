// Away where nobody is at the device: warned for a minute, ended by any hand, off until it is asked for.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { IdleWatch } from '../../../src/view/idle/idle-watch.svelte.ts';

const MINUTE = 60_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const device = (noted: unknown, isSeen = true) => {
  const start = Date.now();
  const state = { isReady: true, away: 0, active: (): void => undefined, listening: 0, kept: noted, slept: 0 };
  const watch = new IdleWatch({
    notes: {
      get: () => noted,
      set: (_, value) => (state.kept = value),
      saved: async () => true,
      close: async () => undefined,
      erase: async () => undefined,
    },
    clock: { mono: () => Date.now() - start + state.slept },
    hands: {
      listen: (active) => {
        state.active = active;
        state.listening += 1;
        return () => (state.listening -= 1);
      },
    },
    desk: {
      isReady: () => state.isReady,
      setAway: () => {
        state.away += 1;
        state.isReady = false;
      },
    },
    isSeen: () => isSeen,
  });
  return { watch, state };
};

describe('[ST12] idle to Away', () => {
  test.for([0, null, 7, 'soon'])('[ST12] noted %j: off, and nobody listens', (noted) => {
    const { watch, state } = device(noted);
    vi.advanceTimersByTime(90 * MINUTE);
    expect([watch.minutes, state.away, state.listening, watch.leftSeconds]).toEqual([0, 0, 0, null]);
  });

  test('[ST12] warns for a minute after the time, then Away once', () => {
    const { watch, state } = device(5);
    vi.advanceTimersByTime(5 * MINUTE - 2_000);
    expect(watch.leftSeconds).toBeNull();
    vi.advanceTimersByTime(3_000);
    expect(watch.leftSeconds).toBeGreaterThan(55);
    vi.advanceTimersByTime(MINUTE - 3_000);
    expect(state.away).toBe(0);
    vi.advanceTimersByTime(5_000);
    expect([state.away, watch.leftSeconds]).toEqual([1, null]);
    vi.advanceTimersByTime(60 * MINUTE);
    expect(state.away).toBe(1);
  });

  test('[ST12] any hand in any tab ends the warning, and the time begins anew', () => {
    const { watch, state } = device(5);
    vi.advanceTimersByTime(5 * MINUTE + 30_000);
    expect(watch.leftSeconds).not.toBeNull();
    state.active();
    expect(watch.leftSeconds).toBeNull();
    vi.advanceTimersByTime(5 * MINUTE - 2_000);
    expect([state.away, watch.leftSeconds]).toEqual([0, null]);
  });

  test('[ST12] who is Away is not counted, and Ready starts the time anew; Ready never comes by itself', () => {
    const { watch, state } = device(5);
    state.isReady = false;
    vi.advanceTimersByTime(60 * MINUTE);
    state.active();
    expect([state.away, state.isReady]).toEqual([0, false]);
    state.isReady = true;
    vi.advanceTimersByTime(4 * MINUTE);
    expect([state.away, watch.leftSeconds]).toEqual([0, null]);
  });

  test('[ST12] a machine that slept warns first', () => {
    const { watch, state } = device(10);
    state.slept = 8 * 60 * MINUTE;
    vi.advanceTimersByTime(2_000);
    expect([state.away, watch.leftSeconds]).toEqual([0, 59]);
  });

  test('[ST12] a page that nobody sees waits for one that is seen', () => {
    const { state } = device(5, false);
    vi.advanceTimersByTime(6 * MINUTE + 2_000);
    expect(state.away).toBe(0);
    vi.advanceTimersByTime(4_000);
    expect(state.away).toBe(1);
  });

  test('[ST12] chosen here and kept; chosen off, nobody listens', () => {
    const { watch, state } = device(null);
    watch.choose(15);
    expect([state.kept, state.listening]).toEqual([15, 1]);
    watch.choose(0);
    expect([state.kept, state.listening]).toEqual([0, 0]);
    watch.choose(10);
    watch.end();
    expect(state.listening).toBe(0);
  });
});
