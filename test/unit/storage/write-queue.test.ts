import { describe, expect, it, vi } from 'vitest';
import { WriteQueue } from '../../../src/storage/write-queue.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (batch: readonly Uint8Array[]): string =>
  batch.map((record) => new TextDecoder().decode(record)).join(' ');

/** A disk that takes each transaction when told to. */
class SlowDisk {
  readonly transactions: { readonly text: string; complete(): void; fail(reason: string): void }[] = [];
  readonly failures: string[] = [];
  readonly queue = new WriteQueue(
    (batch) =>
      new Promise((resolve, reject) => {
        const fail = (reason: string): void => reject(new Error(reason));
        this.transactions.push({ text: textOf(batch), complete: resolve, fail });
      }),
    (error) => this.failures.push((error as Error).message),
  );

  texts(): readonly string[] {
    return this.transactions.map(({ text }) => text);
  }

  async last() {
    await settled();
    const last = this.transactions.at(-1);
    if (last === undefined) throw new Error('No transaction yet.');
    return last;
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const answerOf = (promise: Promise<boolean>) => {
  const answer: { value: boolean | 'open' } = { value: 'open' };
  void promise.then((value) => (answer.value = value));
  return answer;
};

const running = (): SlowDisk => {
  const disk = new SlowDisk();
  disk.queue.start();
  return disk;
};

describe('the write queue', () => {
  it('puts what one task writes into one transaction', async () => {
    const disk = running();
    for (const text of ['a', 'b', 'c']) disk.queue.add(bytes(text));
    await settled();
    expect(disk.texts()).toEqual(['a b c']);
  });

  it('puts what comes while a transaction is under way into the next', async () => {
    const disk = running();
    disk.queue.add(bytes('a'));
    await settled();
    disk.queue.add(bytes('b'));
    await settled();
    disk.queue.add(bytes('c'));
    await settled();
    expect(disk.texts()).toEqual(['a']);
    (await disk.last()).complete();
    await settled();
    expect(disk.texts()).toEqual(['a', 'b c']);
  });

  it('[OF2] says saved when the transaction with the last write has completed, not before', async () => {
    const disk = running();
    disk.queue.add(bytes('a'));
    const first = answerOf(disk.queue.saved());
    await settled();
    disk.queue.add(bytes('b'));
    const second = answerOf(disk.queue.saved());
    await settled();
    expect([first.value, second.value]).toEqual(['open', 'open']);
    (await disk.last()).complete();
    await settled();
    expect([first.value, second.value]).toEqual([true, 'open']);
    (await disk.last()).complete();
    await settled();
    expect(second.value).toBe(true);
  });

  it('does not write before the database is open, and then all of it', async () => {
    const disk = new SlowDisk();
    disk.queue.add(bytes('a'));
    const answer = answerOf(disk.queue.saved());
    await settled();
    expect(disk.texts()).toEqual([]);
    disk.queue.start();
    (await disk.last()).complete();
    await settled();
    expect(answer.value).toBe(true);
  });

  it('drops nothing that failed: the next attempt takes it along', async () => {
    const disk = running();
    disk.queue.add(bytes('a'));
    const answer = answerOf(disk.queue.saved());
    (await disk.last()).fail('full');
    await settled();
    expect(answer.value).toBe(false);
    expect(disk.failures).toEqual(['full']);
    disk.queue.add(bytes('b'));
    await settled();
    // Not with every write: all of it is tried again when somebody asks, or after a while.
    expect(disk.transactions).toHaveLength(1);
    const again = answerOf(disk.queue.saved());
    (await disk.last()).complete();
    await settled();
    expect(disk.texts()).toEqual(['a', 'a b']);
    expect(again.value).toBe(true);
  });

  it('does not say of a later write that it failed before it was tried', async () => {
    const disk = running();
    disk.queue.add(bytes('a'));
    const first = answerOf(disk.queue.saved());
    await settled();
    disk.queue.add(bytes('b'));
    const second = answerOf(disk.queue.saved());
    (await disk.last()).fail('full');
    await settled();
    expect([first.value, second.value]).toEqual([false, 'open']);
    (await disk.last()).complete();
    await settled();
    expect(second.value).toBe(true);
  });

  it('tries again by itself, less and less often', async () => {
    vi.useFakeTimers();
    try {
      const disk = running();
      disk.queue.add(bytes('a'));
      for (let attempt = 0; attempt < 8; attempt += 1) {
        await vi.advanceTimersByTimeAsync(60_000);
        disk.transactions.at(-1)?.fail('full');
      }
      await vi.advanceTimersByTimeAsync(2_000);
      expect(disk.transactions).toHaveLength(8);
      await vi.advanceTimersByTimeAsync(58_000);
      expect(disk.transactions).toHaveLength(9);
    } finally {
      vi.useRealTimers();
    }
  });

  it('once over, writes nothing and tells everybody who waits', async () => {
    const disk = running();
    disk.queue.add(bytes('a'));
    const answer = answerOf(disk.queue.saved());
    await settled();
    disk.queue.add(bytes('b'));
    disk.queue.end();
    await settled();
    expect(answer.value).toBe(false);
    (await disk.last()).fail('closing');
    disk.queue.add(bytes('c'));
    expect(await disk.queue.saved()).toBe(false);
    expect(disk.texts()).toEqual(['a']);
    expect(disk.failures).toEqual([]);
  });
});
