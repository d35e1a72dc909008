// Reading and writing IndexedDB in transactions that can be waited for. A write is done when its
// transaction has completed with durability `strict`, which is when the disk has it; one that fails
// rejects with what the platform says.

import { DatabaseError } from './database.ts';

/** Runs `work` in one transaction; resolves when it has completed, rejects when it has not. */
const transact = (
  db: IDBDatabase,
  stores: readonly string[],
  mode: 'readonly' | 'readwrite',
  work: (transaction: IDBTransaction) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = db.transaction(stores, mode, { durability: 'strict' });
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new DatabaseError('closed', 'The transaction was aborted.')),
    );
    try {
      work(transaction);
    } catch (error) {
      // Else the half of the work that was asked for would be committed.
      transaction.abort();
      reject(error);
    }
  });

export const write = (
  db: IDBDatabase,
  stores: readonly string[],
  work: (transaction: IDBTransaction) => void,
): Promise<void> => transact(db, stores, 'readwrite', work);

export interface StoredRecord {
  readonly key: IDBValidKey;
  readonly value: unknown;
}

/** Every record of a store as it was at one moment, read in pieces of `pieceSize`. */
export const readAll = async (
  db: IDBDatabase,
  storeName: string,
  pieceSize = 200,
): Promise<readonly StoredRecord[]> => {
  const records: StoredRecord[] = [];
  await transact(db, [storeName], 'readonly', (transaction) => {
    const store = transaction.objectStore(storeName);
    const readAfter = (last: IDBValidKey | undefined): void => {
      const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      const keys = store.getAllKeys(range, pieceSize);
      const values = store.getAll(range, pieceSize);
      values.addEventListener('success', () => {
        const found = values.result as readonly unknown[];
        for (const [index, key] of keys.result.entries()) records.push({ key, value: found[index] });
        const next = keys.result.at(-1);
        if (next !== undefined && found.length === pieceSize) readAfter(next);
      });
    };
    readAfter(undefined);
  });
  return records;
};

/** The same one by one, where one that the browser itself cannot read any more spoils the pieces; such
 * a record comes with `value: undefined`. */
export const readOneByOne = async (db: IDBDatabase, storeName: string): Promise<readonly StoredRecord[]> => {
  const records: StoredRecord[] = [];
  await transact(db, [storeName], 'readonly', (transaction) => {
    const store = transaction.objectStore(storeName);
    const keys = store.getAllKeys();
    keys.addEventListener('success', () => {
      for (const key of keys.result) {
        const request = store.get(key);
        request.addEventListener('success', () => records.push({ key, value: request.result as unknown }));
        request.addEventListener('error', (event) => {
          // Else it would end the transaction and take the others along.
          event.preventDefault();
          records.push({ key, value: undefined });
        });
      }
    });
  });
  return records;
};

export const isStoreEmpty = async (db: IDBDatabase, storeName: string): Promise<boolean> => {
  let count = 0;
  await transact(db, [storeName], 'readonly', (transaction) => {
    const request = transaction.objectStore(storeName).count();
    request.addEventListener('success', () => {
      count = request.result;
    });
  });
  return count === 0;
};
