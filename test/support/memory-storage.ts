// A device's disk in memory, with the faults that a real one has, and the Storage port on it. Several
// storages of one disk are the tabs of one profile. Held against the same contract as the real one.

import { applyUpdate, encodeStateAsUpdate, mergeUpdates, type Doc } from 'yjs';
import type { Storage, StorageFault } from '../../src/engine/ports.ts';

/** A stored update; null where it cannot be read. */
type Stored = Uint8Array | null;

const MOST_RECORDS = 500;

export class MemoryDisk {
  readonly teams = new Map<string, Stored[]>();
  readonly tabs = new Set<MemoryStorage>();
  isBlocked = false;
  isFull = false;
  /** Commits wait for it: a transaction that takes long. */
  held: Promise<void> = Promise.resolve();

  recordsOf(teamId: string): Stored[] {
    const records = this.teams.get(teamId) ?? [];
    this.teams.set(teamId, records);
    return records;
  }

  append(teamId: string, updates: readonly Uint8Array[]): void {
    const records = [...this.recordsOf(teamId), ...updates];
    const sound = records.filter((record) => record !== null);
    this.teams.set(teamId, records.length > MOST_RECORDS ? [mergeUpdates(sound)] : records);
  }

  /** Another tab leaves the team, or the browser clears it: who has it open is told. */
  clear(teamId: string, detail: string): void {
    this.teams.delete(teamId);
    for (const tab of this.tabs) if (tab.teamId === teamId) tab.lose(detail);
  }
}

class MemoryStorage implements Storage {
  readonly teamId: string;
  readonly #doc: Doc;
  readonly #disk: MemoryDisk;
  readonly #listeners = new Set<(fault: StorageFault) => void>();
  #pending: Uint8Array[] = [];
  #isOver = false;
  #told: StorageFault['reason'] | null = null;
  #loading: Promise<void> | null = null;
  #commit: Promise<boolean> = Promise.resolve(true);

  constructor(doc: Doc, teamId: string, disk: MemoryDisk) {
    this.#doc = doc;
    this.teamId = teamId;
    this.#disk = disk;
    if (doc.store.clients.size > 0) this.#pending.push(encodeStateAsUpdate(doc));
    doc.on('update', this.#keep);
  }

  readonly #keep = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this) this.#pending.push(update);
  };

  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    await Promise.resolve();
    if (this.#disk.isBlocked) {
      this.#end();
      return this.#tell('blocked', 'The disk is blocked.');
    }
    this.#disk.tabs.add(this);
    const records = this.#disk.recordsOf(this.teamId);
    const unreadable = records.filter((record) => !this.#isApplied(record));
    if (unreadable.length === 0) return;
    this.#disk.teams.set(
      this.teamId,
      records.filter((record) => !unreadable.includes(record)),
    );
    this.#tell('corrupt', `${unreadable.length} records could not be read.`);
  }

  #isApplied(record: Stored): boolean {
    if (record === null) return false;
    applyUpdate(this.#doc, record, this);
    return true;
  }

  saved(): Promise<boolean> {
    this.#commit = this.#commit.then(() => this.#write());
    return this.#commit;
  }

  async #write(): Promise<boolean> {
    await this.#loading;
    const upTo = this.#pending.length;
    await this.#disk.held;
    if (this.#isOver) return false;
    if (this.#disk.isFull && upTo > 0) {
      this.#tell('full', 'The disk is full.');
      return false;
    }
    this.#disk.append(this.teamId, this.#pending.splice(0, upTo));
    this.#told = null;
    return true;
  }

  lose(detail: string): void {
    if (this.#isOver) return;
    this.#end();
    this.#tell('closed', detail);
  }

  onFault(listener: (fault: StorageFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The same fault is not told twice in a row. */
  #tell(reason: StorageFault['reason'], detail: string): void {
    if (this.#told === reason) return;
    this.#told = reason;
    for (const listener of this.#listeners) listener({ reason, detail });
  }

  #end(): void {
    this.#isOver = true;
    this.#disk.tabs.delete(this);
    this.#doc.off('update', this.#keep);
  }

  async close(): Promise<void> {
    if (this.#loading !== null) await this.saved();
    this.#end();
  }

  async erase(): Promise<void> {
    this.#end();
    await this.#loading;
    this.#disk.clear(this.teamId, 'Another tab has left this team.');
  }
}

export const createMemoryStorage = (doc: Doc, teamId: string, disk: MemoryDisk = new MemoryDisk()): Storage =>
  new MemoryStorage(doc, teamId, disk);
