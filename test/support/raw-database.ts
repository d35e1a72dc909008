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
