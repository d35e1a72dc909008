// Where a practice team is "stored": in this tab's memory, and gone with it. The `Storage` port with the same
// contract as the real one, minus the faults that memory does not have.

import { applyUpdate, encodeStateAsUpdate, mergeUpdates, type Doc } from 'yjs';
import type { Storage, StorageCondition, StorageFault } from '../engine/ports.ts';

const MOST_RECORDS = 500;

/** One device's memory: several storages of one team are the tabs of one profile. */
export class MemoryShelf {
  readonly #kept = new Map<string, readonly Uint8Array[]>();
  readonly #open = new Set<MemoryStorage>();

  read(teamId: string): readonly Uint8Array[] {
    return this.#kept.get(teamId) ?? [];
  }

  /** As a transaction does, it completes in a later task. */
  async keep(teamId: string, updates: readonly Uint8Array[]): Promise<void> {
    await Promise.resolve();
    const all = [...this.read(teamId), ...updates];
    this.#kept.set(teamId, all.length > MOST_RECORDS ? [mergeUpdates(all)] : all);
  }

  enter(storage: MemoryStorage): void {
    this.#open.add(storage);
  }

  leave(storage: MemoryStorage): void {
    this.#open.delete(storage);
  }

  forget(teamId: string): void {
    this.#kept.delete(teamId);
    for (const storage of this.#open) if (storage.teamId === teamId) storage.lose();
  }
}

export class MemoryStorage implements Storage {
  readonly teamId: string;
  readonly #doc: Doc;
  readonly #shelf: MemoryShelf;
  readonly #listeners = new Set<(fault: StorageFault) => void>();
  #pending: Uint8Array[] = [];
  #isOver = false;
  #loading: Promise<void> | null = null;
  #writing: Promise<boolean> = Promise.resolve(true);

  constructor(doc: Doc, teamId: string, shelf: MemoryShelf) {
    this.#doc = doc;
    this.teamId = teamId;
    this.#shelf = shelf;
    if (doc.store.clients.size > 0) this.#pending.push(encodeStateAsUpdate(doc));
    doc.on('update', this.#note);
  }

  readonly #note = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this) this.#pending.push(update);
  };

  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    await Promise.resolve();
    this.#shelf.enter(this);
    for (const update of this.#shelf.read(this.teamId)) applyUpdate(this.#doc, update, this);
  }

  saved(): Promise<boolean> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<boolean> {
    await this.#loading;
    const batch = this.#pending;
    this.#pending = [];
    if (this.#isOver) return false;
    if (batch.length > 0) await this.#shelf.keep(this.teamId, batch);
    return !this.#isOver;
  }

  onFault(listener: (fault: StorageFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  condition(): StorageCondition {
    const isIncomplete = this.#doc.store.pendingStructs !== null;
    return { setAside: 0, broughtBack: 0, isIncomplete, copy: { state: 'none', bytes: 0 } };
  }

  /** Another storage of this team has erased it. */
  lose(): void {
    this.#end();
    const fault: StorageFault = { reason: 'closed', detail: 'Another tab has left this team.' };
    for (const listener of this.#listeners) listener(fault);
  }

  async close(): Promise<void> {
    if (this.#loading !== null && !this.#isOver) await this.saved();
    this.#end();
  }

  async erase(): Promise<void> {
    this.#end();
    await this.#loading;
    this.#shelf.forget(this.teamId);
  }

  #end(): void {
    this.#isOver = true;
    this.#shelf.leave(this);
    this.#doc.off('update', this.#note);
  }
}
