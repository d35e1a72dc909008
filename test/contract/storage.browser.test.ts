// The contract on IndexedDB, in a real browser, with faults that the browser itself makes: its quota,
// its clearing of a site's data, a transaction of another connection that does not end.

import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { Doc } from 'yjs';
import { databaseName } from '../../src/storage/team-database.ts';
import { createTeamStorage } from '../../src/storage/team-storage.ts';
import { checkRecord } from '../../src/storage/checked-record.ts';
import {
  addRaw,
  endNextWrite,
  openedDatabases,
  openRaw,
  putRaw,
  removeRaw,
  records,
  standIn,
  stopWritesAfter,
  upgradeRaw,
} from '../support/raw-database.ts';
import { withoutCopies } from '../support/copy-files.ts';
import type { StorageRig } from '../support/storage-rig.ts';
import { storageContract } from './storage.contract.ts';
import { storageDamageContract } from './storage-damage.contract.ts';
import { storageTroubleContract } from './storage-trouble.contract.ts';

const { origin } = window.location;
const session = cdp() as unknown as { send(method: string, params: object): Promise<void> };

const hold = async (teamId: string): Promise<() => void> => {
  const db = await openRaw(databaseName(teamId));
  const store = db.transaction('updates', 'readwrite').objectStore('updates');
  let isHeld = true;
  const goOn = (): void => {
    if (isHeld) store.count().addEventListener('success', goOn);
    else db.close();
  };
  goOn();
  return () => {
    isHeld = false;
  };
};

interface Buckets {
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
}

/** A bucket of its own, because Chromium remembers for half a minute how much room a used one had. */
const fill = async (): Promise<{ makeRoom(): Promise<void>; end(): Promise<void> }> => {
  const { storageBuckets } = navigator as Navigator & { readonly storageBuckets: Buckets };
  const bucket = await storageBuckets.open(`full-${Date.now()}`);
  const restore = standIn(bucket.indexedDB);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const makeRoom = () => session.send('Storage.overrideQuotaForOrigin', { origin });
  return { makeRoom, end: () => makeRoom().then(restore) };
};

const rig: StorageRig = {
  open: createTeamStorage,
  stored: async (teamId) =>
    (await records(databaseName(teamId))).map(({ value }) => checkRecord(value)?.update ?? null),
  spoil: (teamId) => addRaw(databaseName(teamId), new Uint8Array([7, 255, 255, 255])),
  alter: async (teamId, index, change) => {
    const record = (await records(databaseName(teamId)))[index];
    if (record === undefined) throw new Error('There is no such record.');
    const value = change(record.value as Uint8Array);
    if (value === undefined) await removeRaw(databaseName(teamId), 'updates', record.key);
    else await putRaw(databaseName(teamId), 'updates', record.key, value);
  },
  abortNext: endNextWrite,
  crashAfter: stopWritesAfter,
  upgrade: (teamId) => upgradeRaw(databaseName(teamId)),
  hold,
  block: () => standIn(undefined),
  fill,
  clear: () => session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,file_systems' }),
  breakConnections: () => {
    for (const db of openedDatabases()) db.close();
  },
};

storageContract(rig);
storageTroubleContract(rig);
describe('the database alone', () => {
  withoutCopies();
  storageDamageContract(rig);
});

const { get, getAll } = IDBObjectStore.prototype;
afterEach(() => Object.assign(IDBObjectStore.prototype, { get, getAll }));

describe('a file of the browser', () => {
  withoutCopies();

  it('loads all others where the browser has lost the file of a record', async () => {
    const team = `lost-file-${Date.now()}`;
    const before = new Doc();
    const first = createTeamStorage(before, team);
    await first.load();
    for (const text of ['one', 'two']) {
      before.getArray(text).push([text]);
      await first.saved();
    }
    await first.close();
    const [lost] = await records(databaseName(team));
    // What Chromium does then was seen with a file deleted by hand: the whole transaction fails.
    const fail = (): never => {
      throw new DOMException('Failed to read large IndexedDB value', 'UnknownError');
    };
    IDBObjectStore.prototype.getAll = fail;
    IDBObjectStore.prototype.get = function getOthers(this: IDBObjectStore, query: IDBValidKey | IDBKeyRange) {
      return query === lost?.key ? fail() : get.call(this, query);
    };
    const doc = new Doc();
    const second = createTeamStorage(doc, team);
    const faults: string[] = [];
    second.onFault(({ reason, detail }) => faults.push(`${reason}: ${detail}`));
    await second.load();
    Object.assign(IDBObjectStore.prototype, { get, getAll });
    expect(faults).toEqual([expect.stringMatching(/^corrupt: 1 of 2 records could not be read/)]);
    expect((await records(databaseName(team))).length).toBe(1);
    await second.erase();
  });
});
