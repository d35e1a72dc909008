// A device's disk in memory, with the faults that a real one has, and the Storage port on it. Several
// storages of one disk are the tabs of one profile. Held against the same contract as the real one.

import { applyUpdate, encodeStateAsUpdate, mergeUpdates, type Doc } from 'yjs';
import type { Storage, StorageCondition, StorageFault } from '../../src/engine/ports.ts';
import { checkRecord } from '../../src/storage/checked-record.ts';
import { withChecksum } from '../../src/storage/checksum.ts';

type Reason = StorageFault['reason'];

/** A record, and what it was merged of: its former generation. */
export interface DiskRecord {
  readonly value: unknown;
  readonly former: readonly unknown[];
}

const MOST_RECORDS = 500;
/** While one of these lasts, nothing is saved. */
const LASTING: ReadonlySet<Reason> = new Set(['blocked', 'full', 'closed', 'unknown']);

export const updateOf = (value: unknown): Uint8Array | null => checkRecord(value)?.update ?? null;

const updatesOf = (values: readonly unknown[]): Uint8Array[] => values.flatMap((value) => updateOf(value) ?? []);

export class MemoryDisk {
  readonly teams = new Map<string, DiskRecord[]>();
  readonly tabs = new Set<MemoryStorage>();
  isBlocked = false;
  isFull = false;
  /** Transactions from now on that are still carried out. */
  writesLeft = Infinity;
  /** The next transactions that are broken off. */
  aborts = 0;
  /** Commits wait for it: a transaction that takes long. */
  held: Promise<void> = Promise.resolve();

  recordsOf(teamId: string): DiskRecord[] {
    const records = this.teams.get(teamId) ?? [];
    this.teams.set(teamId, records);
    return records;
  }

  /** Why the transaction was not carried out; null where it was. */
  append(teamId: string, updates: readonly Uint8Array[]): Reason | null {
    if (this.isFull && updates.length > 0) return 'full';
    if (this.aborts > 0) {
      this.aborts -= 1;
      return 'closed';
    }
    if (this.writesLeft === 0) return 'unknown';
    this.writesLeft -= 1;
    const added = updates.map((update) => ({ value: withChecksum(update), former: [] }));
    this.teams.set(teamId, [...this.recordsOf(teamId), ...added]);
    this.#merge(teamId);
    return null;
  }

  #merge(teamId: string): void {
    const values = this.recordsOf(teamId).map(({ value }) => value);
    if (values.length <= MOST_RECORDS || this.writesLeft === 0) return;
    this.writesLeft -= 1;
    this.teams.set(teamId, [{ value: withChecksum(mergeUpdates(updatesOf(values))), former: values }]);
  }

  /** Another tab leaves the team, the browser clears it, or a newer desk lays it out anew: who has it
   * open is told. */
  take(teamId: string, reason: Reason, detail: string): void {
    if (reason === 'closed') this.teams.delete(teamId);
    for (const tab of this.tabs) if (tab.teamId === teamId) tab.lose(reason, detail);
  }
}

class MemoryStorage implements Storage {
  readonly teamId: string;
  readonly #doc: Doc;
  readonly #disk: MemoryDisk;
  readonly #listeners = new Set<(fault: StorageFault) => void>();
  #pending: Uint8Array[] = [];
  #isOver = false;
  #told: Reason | null = null;
  #isFailing = false;
  #loading: Promise<void> | null = null;
  #commit: Promise<boolean> = Promise.resolve(true);
  #setAside = 0;
  #broughtBack = 0;

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
    const sound = this.#disk.recordsOf(this.teamId).flatMap((record) => this.#soundOf(record));
    const updates = updatesOf(sound.map(({ value }) => value));
    if (updates.length > 0) applyUpdate(this.#doc, mergeUpdates(updates), this);
    this.#disk.teams.set(this.teamId, sound);
    const { isIncomplete } = this.condition();
    const isWhole = this.#setAside + this.#broughtBack === 0 && !isIncomplete;
    if (!isWhole) this.#tell('corrupt', `${this.#setAside} records could not be read.`);
  }

  #soundOf(record: DiskRecord): DiskRecord[] {
    if (updateOf(record.value) !== null) return [record];
    const updates = updatesOf(record.former);
    if (updates.length > 0) this.#broughtBack += 1;
    else if (record.value !== undefined) this.#setAside += 1;
    return updates.length === 0 ? [] : [{ value: withChecksum(mergeUpdates(updates)), former: record.former }];
  }

  condition(): StorageCondition {
    const isIncomplete = this.#doc.store.pendingStructs !== null;
    const copy = { state: 'none', bytes: 0 } as const;
    return { setAside: this.#setAside, broughtBack: this.#broughtBack, isIncomplete, copy };
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
    // Once more after a transaction that was broken off: as on a new connection.
    const first = this.#disk.append(this.teamId, this.#pending.slice(0, upTo));
    const failure = first === 'closed' ? this.#disk.append(this.teamId, this.#pending.slice(0, upTo)) : first;
    if (failure !== null) {
      this.#tell(failure, 'The disk did not take it.');
      return false;
    }
    this.#pending.splice(0, upTo);
    if (this.#isFailing) this.#tell('mended', 'All that waited is saved.');
    this.#told = null;
    return true;
  }

  lose(reason: Reason, detail: string): void {
    if (this.#isOver) return;
    this.#end();
    this.#tell(reason, detail);
  }

  onFault(listener: (fault: StorageFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The same fault is not told twice in a row. */
  #tell(reason: Reason, detail: string): void {
    if (this.#told === reason) return;
    this.#told = reason;
    this.#isFailing = LASTING.has(reason) || (this.#isFailing && reason !== 'mended');
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
    this.#disk.take(this.teamId, 'closed', 'Another tab has left this team.');
  }
}

export const createMemoryStorage = (doc: Doc, teamId: string, disk: MemoryDisk = new MemoryDisk()): Storage =>
  new MemoryStorage(doc, teamId, disk);
