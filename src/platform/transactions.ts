// Reading and writing IndexedDB in transactions that can be waited for. A write is done when its
// transaction has completed with durability `strict`, which is when the disk has it; one that fails
// rejects with what the platform says.

import { DatabaseError, faultOf } from './database.ts';

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

/** Every record of a store as it was at one moment, read in pieces of `pieceSize`; `onPiece` hears of each. */
export const readAll = async (
  db: IDBDatabase,
  storeName: string,
  pieceSize = 200,
  onPiece: () => void = () => undefined,
): Promise<readonly StoredRecord[]> => {
  const records: StoredRecord[] = [];
  await transact(db, [storeName], 'readonly', (transaction) => {
    const store = transaction.objectStore(storeName);
    const readAfter = (last: IDBValidKey | undefined): void => {
      const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      const keys = store.getAllKeys(range, pieceSize);
      const values = store.getAll(range, pieceSize);
      values.addEventListener('success', () => {
        onPiece();
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

export const readKeys = async (
  db: IDBDatabase,
  storeName: string,
  range: IDBKeyRange | null = null,
): Promise<readonly IDBValidKey[]> => {
  let keys: readonly IDBValidKey[] = [];
  await transact(db, [storeName], 'readonly', (transaction) => {
    const request = transaction.objectStore(storeName).getAllKeys(range);
    request.addEventListener('success', () => {
      keys = request.result;
    });
  });
  return keys;
};

export const readOne = async (db: IDBDatabase, storeName: string, key: IDBValidKey): Promise<StoredRecord> => {
  let value: unknown;
  await transact(db, [storeName], 'readonly', (transaction) => {
    const request = transaction.objectStore(storeName).get(key);
    request.addEventListener('success', () => {
      value = request.result as unknown;
    });
  });
  return { key, value };
};

/** For a store of which the browser has lost a record's file: to read that one fails the whole
 * transaction, so each has its own. The lost one comes with `value: undefined`. */
export const readOneByOne = async (
  db: IDBDatabase,
  storeName: string,
  onPiece: () => void,
): Promise<readonly StoredRecord[]> => {
  const records: StoredRecord[] = [];
  for (const key of await readKeys(db, storeName)) {
    const record = await readOne(db, storeName, key).catch((error: unknown) => {
      if (faultOf(error).reason === 'closed') throw error;
      return { key, value: undefined };
    });
    onPiece();
    records.push(record);
  }
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
