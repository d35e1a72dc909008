// One page for everything that is measured or killed under the storage: the desk's own, y-indexeddb as it
// comes, or IndexedDB alone. What it has to tell it sends to where it came from.

import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

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

const run = async (): Promise<void> => {
  const doc = new Y.Doc();
  const keeper = asked.get('kind') === 'stock' ? stock(doc) : ours(doc);
  const faults: string[] = [];
  if ('onFault' in keeper)
    (keeper as ReturnType<typeof createTeamStorage>).onFault(({ detail }) => faults.push(detail));
  await keeper.load();
  const logs = doc.getMap<Y.Array<string>>('logs');
  await send('/present', { texts: [...logs.values()].flatMap((log) => log.toArray()), faults });
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
