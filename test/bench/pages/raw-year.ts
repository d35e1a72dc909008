// One raw Yjs document with what a device stores of a team: what it costs to read it, to hold it, to hand it to a
// newcomer, and to look through all of its texts.

import * as Y from 'yjs';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
  });

let held = new Y.Doc();

const load = async (): Promise<number> => {
  const name = (await indexedDB.databases()).find((each) => each.name?.startsWith('deskmesh-team-') === true)?.name;
  if (name === undefined) throw new Error('There is no team here.');
  const begun = performance.now();
  const database = await done(indexedDB.open(name));
  const values = (await done(database.transaction('updates').objectStore('updates').getAll())) as Uint8Array[];
  held = new Y.Doc();
  held.transact(() => {
    for (const value of values) Y.applyUpdate(held, value);
  });
  database.close();
  return performance.now() - begun;
};

/** Written out and read in, with nothing between the two. */
const handOver = (): number => {
  const begun = performance.now();
  Y.applyUpdate(new Y.Doc(), Y.encodeStateAsUpdate(held));
  return performance.now() - begun;
};

/** Every entry is looked at, as whoever has no index must. */
const search = (word: string): { readonly ms: number; readonly found: number } => {
  const begun = performance.now();
  let found = 0;
  for (const log of held.getMap<Y.Array<{ x?: string }>>('logs').values()) {
    for (const { x } of log.toArray()) if (x?.toLowerCase().includes(word) === true) found += 1;
  }
  return { ms: performance.now() - begun, found };
};

declare global {
  var rawYear: { load: typeof load; handOver: typeof handOver; search: typeof search };
}
globalThis.rawYear = { load, handOver, search };
