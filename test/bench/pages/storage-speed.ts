// What the desk's storage costs beside IndexedDB and Yjs alone, on the same bytes in the same page.

import * as Y from 'yjs';

import { asAgentId, asDeviceId, asWallMs } from '../../../src/domain/ids.ts';
import { Replica } from '../../../src/replica/replica.ts';
import { createTeamStorage } from '../../../src/storage/team-storage.ts';
import { databaseName } from '../../../src/storage/team-database.ts';

const RAW = 'storage-speed-raw';
const BATCH = 500;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
  });

const complete = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('no reason given')));
  });

const openRaw = async (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore('updates', { autoIncrement: true }));
  return done(request);
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

let serial = 0;
const token = (bytes: number): string => `${(serial += 1)}`.padStart(bytes, '0');

const newReplica = (): Replica => new Replica({ device: asDeviceId('device-0123456789'), token });

const textOf = (entry: number): string => `${entry}: I would like to find a place to eat in San Jose, please.`;

export interface Pair {
  readonly oursMs: number;
  readonly rawMs: number;
}

/** One takes half a millisecond, and the page's clock goes in tenths: so many are timed together. */
const BLOCK = 10;

/** From the call of a command to its "saved", and one strict transaction with the same bytes; one after the
 * other, each alone in its transaction. */
const saves = async (count: number): Promise<readonly Pair[]> => {
  const replica = newReplica();
  const storage = createTeamStorage(replica.doc, `speed-${Date.now()}`);
  await storage.load();
  const raw = await openRaw(RAW);
  let update = new Uint8Array();
  replica.doc.on('update', (bytes: Uint8Array) => (update = bytes.slice()));
  const pairs: Pair[] = [];
  const command = async (entry: number): Promise<void> => {
    replica.write(
      asAgentId('agent-0123456789'),
      [{ kind: 'chat', room: 'team', text: textOf(entry) }],
      asWallMs(Date.now()),
    );
    if (!(await storage.saved())) throw new Error('It was not saved.');
  };
  const rawWrite = async (): Promise<void> => {
    const transaction = raw.transaction('updates', 'readwrite', { durability: 'strict' });
    transaction.objectStore('updates').add(update);
    transaction.commit();
    await complete(transaction);
  };
  const commands = (turn: number) => async (): Promise<void> => {
    for (let each = 0; each < BLOCK; each += 1) await command(BLOCK * turn + each);
  };
  const rawWrites = async (): Promise<void> => {
    for (let each = 0; each < BLOCK; each += 1) await rawWrite();
  };
  await commands(0)();
  await rawWrites();
  for (let turn = 1; turn <= count / BLOCK; turn += 1) {
    const first = turn % 2 === 0 ? await timed(commands(turn)) : 0;
    const rawMs = (await timed(rawWrites)) / BLOCK;
    pairs.push({ rawMs, oursMs: (turn % 2 === 0 ? first : await timed(commands(turn))) / BLOCK });
  }
  raw.close();
  await storage.erase();
  return pairs;
};

/** A team as an import leaves it. */
const fill = async (team: string, entries: number): Promise<void> => {
  const replica = newReplica();
  const storage = createTeamStorage(replica.doc, team);
  await storage.load();
  for (let from = 0; from < entries; from += BATCH) {
    const drafts = Array.from({ length: BATCH }, (_, at) => ({
      kind: 'chat' as const,
      room: 'team' as const,
      text: textOf(from + at),
    }));
    replica.write(asAgentId('agent-0123456789'), drafts, asWallMs(Date.now()));
    await storage.saved();
  }
  await storage.close();
};

const copyRaw = async (team: string): Promise<number> => {
  const from = await openRaw(databaseName(team));
  const values = (await done(from.transaction('updates').objectStore('updates').getAll())) as Uint8Array[];
  from.close();
  const raw = await openRaw(`${RAW}-start`);
  const transaction = raw.transaction('updates', 'readwrite');
  transaction.objectStore('updates').clear();
  for (const value of values) transaction.objectStore('updates').add(value);
  await complete(transaction);
  raw.close();
  return values.reduce((sum, { length }) => sum + length, 0);
};

const startOurs = async (team: string): Promise<Y.Doc> => {
  const doc = new Y.Doc();
  const storage = createTeamStorage(doc, team);
  await storage.load();
  void storage.close();
  return doc;
};

const startRaw = async (): Promise<Y.Doc> => {
  const doc = new Y.Doc();
  const raw = await openRaw(`${RAW}-start`);
  const values = (await done(raw.transaction('updates').objectStore('updates').getAll())) as Uint8Array[];
  Y.transact(doc, () => {
    for (const value of values) Y.applyUpdate(doc, value);
  });
  raw.close();
  return doc;
};

const starts = async (entries: number, count: number): Promise<{ bytes: number; pairs: readonly Pair[] }> => {
  const team = `speed-start-${Date.now()}`;
  await fill(team, entries);
  const bytes = await copyRaw(team);
  const pairs: Pair[] = [];
  await startOurs(team);
  await startRaw();
  for (let turn = 0; turn < count; turn += 1) {
    const rawMs = await timed(startRaw);
    pairs.push({ rawMs, oursMs: await timed(() => startOurs(team)) });
  }
  await createTeamStorage(new Y.Doc(), team).erase();
  return { bytes, pairs };
};

declare global {
  var storageSpeed: { saves: typeof saves; starts: typeof starts };
}
globalThis.storageSpeed = { saves, starts };
