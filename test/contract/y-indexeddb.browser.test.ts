// Why the desk writes and loads by itself: what y-indexeddb 9.0.12 does as it comes, in the cases that
// the storage contract settles otherwise (I1 to I5 of the measured faults). A test that fails here
// says that the package has changed, and that docs/decisions/0003-storage.md wants another look.
// And that both open what the other has written.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IndexeddbPersistence, PREFERRED_TRIM_SIZE } from 'y-indexeddb';
import * as Y from 'yjs';
import { databaseName } from '../../src/storage/team-database.ts';
import { createTeamStorage } from '../../src/storage/team-storage.ts';
import { addRaw, records, writesSeen } from '../support/raw-database.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const read = (doc: Y.Doc): unknown[] => doc.getArray('log').toArray();
const write = (doc: Y.Doc, text: string): void => doc.getArray('log').push([text]);

let unhandled = 0;
const countUnhandled = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
  unhandled += 1;
};

let serial = 0;
let team = '';
let name = '';
let opened: IndexeddbPersistence[] = [];

const openStock = async (doc: Y.Doc): Promise<IndexeddbPersistence> => {
  const persistence = new IndexeddbPersistence(name, doc);
  opened.push(persistence);
  await Promise.race([persistence.whenSynced, pause(700)]);
  return persistence;
};

beforeEach(() => {
  unhandled = 0;
  serial += 1;
  team = `stock-${serial}-${Date.now()}`;
  name = databaseName(team);
  window.addEventListener('unhandledrejection', countUnhandled, { capture: true });
});

afterEach(async () => {
  for (const persistence of opened) await persistence.destroy().catch(() => undefined);
  opened = [];
  await pause(20);
  window.removeEventListener('unhandledrejection', countUnhandled, { capture: true });
  indexedDB.deleteDatabase(name);
});

describe('y-indexeddb as it comes', () => {
  it('[I1] never finishes loading where one record is corrupt', async () => {
    const first = new Y.Doc();
    await openStock(first);
    write(first, 'good');
    await pause(50);
    await addRaw(name, new Uint8Array([7, 255, 255, 255]));
    const persistence = await openStock(new Y.Doc());
    expect(persistence.synced).toBe(false);
    expect(unhandled).toBeGreaterThan(0);
  });

  it('[I2] throws into who writes once its connection is closed, and those behind it are not called', async () => {
    const doc = new Y.Doc();
    const persistence = await openStock(doc);
    let heard = 0;
    doc.on('update', () => (heard += 1));
    persistence.db?.close();
    expect(() => write(doc, 'lost')).toThrow(/closing/);
    expect(heard).toBe(0);
  });

  it('[I3] does not compact while there is a write now and then', { timeout: 10_000 }, async () => {
    const doc = new Y.Doc();
    await openStock(doc);
    await pause(50);
    for (let index = 0; index < PREFERRED_TRIM_SIZE + 10; index += 1) write(doc, `${index}`);
    for (let index = 0; index < 8; index += 1) {
      await pause(250);
      write(doc, 'now and then');
    }
    expect((await records(name)).length).toBeGreaterThan(PREFERRED_TRIM_SIZE);
  });

  it('[I4] tells nobody that a write has failed', async () => {
    const persistence = await openStock(new Y.Doc());
    const doc = persistence.doc as Y.Doc;
    await pause(50);
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function addAndAbort(this: IDBObjectStore, value: unknown) {
      const request = add.call(this, value);
      this.transaction.abort();
      return request;
    };
    try {
      write(doc, 'lost');
      await pause(50);
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    expect(unhandled).toBeGreaterThan(0);
  });

  it('[I5] leaves it to the browser when a write is on the disk', async () => {
    const doc = new Y.Doc();
    await openStock(doc);
    const seen = writesSeen();
    write(doc, 'relaxed');
    expect(seen()).toEqual(['default']);
  });
});

describe('the desk beside it', () => {
  it('[OF2] writes so that it is on the disk when it says saved', async () => {
    const doc = new Y.Doc();
    const storage = createTeamStorage(doc, team);
    await storage.load();
    const seen = writesSeen();
    for (let index = 0; index < 20; index += 1) write(doc, `${index}`);
    expect(await storage.saved()).toBe(true);
    expect(seen()).toEqual(['strict']);
    await storage.close();
  });

  it('opens what y-indexeddb has written', async () => {
    const stock = new Y.Doc();
    await openStock(stock);
    write(stock, 'from there');
    await pause(50);
    const doc = new Y.Doc();
    const storage = createTeamStorage(doc, team);
    await storage.load();
    expect(read(doc)).toEqual(['from there']);
    await storage.close();
  });

  it('writes what y-indexeddb can open, merged records included', async () => {
    const doc = new Y.Doc();
    const storage = createTeamStorage(doc, team);
    await storage.load();
    for (let index = 0; index < PREFERRED_TRIM_SIZE + 10; index += 1) write(doc, `${index}`);
    await storage.saved();
    await expect.poll(async () => (await records(name)).length).toBeLessThan(20);
    await storage.close();
    const stock = new Y.Doc();
    await openStock(stock);
    expect(read(stock)).toEqual(read(doc));
    expect(unhandled).toBe(0);
  });
});
