// The contract on IndexedDB, in a real browser, with faults that the browser itself makes: its quota,
// its clearing of a site's data, a transaction of another connection that does not end.

import { cdp } from 'vitest/browser';
import { databaseName } from '../../src/storage/team-database.ts';
import { createTeamStorage } from '../../src/storage/team-storage.ts';
import { addRaw, openedDatabases, openRaw, records, standIn } from '../support/raw-database.ts';
import { storageContract } from './storage.contract.ts';

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

storageContract({
  open: createTeamStorage,
  stored: async (teamId) => (await records(databaseName(teamId))).map(({ value }) => value as Uint8Array),
  spoil: (teamId) => addRaw(databaseName(teamId), new Uint8Array([7, 255, 255, 255])),
  hold,
  block: () => standIn(undefined),
  fill,
  clear: () => session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' }),
  breakConnections: () => {
    for (const db of openedDatabases()) db.close();
  },
});
