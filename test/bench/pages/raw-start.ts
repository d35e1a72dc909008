// What Yjs alone costs on the bytes that a device stores of a team: read from IndexedDB, applied in one transaction.

import * as Y from 'yjs';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
  });

const load = async (): Promise<number> => {
  const name = (await indexedDB.databases()).find((each) => each.name?.startsWith('deskmesh-team-') === true)?.name;
  if (name === undefined) throw new Error('There is no team here.');
  const begun = performance.now();
  const database = await done(indexedDB.open(name));
  const values = (await done(database.transaction('updates').objectStore('updates').getAll())) as Uint8Array[];
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const value of values) Y.applyUpdate(doc, value);
  });
  database.close();
  return performance.now() - begun;
};

declare global {
  var rawStart: typeof load;
}
globalThis.rawStart = load;
