// IndexedDB as it comes, for looking at what the desk stored, and a list of the connections that were
// opened in this page, for breaking them.

const opened = new Set<IDBDatabase>();
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function openAndNote(this: IDBFactory, ...args: Parameters<IDBFactory['open']>) {
  const request = open.apply(this, args);
  request.addEventListener('success', () => opened.add(request.result));
  return request;
};

export const openedDatabases = (): Iterable<IDBDatabase> => opened;

export const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
  });

/** Fails where there is no such database: none is made by asking. */
export const openRaw = async (name: string): Promise<IDBDatabase> => {
  const request = open.call(indexedDB, name);
  request.addEventListener('upgradeneeded', () => request.transaction?.abort());
  const db = await done(request);
  db.addEventListener('versionchange', () => db.close());
  return db;
};

/** Empty where there is no such database. */
export const records = async (
  name: string,
  storeName = 'updates',
): Promise<readonly { readonly key: IDBValidKey; readonly value: unknown }[]> => {
  const db = await openRaw(name).catch(() => null);
  if (db === null) return [];
  const store = db.transaction(storeName).objectStore(storeName);
  const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
  db.close();
  return keys.map((key, index) => ({ key, value: values[index] as unknown }));
};

const put = async (name: string, storeName: string, write: (store: IDBObjectStore) => void): Promise<void> => {
  const db = await openRaw(name);
  await new Promise((resolve) => {
    const transaction = db.transaction(storeName, 'readwrite');
    write(transaction.objectStore(storeName));
    transaction.addEventListener('complete', resolve);
  });
  db.close();
};

/** Adds an update of anything to a team's database. */
export const addRaw = (name: string, value: unknown): Promise<void> =>
  put(name, 'updates', (store) => store.add(value));

export const putRaw = (name: string, storeName: string, key: IDBValidKey, value: unknown): Promise<void> =>
  put(name, storeName, (store) => store.put(value, key));

/** Lays out a database as the desk does, with nothing in it. */
export const layOutRaw = async (name: string): Promise<void> => {
  const request = open.call(indexedDB, name);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('updates', { autoIncrement: true });
    request.result.createObjectStore('custom');
  });
  (await done(request)).close();
};

export const removeRaw = (name: string, storeName: string, key: IDBValidKey): Promise<void> =>
  put(name, storeName, (store) => store.delete(key));

/** As a newer version of the desk opens it. */
export const upgradeRaw = async (name: string): Promise<void> => {
  const db = await done(open.call(indexedDB, name, 2));
  db.close();
};

type Begin = typeof IDBDatabase.prototype.transaction;

/** Looks at each transaction that writes as it begins, until the returned function is called. */
const watchWrites = (see: (transaction: IDBTransaction) => void): (() => void) => {
  const begin: Begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function seeAndBegin(this: IDBDatabase, ...args: Parameters<Begin>) {
    const begun = begin.apply(this, args);
    if (begun.mode === 'readwrite') see(begun);
    return begun;
  };
  return () => {
    IDBDatabase.prototype.transaction = begin;
  };
};

/** The durability of each transaction that writes, from now until the returned function is called. */
export const writesSeen = (): (() => readonly IDBTransactionDurability[]) => {
  const seen: IDBTransactionDurability[] = [];
  const stop = watchWrites(({ durability }) => seen.push(durability));
  return () => {
    stop();
    return seen;
  };
};

/** Breaks off the next transaction that writes, once its work was asked for; a browser that takes the
 * connection away does both. */
export const endNextWrite = (isClosed: boolean): void => {
  const stop = watchWrites((transaction) => {
    stop();
    transaction.commit = () => {
      transaction.abort();
      if (!isClosed) return;
      transaction.db.close();
      transaction.db.dispatchEvent(new Event('close'));
    };
  });
};

/** Carries out so many transactions that write, and then none, as a machine that stops there. */
export const stopWritesAfter = (count: number): (() => void) => {
  let left = count;
  return watchWrites((transaction) => {
    left -= 1;
    if (left < 0) transaction.abort();
  });
};

export const deleteRaw = (name: string): Promise<unknown> => done(indexedDB.deleteDatabase(name));

/** What the page has for `indexedDB` until the returned function is called. */
export const standIn = (value: IDBFactory | undefined): (() => void) => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value });
  return () => {
    if (own !== undefined) Object.defineProperty(globalThis, 'indexedDB', own);
  };
};
