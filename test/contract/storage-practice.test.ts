// The contract on the storage of a practice team: a tab's memory keeps to what a disk does, faults apart.

import { MemoryShelf, MemoryStorage } from '../../src/practice/memory-storage.ts';
import type { StorageRig } from '../support/storage-rig.ts';
import { storageContract } from './storage.contract.ts';

class HeldShelf extends MemoryShelf {
  held: Promise<void> = Promise.resolve();

  override async keep(teamId: string, updates: readonly Uint8Array[]): Promise<void> {
    await this.held;
    return super.keep(teamId, updates);
  }
}

const shelf = new HeldShelf();
const unheard = (): never => {
  throw new Error('Memory has no such fault.');
};

const rig: StorageRig = {
  open: (doc, teamId) => new MemoryStorage(doc, teamId, shelf),
  stored: async (teamId) => shelf.read(teamId),
  hold: async () => {
    let release = (): void => undefined;
    shelf.held = new Promise((resolve) => (release = resolve));
    return () => release();
  },
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
