// A disk without room, as a person hears of it: said while it lasts, and taken back once all is saved.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyUpdate, Doc } from 'yjs';

import { Hindrances } from '../../../src/view/hindrances.svelte.ts';
import { Saved } from '../../../src/view/saved.svelte.ts';
import { WriteQueue } from '../../../src/storage/write-queue.ts';
import { faultOf } from '../../../src/platform/database.ts';
import { isKept } from '../../../src/ui/shell/hindrances.ts';
import { createMemoryStorage, MemoryDisk } from '../../support/memory-storage.ts';
import { read, write } from '../../support/storage-rig.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const alone = { status: () => ({ rendezvous: [], peers: [], refused: [], arriving: null, reachableThrough: 0 }) };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('[OF1] a full disk is said, work goes on here and with teammates, and what is said ends once all is saved', async () => {
  const disk = new MemoryDisk();
  const [doc, teammate] = [new Doc(), new Doc()];
  doc.on('update', (update: Uint8Array) => applyUpdate(teammate, update));
  const storage = createMemoryStorage(doc, 'team', disk);
  const hindrances = new Hindrances([]);
  storage.onFault(hindrances.take);
  await storage.load();
  const saved = new Saved(storage, alone);
  disk.isFull = true;
  for (const text of ['one', 'two']) {
    write(doc, text);
    await saved.follow();
    expect([saved.state, saved.copies(), hindrances.all]).toEqual(['failed', 0, ['storageFull']]);
    expect(isKept(hindrances.all)).toBe(false);
  }
  expect(read(teammate)).toEqual(['one', 'two']);
  disk.isFull = false;
  expect(await storage.saved()).toBe(true);
  await vi.waitFor(() => expect([saved.state, saved.copies(), hindrances.all]).toEqual(['saved', 1, []]));
  const later = new Doc();
  await createMemoryStorage(later, 'team', disk).load();
  expect(read(later)).toEqual(['one', 'two']);
});

test('a disk that fails without saying why is said too: nothing calls itself saved', () => {
  const hindrances = new Hindrances([]);
  hindrances.take(faultOf(new DOMException('Internal error committing transaction.', 'UnknownError')));
  expect(hindrances.all).toEqual(['storageFailing']);
  expect(isKept(hindrances.all)).toBe(false);
  hindrances.take({ reason: 'mended', detail: '' });
  expect(hindrances.all).toEqual([]);
});

test('[I4] after an hour without room all of the hour is written at once, within a minute, and nobody has to ask', async () => {
  let isFull = true;
  let attempts = 0;
  const stored: number[] = [];
  const queue = new WriteQueue(
    async (records) => {
      attempts += 1;
      if (isFull) throw new DOMException('No room.', 'QuotaExceededError');
      stored.push(...records.map(([number = -1]) => number));
    },
    () => undefined,
  );
  queue.start();
  for (let minute = 0; minute < HOUR_MS / MINUTE_MS; minute += 1) {
    queue.add(Uint8Array.of(minute));
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
  }
  expect(stored).toEqual([]);
  // A full disk is not tried all the time.
  expect(attempts).toBeLessThan(70);
  isFull = false;
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(stored).toEqual(Array.from({ length: 60 }, (_, minute) => minute));
});
