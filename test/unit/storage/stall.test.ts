// A start waits for the disk only as long as the disk gives signs of life.

import { describe, expect, it, vi } from 'vitest';
import { unlessStalled } from '../../../src/platform/database.ts';

const PATIENCE_MS = 40;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('work that may never end', () => {
  it('[I1] does not hang who waits for it: that is told, and the work goes on', async () => {
    const onStall = vi.fn<() => void>();
    let isDone = false;
    const work = async (): Promise<void> => {
      await pause(PATIENCE_MS * 5);
      isDone = true;
    };
    await unlessStalled(work, PATIENCE_MS, onStall);
    expect([onStall.mock.calls.length, isDone]).toEqual([1, false]);
    await expect.poll(() => isDone).toBe(true);
    await pause(PATIENCE_MS * 2);
    expect(onStall).toHaveBeenCalledTimes(1);
  });

  it('is waited for as long as it gives signs', async () => {
    const onStall = vi.fn<() => void>();
    let isDone = false;
    const work = async (sign: () => void): Promise<void> => {
      for (let turn = 0; turn < 12; turn += 1) {
        await pause(PATIENCE_MS / 4);
        sign();
      }
      isDone = true;
    };
    await unlessStalled(work, PATIENCE_MS, onStall);
    expect([onStall.mock.calls.length, isDone]).toEqual([0, true]);
  });
});
