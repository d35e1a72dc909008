// The database of one team on this device, laid out as y-indexeddb lays it out: Yjs updates in the
// order of their keys in `updates`, anything else in `custom`. Either program can open what the other
// wrote. Several tabs write to it at once; each piece of work here is one transaction.
// A merged record keeps what it was made of as its former generation, in `custom`: where it is found
// damaged or gone, they take its place again.

import { mergeUpdates } from 'yjs';
import { clearDocument } from 'y-indexeddb';
import { deletedInTime, faultOf, openDatabase, type Layout, type Loss } from '../platform/database.ts';
import { isStoreEmpty, readAll, readKeys, readOneByOne, write, type StoredRecord } from '../platform/transactions.ts';
import { checkRecord } from './checked-record.ts';
import { withChecksum } from './checksum.ts';
import { FORMER_KEYS, formerKey, isFormerOf, updatesIn } from './former-records.ts';
import type { RecordSize, Run } from './merge-plan.ts';

const UPDATES = 'updates';
const CUSTOM = 'custom';
/** Few at once: each may be as large as merge-plan.ts lets it grow. */
const READ_PIECE = 32;

export const databaseName = (teamId: string): string => `deskmesh-team-${teamId}`;

const layoutOf = (name: string): Layout => ({
  name,
  stores: [{ name: UPDATES, options: { autoIncrement: true } }, { name: CUSTOM }],
});

export class TeamDatabase {
  readonly #db: IDBDatabase;

  private constructor(db: IDBDatabase) {
    this.#db = db;
  }

  static async open(name: string, onLost: (loss: Loss) => void): Promise<TeamDatabase> {
    return new TeamDatabase(await openDatabase(layoutOf(name), onLost));
  }

  /** `onPiece` is called as it goes on. */
  read(onPiece: () => void): Promise<readonly StoredRecord[]> {
    return readAll(this.#db, UPDATES, READ_PIECE, onPiece).catch(() => readOneByOne(this.#db, UPDATES, onPiece));
  }

  async append(updates: readonly Uint8Array[]): Promise<readonly RecordSize[]> {
    const requests: IDBRequest<IDBValidKey>[] = [];
    const records = updates.map(withChecksum);
    await this.#withRoom([UPDATES], (transaction) => {
      const store = transaction.objectStore(UPDATES);
      requests.length = 0;
      for (const record of records) requests.push(store.add(record));
      transaction.commit();
    });
    return records.map(({ length }, index) => ({ key: Number(requests[index]?.result), bytes: length }));
  }

  /** Makes one record of those in the run, at the place of the first. What another tab wrote between
   * them goes in as well, and where another tab was here first there is nothing left to do. */
  async merge(run: Run): Promise<void> {
    const range = IDBKeyRange.bound(run.first, run.last);
    await this.#withRoom([UPDATES, CUSTOM], (transaction, keepsFormer) => {
      const store = transaction.objectStore(UPDATES);
      const keys = store.getAllKeys(range);
      const values = store.getAll(range);
      values.addEventListener('success', () => {
        const found = values.result as readonly unknown[];
        const [first] = keys.result;
        if (first === undefined || found.length < 2) return;
        const merged = mergedOrNull(found);
        if (merged === null) return;
        const custom = transaction.objectStore(CUSTOM);
        for (const key of keys.result) custom.delete(formerKey(key));
        if (keepsFormer) custom.put(found, formerKey(first));
        store.delete(range);
        store.put(withChecksum(merged), first);
      });
    });
  }

  /** Gives a checksum to what was stored without one. */
  async addChecksums(records: readonly StoredRecord[]): Promise<void> {
    await write(this.#db, [UPDATES], (transaction) => {
      const store = transaction.objectStore(UPDATES);
      for (const { key } of records) {
        const request = store.get(key);
        request.addEventListener('success', () => {
          const checked = checkRecord(request.result);
          if (checked?.hasChecksum === false) store.put(withChecksum(checked.update), key);
        });
      }
    });
  }

  /** Keeps what could not be read out of the way of the next start; a newer version may read it. */
  async setAside(records: readonly StoredRecord[]): Promise<void> {
    await write(this.#db, [UPDATES, CUSTOM], (transaction) => {
      for (const { key, value } of records) {
        transaction.objectStore(CUSTOM).put(value, `set-aside-${String(key)}`);
        transaction.objectStore(UPDATES).delete(key);
      }
    });
  }

  /** The keys of merged records whose former generation is here. */
  async formers(): Promise<readonly number[]> {
    const keys = await readKeys(this.#db, CUSTOM, FORMER_KEYS());
    return keys.flatMap((key) => isFormerOf(key) ?? []);
  }

  /** Puts the former generation of a record that is damaged or gone back into its place; null where
   * there is none, or another tab has done it. */
  async bringBack(key: number): Promise<Uint8Array | null> {
    let update: Uint8Array | null = null;
    await write(this.#db, [UPDATES, CUSTOM], (transaction) => {
      const [store, custom] = [transaction.objectStore(UPDATES), transaction.objectStore(CUSTOM)];
      const present = store.get(key);
      const former = custom.get(formerKey(key));
      former.addEventListener('success', () => {
        const updates = updatesIn(former.result);
        if (updates.length === 0 || checkRecord(present.result) !== null) return;
        update = mergeUpdates(updates);
        if (present.result !== undefined) custom.put(present.result, `set-aside-${key}`);
        store.put(withChecksum(update), key);
      });
    });
    return update;
  }

  isEmpty(): Promise<boolean> {
    return isStoreEmpty(this.#db, UPDATES);
  }

  close(): void {
    this.#db.close();
  }

  static async erase(name: string): Promise<void> {
    await deletedInTime(clearDocument(name));
  }

  /** Where the disk is full former generations give way. */
  async #withRoom(
    stores: readonly string[],
    work: (transaction: IDBTransaction, keepsFormer: boolean) => void,
  ): Promise<void> {
    try {
      await write(this.#db, stores, (transaction) => work(transaction, true));
    } catch (error) {
      if (faultOf(error).reason !== 'full') throw error;
      await write(this.#db, [CUSTOM], (transaction) => {
        transaction.objectStore(CUSTOM).delete(FORMER_KEYS());
      });
      await write(this.#db, stores, (transaction) => work(transaction, false));
    }
  }
}

const mergedOrNull = (values: readonly unknown[]): Uint8Array | null => {
  const updates = updatesIn(values);
  return updates.length < values.length ? null : mergeUpdates(updates);
};
