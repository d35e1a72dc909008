// A device for the storage contract: a disk that can be made to fail, and tabs of one profile on it.

import { afterEach } from 'vitest';
import * as Y from 'yjs';
import type { Storage, StorageFault } from '../../src/engine/ports.ts';

export interface StorageRig {
  open(doc: Y.Doc, teamId: string): Storage;
  /** What is on the disk, read apart from any storage. */
  stored(teamId: string): Promise<readonly (Uint8Array | null)[]>;
  /** Makes one more record that nobody can read. */
  spoil(teamId: string): Promise<void>;
  /** Puts something else in the place of a record; for `undefined` the record is gone. */
  alter(teamId: string, index: number, change: (value: Uint8Array) => unknown): Promise<void>;
  /** Nothing gets to the disk of this team until the returned function is called. */
  hold(teamId: string): Promise<() => void>;
  block(): () => void;
  /** Nothing more fits on the disk; before a storage is opened. `end` brings the usual disk back. */
  fill(): Promise<{ makeRoom(): Promise<void>; end(): Promise<void> }>;
  /** The next transaction that writes is broken off; its connection is closed too, where one says so. */
  abortNext(isClosed: boolean): void;
  /** So many transactions that write are carried out, and then none. The returned function starts the
   * machine again. */
  crashAfter(writes: number): () => void;
  /** A newer version of the desk lays the team's database out anew. */
  upgrade(teamId: string): Promise<void>;
  /** The browser takes the connections away and deletes what was stored. */
  clear(teamId: string): Promise<void>;
  /** The connections die, the data stays. */
  breakConnections(): void;
}

export const write = (doc: Y.Doc, text: string): void => doc.getArray('log').push([text]);
export const read = (doc: Y.Doc): unknown[] => doc.getArray('log').toArray();

let serial = 0;
export const newTeam = (): string => `contract-${(serial += 1)}-${Math.random().toString(36).slice(2)}`;

export interface Tab {
  readonly doc: Y.Doc;
  readonly storage: Storage;
  readonly faults: StorageFault['reason'][];
}

/** Tabs of the rig's device; what they stored is erased after each test. */
export const tabsOf = (rig: StorageRig) => {
  let opened: Storage[] = [];
  afterEach(async () => {
    await Promise.all(opened.map((storage) => storage.erase()));
    opened = [];
  });

  /** Opened and not loaded. */
  const begin = (team: string, doc = new Y.Doc()): Tab => {
    const storage = rig.open(doc, team);
    const faults: StorageFault['reason'][] = [];
    storage.onFault((fault) => faults.push(fault.reason));
    opened.push(storage);
    return { doc, storage, faults };
  };

  const open = async (team: string, doc?: Y.Doc): Promise<Tab> => {
    const tab = begin(team, doc);
    await tab.storage.load();
    return tab;
  };

  /** What anybody would find on the disk. */
  const stored = async (team: string): Promise<unknown[]> => {
    const doc = new Y.Doc();
    for (const record of await rig.stored(team)) if (record !== null) Y.applyUpdate(doc, record);
    return read(doc);
  };

  return { begin, open, stored };
};
