// The contract on the storage in memory, which other tests run on.

import { mergeUpdates } from 'yjs';
import { createMemoryStorage, MemoryDisk } from '../support/memory-storage.ts';
import { storageContract } from './storage.contract.ts';

const disk = new MemoryDisk();

storageContract({
  open: (doc, teamId) => createMemoryStorage(doc, teamId, disk),
  stored: async (teamId) => disk.teams.get(teamId) ?? [],
  spoil: async (teamId) => {
    disk.teams.set(teamId, [mergeUpdates(disk.recordsOf(teamId).filter((record) => record !== null)), null]);
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
});
