// The second copy, in a real browser: the contract where the database is lost before each opening, so that all
// there is comes from the copy, and what else it promises.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate, mergeUpdates } from 'yjs';
import type { Storage } from '../../src/engine/ports.ts';
import { Identities } from '../../src/platform/identities.ts';
import { openDevices } from '../../src/platform/devices.ts';
import { readIdentities, readUpdates } from '../../src/storage/copy-files.ts';
import { createTeamStorage } from '../../src/storage/team-storage.ts';
import { databaseName } from '../../src/storage/team-database.ts';
import { SecondCopy } from '../../src/storage/second-copy.ts';
import { alterCopy, copyFiles, withoutCopies } from '../support/copy-files.ts';
import { addRaw, deleteRaw, done, records, removeRaw, standIn } from '../support/raw-database.ts';
import { newTeam, read, tabsOf, write, type StorageRig } from '../support/storage-rig.ts';
import { storageContract } from './storage.contract.ts';

const unheard = (): never => {
  throw new Error('The copy alone is not asked that.');
};

/** Each opening finds a database of its own, and an empty one; to delete it deletes all of them. */
class LostDatabases {
  readonly #real = indexedDB;
  #opened = 0;

  lose(): void {
    this.#opened += 1;
  }

  nameOf(name: string): string {
    return `${this.#opened}-${name}`;
  }

  get factory(): IDBFactory {
    const open = (name: string, version?: number): IDBOpenDBRequest => this.#real.open(this.nameOf(name), version);
    const deleteDatabase = (name: string): IDBOpenDBRequest => {
      for (let each = 0; each < this.#opened; each += 1) this.#real.deleteDatabase(`${each}-${name}`);
      return this.#real.deleteDatabase(this.nameOf(name));
    };
    return { open, deleteDatabase } as unknown as IDBFactory;
  }
}

/** That the copy was needed is what this suite is about. */
const openUnasked = (doc: Doc, teamId: string): Storage => {
  const storage = createTeamStorage(doc, teamId);
  const onFault = storage.onFault.bind(storage);
  storage.onFault = (listener) => onFault((fault) => fault.reason === 'rescued' || listener(fault));
  return storage;
};

const hold = async (factory: IDBFactory, name: string): Promise<() => void> => {
  const db = await done(factory.open(name));
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

describe('the copy alone', () => {
  const databases = new LostDatabases();
  let restore = (): void => undefined;
  beforeAll(() => {
    restore = standIn(databases.factory);
  });
  afterAll(() => restore());

  const rig: StorageRig = {
    open: (doc, teamId) => {
      databases.lose();
      return openUnasked(doc, teamId);
    },
    // However many frames there are: each costs no more than its bytes.
    stored: async (teamId) => {
      const updates = await readUpdates(teamId, () => undefined);
      return updates.length === 0 ? [] : [mergeUpdates([...updates])];
    },
    hold: (teamId) => hold(databases.factory, databaseName(teamId)),
    spoil: unheard,
    alter: unheard,
    block: unheard,
    fill: unheard,
    abortNext: unheard,
    crashAfter: unheard,
    upgrade: unheard,
    clear: unheard,
    breakConnections: unheard,
  };
  storageContract(rig);
});

describe('the database and its copy', () => {
  const { open } = tabsOf({ open: createTeamStorage } as StorageRig);

  /** A tab's whole life: opens, writes, has it saved and closes. */
  const live = async (team: string, ...texts: readonly string[]): Promise<unknown[]> => {
    const { doc, storage, faults } = await open(team);
    const found = read(doc);
    for (const text of texts) {
      write(doc, text);
      expect(await storage.saved()).toBe(true);
    }
    await expect.poll(() => storage.condition().copy.state).toBe('kept');
    await storage.close();
    return [...found, ...faults];
  };
  const lose = (team: string): Promise<unknown> => deleteRaw(databaseName(team));

  it('[OF2] brings back all that was saved where the browser has lost its database, and says so once', async () => {
    const team = newTeam();
    await live(team, 'one', 'two');
    await lose(team);
    expect(await live(team, 'three')).toEqual(['one', 'two', 'rescued']);
    expect(await live(team)).toEqual(['one', 'two', 'three']);
    // What came back is in the database again, and is not written into the copy a second time.
    const [[, bytes] = ['', 0]] = await copyFiles(team);
    expect((await records(databaseName(team))).length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(2000);
  });

  it('[OF2] takes in from the copy what the database does not have yet, without a word', async () => {
    const team = newTeam();
    await live(team, 'one', 'two');
    const last = (await records(databaseName(team))).at(-1);
    await removeRaw(databaseName(team), 'updates', last?.key ?? 0);
    expect(await live(team)).toEqual(['one', 'two']);
    expect((await records(databaseName(team))).length).toBe(2);
  });

  it('[OF2] takes into the copy what only the database has', async () => {
    const team = newTeam();
    await live(team, 'one');
    const other = new Doc();
    other.getArray('other').push(['of a version without a copy']);
    await addRaw(databaseName(team), encodeStateAsUpdate(other));
    await live(team);
    await lose(team);
    const { doc } = await open(team);
    expect([read(doc), doc.getArray('other').toArray()]).toEqual([['one'], ['of a version without a copy']]);
  });

  it('[I1] mends a damaged record of the database, and passes over a damaged frame of the copy', async () => {
    const team = newTeam();
    await live(team, 'one', 'two', 'three');
    const second = (await records(databaseName(team)))[1];
    await removeRaw(databaseName(team), 'updates', second?.key ?? 0);
    const damages = [
      (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
      (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -3),
      (bytes: Uint8Array<ArrayBuffer>) => Uint8Array.from([...bytes, 9, 9, 9]),
      () => new Uint8Array(),
    ];
    expect(await live(team)).toEqual(['one', 'two', 'three', 'rescued']);
    for (const damage of damages) {
      await alterCopy(team, '0-0', damage);
      expect(await live(team)).toEqual(['one', 'two', 'three']);
    }
  });

  it('[CO9] leaves nothing behind where the team is left', async () => {
    const team = newTeam();
    const { doc, storage } = await open(team);
    write(doc, 'confidential');
    await storage.saved();
    expect(await copyFiles(team)).not.toEqual([]);
    await storage.erase();
    expect(await copyFiles(team)).toEqual([]);
  });

  it('writes a new generation, keeps the one before it, and forgets both where it is told to', async () => {
    const team = newTeam();
    const doc = new Doc();
    const copy = new SecondCopy(doc, team, null);
    doc.on('update', (update: Uint8Array) => void copy.append([update]));
    copy.start();
    const names = async (): Promise<string[]> => (await copyFiles(team)).map(([name]) => name);
    for (let generation = 0; generation < 3; generation += 1) {
      write(doc, `before generation ${generation}`);
      await expect.poll(() => copy.condition.state).toBe('kept');
      const renewing = copy.renew();
      write(doc, `while generation ${generation} is written`);
      expect(await renewing).toBe(true);
    }
    expect(await names()).toEqual(['0-2', '0-3', 'identity-0']);
    expect(await copy.renew(true)).toBe(true);
    expect(await names()).toEqual(['0-4', 'identity-0']);
    await copy.close();
    const { doc: found } = await open(team);
    expect(read(found)).toEqual(read(doc));
  });

  it('has what it takes to enter the team, and the register asks for it where it is empty', async () => {
    const [team, register] = [newTeam(), `register-${newTeam()}`];
    const identities = new Identities(readIdentities);
    const devices = openDevices(register, identities);
    const record = {
      teamId: team,
      name: 'Northlight Coffee',
      secret: 'AAECAwQFBgcICQoLDA0ODw',
      rendezvous: [],
      deviceId: 'device-1',
      agentId: null,
      agentName: 'Hana',
      lastHereAt: 1000,
      isLoggedIn: true,
      hasEverSynced: true,
      iceServers: [],
    };
    await devices.put(record);
    const storage = createTeamStorage(new Doc(), team, identities.of(team));
    await storage.load();
    await expect.poll(() => storage.condition().copy.state).toBe('kept');
    for (const lastHereAt of [2000, 3000]) {
      await devices.change(team, { lastHereAt, agentId: 'agent-1' });
      await storage.saved();
    }
    await devices.close();
    await storage.close();
    await deleteRaw(register);
    const asked = openDevices(register, identities);
    const found = await asked.get(team);
    expect(found).toEqual({ ...record, lastHereAt: 3000, agentId: 'agent-1' });
    await asked.close();
    const kept = openDevices(register);
    expect(await kept.get(team)).toEqual(found);
    await kept.close();
    await deleteRaw(register);
    await storage.erase();
  });
});

describe('a browser that offers no place for it', () => {
  withoutCopies();
  const { open } = tabsOf({ open: createTeamStorage } as StorageRig);

  it('works with its database alone, and says so where one asks', async () => {
    const { doc, storage, faults } = await open(newTeam());
    write(doc, 'once');
    expect(await storage.saved()).toBe(true);
    expect([storage.condition().copy, faults]).toEqual([{ state: 'none', bytes: 0 }, []]);
  });
});
