// The database of one team on this device, laid out as y-indexeddb lays it out: Yjs updates in the
// order of their keys in `updates`, anything else in `custom`. Either program can open what the other
// wrote. Several tabs write to it at once; each piece of work here is one transaction.

import { mergeUpdates } from 'yjs';
import { clearDocument } from 'y-indexeddb';
import { deletedInTime, openDatabase, type Layout, type Loss } from '../platform/database.ts';
import { isStoreEmpty, readAll, readOneByOne, write, type StoredRecord } from '../platform/transactions.ts';
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

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

export class TeamDatabase {
  readonly #db: IDBDatabase;

  private constructor(db: IDBDatabase) {
    this.#db = db;
  }

  static async open(name: string, onLost: (loss: Loss) => void): Promise<TeamDatabase> {
    return new TeamDatabase(await openDatabase(layoutOf(name), onLost));
  }

  read(): Promise<readonly StoredRecord[]> {
    return readAll(this.#db, UPDATES, READ_PIECE).catch(() => readOneByOne(this.#db, UPDATES));
  }

  async append(updates: readonly Uint8Array[]): Promise<readonly RecordSize[]> {
    const requests: IDBRequest<IDBValidKey>[] = [];
    await write(this.#db, [UPDATES], (transaction) => {
      const store = transaction.objectStore(UPDATES);
      for (const update of updates) requests.push(store.add(update));
      transaction.commit();
    });
    return updates.map(({ length }, index) => ({ key: Number(requests[index]?.result), bytes: length }));
  }

  /** Makes one record of those in the run, at the place of the first. What another tab wrote between
   * them goes in as well, and where another tab was here first there is nothing left to do. */
  async merge(run: Run): Promise<void> {
    const range = IDBKeyRange.bound(run.first, run.last);
    await write(this.#db, [UPDATES], (transaction) => {
      const store = transaction.objectStore(UPDATES);
      const keys = store.getAllKeys(range);
      const values = store.getAll(range);
      values.addEventListener('success', () => {
        const found = (values.result as readonly unknown[]).filter(isBytes);
        const [first] = keys.result;
        if (first === undefined || found.length < 2 || found.length < keys.result.length) return;
        const merged = mergeOrNull(found);
        if (merged === null) return;
        store.delete(range);
        store.put(merged, first);
      });
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

  isEmpty(): Promise<boolean> {
    return isStoreEmpty(this.#db, UPDATES);
  }

  close(): void {
    this.#db.close();
  }

  static async erase(name: string): Promise<void> {
    await deletedInTime(clearDocument(name));
  }
}

const mergeOrNull = (updates: readonly Uint8Array[]): Uint8Array | null => {
  try {
    return mergeUpdates([...updates]);
  } catch {
    return null;
  }
};
