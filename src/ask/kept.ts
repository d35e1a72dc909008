// What this device keeps of a customer's conversation: the secret that makes it theirs, and every message. One
// record a link. Where the browser keeps nothing (a private window, a strict frame) it says so, and all works
// until the page is closed.

import type { SentFile } from '../files/sent-file.ts';

export interface KeptMessage {
  readonly id: string;
  readonly from: 'me' | 'team';
  /** The agent's name; '' for one's own. */
  readonly by: string;
  readonly at: number;
  readonly text: string;
  readonly files?: readonly SentFile[];
  /** Of one's own: only here, in the team's log, read there, or never taken. */
  readonly state: 'kept' | 'got' | 'seen' | 'refused';
}

export interface KeptTalk {
  readonly secret: string;
  readonly name: string;
  readonly messages: readonly KeptMessage[];
  /** The last reply that was on the screen. */
  readonly seen: string | null;
}

const DATABASE = 'deskmesh-ask';
const TALKS = 'talks';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(TALKS);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
    request.onblocked = () => reject(new Error('blocked'));
  });

const isTalk = (value: unknown): value is KeptTalk => {
  const { secret, name, messages } = (value ?? {}) as Partial<Record<keyof KeptTalk, unknown>>;
  return typeof secret === 'string' && typeof name === 'string' && Array.isArray(messages);
};

export class Kept {
  readonly #key: string;
  readonly #database: Promise<IDBDatabase | null>;

  /** `key` names the link. */
  constructor(key: string) {
    this.#key = key;
    this.#database = Promise.resolve()
      .then(openDatabase)
      .catch(() => null);
  }

  async read(): Promise<KeptTalk | null> {
    try {
      const database = await this.#database;
      if (database === null) return null;
      const value: unknown = await done(database.transaction(TALKS).objectStore(TALKS).get(this.#key));
      return isTalk(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** True once it is on the disk. Null forgets. */
  async write(talk: KeptTalk | null): Promise<boolean> {
    try {
      const database = await this.#database;
      if (database === null) return false;
      const transaction = database.transaction(TALKS, 'readwrite');
      const store = transaction.objectStore(TALKS);
      if (talk === null) store.delete(this.#key);
      else store.put(talk, this.#key);
      return await new Promise((resolve) => {
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
      });
    } catch {
      return false;
    }
  }
}
