// The contract on the storage in memory, which other tests run on.

import { createMemoryStorage, MemoryDisk, updateOf } from '../support/memory-storage.ts';
import type { StorageRig } from '../support/storage-rig.ts';
import { storageContract } from './storage.contract.ts';
import { storageDamageContract } from './storage-damage.contract.ts';
import { storageTroubleContract } from './storage-trouble.contract.ts';

const disk = new MemoryDisk();

const rig: StorageRig = {
  open: (doc, teamId) => createMemoryStorage(doc, teamId, disk),
  stored: async (teamId) => (disk.teams.get(teamId) ?? []).map(({ value }) => updateOf(value)),
  spoil: async (teamId) => {
    disk.recordsOf(teamId).push({ value: new Uint8Array([7, 255, 255, 255]), former: [] });
  },
  alter: async (teamId, index, change) => {
    const records = disk.recordsOf(teamId);
    const record = records[index];
    if (record === undefined) throw new Error('There is no such record.');
    records[index] = { ...record, value: change(record.value as Uint8Array) };
  },
  hold: async () => {
    let release = (): void => undefined;
    disk.held = new Promise((resolve) => (release = resolve));
    return () => release();
  },
  block: () => {
    disk.isBlocked = true;
    return () => (disk.isBlocked = false);
  },
  fill: async () => {
    disk.isFull = true;
    const makeRoom = async (): Promise<void> => {
      disk.isFull = false;
    };
    return { makeRoom, end: makeRoom };
  },
  abortNext: () => {
    disk.aborts = 1;
  },
  crashAfter: (writes) => {
    disk.writesLeft = writes;
    return () => {
      disk.writesLeft = Infinity;
    };
  },
  upgrade: async (teamId) => disk.take(teamId, 'outdated', 'A newer desk.'),
  clear: async (teamId) => disk.take(teamId, 'closed', 'Cleared.'),
  breakConnections: () => undefined,
};

storageContract(rig);
storageDamageContract(rig);
storageTroubleContract(rig);
