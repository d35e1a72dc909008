// The bytes of this conversation's files on this device, in a database apart from the conversation. Where the browser
// keeps nothing they live as long as the page. Nothing here throws.

import type { Bytes } from '../files/sent-file.ts';

const DATABASE = 'deskmesh-ask-files';
const FILES = 'files';

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(FILES);
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error('refused'));
  });

const isBytes = (value: unknown): value is Bytes => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;

export class KeptFiles {
  readonly #key: string;
  readonly #database: Promise<IDBDatabase | null>;
  readonly #loose = new Map<string, Bytes>();

  /** `key` names the conversation. */
  constructor(key: string) {
    this.#key = key;
    this.#database = Promise.resolve()
      .then(openDatabase)
      .catch(() => null);
  }

  async read(hash: string): Promise<Bytes | null> {
    const loose = this.#loose.get(hash);
    if (loose !== undefined) return loose;
    const value = await this.#ask('readonly', (store) => store.get([this.#key, hash]));
    return isBytes(value) ? value : null;
  }

  async keep(hash: string, bytes: Bytes): Promise<void> {
    const key = await this.#ask('readwrite', (store) => store.put(bytes, [this.#key, hash]));
    if (key === undefined) this.#loose.set(hash, bytes);
  }

  /** None of them is on this device any more. */
  async forget(): Promise<void> {
    this.#loose.clear();
    await this.#ask('readwrite', (store) => store.delete(IDBKeyRange.bound([this.#key], [this.#key, []])));
  }

  async #ask<T>(mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
    const database = await this.#database;
    if (database === null) return undefined;
    return new Promise((resolve) => {
      try {
        const transaction = database.transaction(FILES, mode, { durability: 'strict' });
        const request = what(transaction.objectStore(FILES));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => resolve(undefined);
      } catch {
        resolve(undefined);
      }
    });
  }
}
