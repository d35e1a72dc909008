// One page for everything that is measured or killed under the storage: the desk's own, y-indexeddb as it
// comes, or IndexedDB alone. What it has to tell it sends to where it came from.

import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

import { databaseName } from '../../../src/storage/team-database.ts';
import { createTeamStorage } from '../../../src/storage/team-storage.ts';

const TEAM = 'storage-lab';

interface Keeper {
  load(): Promise<void>;
  /** True once what was written is kept, as far as this kind can tell. */
  saved(): Promise<boolean>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const ours = (doc: Y.Doc): Keeper => createTeamStorage(doc, TEAM);

/** It tells nobody when something is kept: it gets the time in which a transaction ends. */
const stock = (doc: Y.Doc): Keeper => {
  const persistence = new IndexeddbPersistence(`stock-${TEAM}`, doc);
  const load = async (): Promise<void> => {
    await persistence.whenSynced;
  };
  return { load, saved: () => pause(60).then(() => true) };
};

const asked = new URLSearchParams(location.search);
const send = (path: string, body: unknown): Promise<unknown> =>
  fetch(path, { method: 'POST', body: JSON.stringify(body) }).catch(() => undefined);

/** What stands on the page is what a person believes. */
const show = (text: string): void => {
  document.title = text;
  document.body.textContent = text;
};

/** What the database holds, as keys and bytes: evidence where something is missing. */
const inventory = (): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const opening = indexedDB.open(databaseName(TEAM));
    opening.addEventListener('success', () => {
      const lines: string[] = [];
      const names = [...opening.result.objectStoreNames];
      if (names.length === 0) return resolve(['no store']);
      const transaction = opening.result.transaction(names);
      for (const name of names) {
        const cursor = transaction.objectStore(name).openCursor();
        cursor.addEventListener('success', () => {
          const { result } = cursor;
          if (result === null) return;
          const value: unknown = result.value;
          const parts = Array.isArray(value) ? value.map((part: Uint8Array) => part.length).join('+') : undefined;
          lines.push(`${name} ${String(result.key)}: ${parts ?? (value as Uint8Array).length} bytes`);
          result.continue();
        });
      }
      transaction.addEventListener('complete', () => resolve(lines));
      transaction.addEventListener('abort', () => resolve([...lines, String(transaction.error)]));
    });
    opening.addEventListener('error', () => resolve([String(opening.error)]));
  });

const run = async (): Promise<void> => {
  const doc = new Y.Doc();
  const keeper = asked.get('kind') === 'stock' ? stock(doc) : ours(doc);
  const faults: string[] = [];
  if ('onFault' in keeper)
    (keeper as ReturnType<typeof createTeamStorage>).onFault(({ detail }) => faults.push(detail));
  await keeper.load();
  const logs = doc.getMap<Y.Array<string>>('logs');
  const texts = [...logs.values()].flatMap((log) => log.toArray());
  await send('/present', { texts, faults, inventory: asked.has('session') ? await inventory() : [] });
  const session = asked.get('session') ?? '';
  const isTraced = asked.has('traced');
  const log = new Y.Array<string>();
  logs.set(session, log);
  await keeper.saved();
  const acts = Number(asked.get('acts') ?? Infinity);
  for (let act = 0; act < acts; act += 1) {
    const text = `${session}/${act}`;
    if (isTraced) await send(`/act/${act}/`, {});
    log.push([text]);
    if (await keeper.saved()) {
      show(`${text} is saved`);
      const told = send(`/saved/${act}/`, { text });
      if (isTraced) await told;
    }
    await pause(Math.random() * 12);
  }
  await send('/end', {});
};

void run();
