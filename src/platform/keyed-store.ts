// A small database of records by key, for what this device keeps for itself. Where there is none to
// be had it says so once and keeps nothing; whoever uses it keeps what it needs in memory.

import type { StorageFault } from '../engine/ports.ts';
import { deleteDatabase, faultOf, openDatabase } from './database.ts';
import { readAll, write, type StoredRecord } from './transactions.ts';

const RECORDS = 'records';
const SET_ASIDE = 'set-aside';

export class KeyedStore {
  readonly #name: string;
  readonly #onFault: (fault: StorageFault) => void;
  #opening: Promise<IDBDatabase> | null = null;
  #told: StorageFault['reason'] | null = null;
  #isOver = false;

  constructor(name: string, onFault: (fault: StorageFault) => void) {
    this.#name = name;
    this.#onFault = onFault;
  }

  /** Null where it could not be read. */
  read(): Promise<readonly StoredRecord[] | null> {
    return this.#tried((database) => readAll(database, RECORDS), null);
  }

  /** True once the transaction has completed. `null` deletes. */
  write(changes: ReadonlyMap<string, unknown>): Promise<boolean> {
    return this.#written([RECORDS], (transaction) => {
      const store = transaction.objectStore(RECORDS);
      for (const [key, value] of changes) {
        if (value === null) store.delete(key);
        else store.put(value, key);
      }
      // Not left to the browser: a page that is going would take an open transaction with it.
      transaction.commit();
    });
  }

  /** Reads and writes one record in one transaction; undefined from `change` leaves it. */
  change(key: string, change: (value: unknown) => unknown): Promise<boolean> {
    return this.#written([RECORDS], (transaction) => {
      const store = transaction.objectStore(RECORDS);
      const request = store.get(key);
      request.addEventListener('success', () => {
        const changed = change(request.result);
        if (changed !== undefined) store.put(changed, key);
      });
    });
  }

  /** Keeps records that this version cannot read out of the way. */
  setAside(records: readonly StoredRecord[]): Promise<boolean> {
    this.#tell({ reason: 'corrupt', detail: `${records.length} records of ${this.#name} could not be read.` });
    return this.#written([RECORDS, SET_ASIDE], (transaction) => {
      for (const { key, value } of records) {
        transaction.objectStore(SET_ASIDE).put(value, key);
        transaction.objectStore(RECORDS).delete(key);
      }
    });
  }

  async close(): Promise<void> {
    this.#isOver = true;
    const database = await this.#opening?.catch(() => null);
    database?.close();
  }

  /** A fault tells where another tab holds on to it; it is deleted when that tab lets go. */
  async erase(): Promise<void> {
    await this.close();
    try {
      await deleteDatabase(this.#name);
    } catch (error) {
      this.#tell(faultOf(error, 'blocked'));
    }
  }

  #written(stores: readonly string[], work: (transaction: IDBTransaction) => void): Promise<boolean> {
    return this.#tried(async (database) => {
      await write(database, stores, work);
      this.#told = null;
      return true;
    }, false);
  }

  async #tried<T>(work: (database: IDBDatabase) => Promise<T>, otherwise: T): Promise<T> {
    if (this.#isOver) return otherwise;
    try {
      return await work(await this.#database());
    } catch (error) {
      this.#tell(faultOf(error));
      // The next use opens the database anew.
      this.#opening = null;
      return otherwise;
    }
  }

  #database(): Promise<IDBDatabase> {
    const stores = [{ name: RECORDS }, { name: SET_ASIDE }];
    this.#opening ??= openDatabase({ name: this.#name, stores }, (loss) => {
      this.#opening = null;
      // Deleted from another tab: to write again would bring it back. Laid out anew: not ours to write.
      if (loss !== 'closed') this.#isOver = true;
    });
    return this.#opening;
  }

  #tell(fault: StorageFault): void {
    if (this.#told === fault.reason) return;
    this.#told = fault.reason;
    this.#onFault(fault);
  }
}
