// The bytes of files in the real browser: the contract, and what only a browser can do to them.

import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/files/sent-file.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { write } from '../../src/platform/transactions.ts';
import { FileDatabase } from '../../src/storage/file-database.ts';
import { fileContract } from './files.contract.ts';

describe('files in IndexedDB', () => {
  fileContract({ open: (name) => new FileDatabase(name), isLasting: true });

  test('[FI2] another tab of this device hears what was kept', async () => {
    const team = crypto.randomUUID();
    const [here, there] = [new FileDatabase(team), new FileDatabase(team)];
    const heard: string[] = [];
    there.onKept((hash) => heard.push(hash));
    const bytes = new TextEncoder().encode('for both');
    const hash = await hashOf(bytes);
    await here.keep(hash, bytes);
    await expect.poll(() => heard).toEqual([hash]);
    expect(await there.read(hash)).toEqual(bytes);
    there.close();
    await here.erase();
  });

  test('[FI2] what is damaged is dropped when it is read, and can be kept anew', async () => {
    const team = crypto.randomUUID();
    const store = new FileDatabase(team);
    const bytes = new TextEncoder().encode('whole');
    const hash = await hashOf(bytes);
    await store.keep(hash, bytes);
    for (const damaged of [new TextEncoder().encode('wHole'), 'text', null, { length: 3 }]) {
      const database = await openDatabase({ name: `deskmesh-files-${team}`, stores: [] }, () => undefined);
      await write(database, ['bytes'], (transaction) => void transaction.objectStore('bytes').put(damaged, hash));
      database.close();
      expect(await store.read(hash)).toBeNull();
      expect((await store.hashes()).has(hash)).toBe(false);
      expect(await store.keep(hash, bytes)).toBe(true);
      expect(await store.read(hash)).toEqual(bytes);
    }
    await store.erase();
  });

  test('[FI1] where the browser took the connection away, all that was kept is read over another', async () => {
    const store = new FileDatabase(crypto.randomUUID());
    const [bytes, later] = [new TextEncoder().encode('still here'), new TextEncoder().encode('and this')];
    const [hash, laterHash] = [await hashOf(bytes), await hashOf(later)];
    const open = new Set<IDBDatabase>();
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function watched(...asked) {
      open.add(this);
      return real.apply(this, asked);
    };
    const takeAway = (): void => {
      for (const database of open) database.close();
      open.clear();
    };
    try {
      expect(await store.keep(hash, bytes)).toBe(true);
      takeAway();
      expect(await store.read(hash)).toEqual(bytes);
      takeAway();
      expect(await store.keep(laterHash, later)).toBe(true);
      takeAway();
      expect([...(await store.hashes())].toSorted()).toEqual([hash, laterHash].toSorted());
    } finally {
      IDBDatabase.prototype.transaction = real;
    }
    await store.erase();
  });

  test('[OF2] where the browser keeps nothing, it says so and nothing hangs', async () => {
    const real = globalThis.indexedDB;
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined });
    try {
      const store = new FileDatabase(crypto.randomUUID());
      expect(await store.keep('A'.repeat(43), new Uint8Array(3))).toBe(false);
      expect(await store.read('A'.repeat(43))).toBeNull();
      expect((await store.hashes()).size).toBe(0);
      expect(await store.usedBytes()).toBe(0);
      store.close();
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: real });
    }
  });
});
