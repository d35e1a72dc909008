// The contract on the storage in memory, which other tests run on.

import { mergeUpdates } from 'yjs';
import { createMemoryStorage, MemoryDisk } from '../support/memory-storage.ts';
import type { StorageRig } from '../support/storage-rig.ts';
import { storageContract } from './storage.contract.ts';
import { storageTroubleContract } from './storage-trouble.contract.ts';

const disk = new MemoryDisk();

const rig: StorageRig = {
  open: (doc, teamId) => createMemoryStorage(doc, teamId, disk),
  stored: async (teamId) => disk.teams.get(teamId) ?? [],
  spoil: async (teamId) => {
    disk.teams.set(teamId, [mergeUpdates(disk.recordsOf(teamId).filter((record) => record !== null)), null]);
  },
  damage: async (teamId, index) => {
    disk.recordsOf(teamId)[index] = null;
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
  clear: async (teamId) => disk.clear(teamId, 'Cleared.'),
  breakConnections: () => undefined,
};

storageContract(rig);
storageTroubleContract(rig);
