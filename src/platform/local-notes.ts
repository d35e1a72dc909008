// What one person notes on this device alone, a team: drafts, and up to where they have read. Read at
// once from memory, written behind it: what is set while a transaction is under way goes together
// into the next. Several tabs of a profile share it, the last word on a key stands. Values are kept
// as JSON, so what comes back is plain and unknown: whoever reads it parses it.

import { MAX_TEXT } from '../domain/limits.ts';
import type { StorageFault } from '../engine/ports.ts';
import { KeyedStore } from './keyed-store.ts';
import type { StoredRecord } from './transactions.ts';

export interface LocalNotes {
  /** Null where nothing is noted. */
  get(key: string): unknown;
  /** `null` forgets. A value above MAX_NOTE characters is held in memory only. */
  set(key: string, value: unknown): void;
  /** True once all that was set before the call is in completed transactions. */
  saved(): Promise<boolean>;
  onFault(listener: (fault: StorageFault) => void): () => void;
  close(): Promise<void>;
  /** Leaving the team deletes these too (CO9). */
  erase(): Promise<void>;
}

/** A draft as long as a message may be, every character escaped. */
const MAX_NOTE = MAX_TEXT * 2;

const databaseName = (teamId: string): string => `deskmesh-notes-${teamId}`;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

class IndexedNotes implements LocalNotes {
  readonly #store: KeyedStore;
  readonly #values = new Map<string, unknown>();
  readonly #listeners = new Set<(fault: StorageFault) => void>();
  #unsaved = new Map<string, string | null>();
  #writing: Promise<boolean> | null = null;

  constructor(teamId: string) {
    this.#store = new KeyedStore(databaseName(teamId), (fault) => {
      for (const listener of this.#listeners) listener(fault);
    });
  }

  async load(): Promise<void> {
    const stored: readonly StoredRecord[] = (await this.#store.read()) ?? [];
    for (const { key, value } of stored) {
      const parsed = typeof value === 'string' ? parseJson(value) : null;
      if (typeof key === 'string' && parsed !== null) this.#values.set(key, parsed);
    }
  }

  get(key: string): unknown {
    return this.#values.get(key) ?? null;
  }

  set(key: string, value: unknown): void {
    const json = JSON.stringify(value ?? null);
    // A copy: what the screen goes on changing must not change here.
    if (json === 'null') this.#values.delete(key);
    else this.#values.set(key, parseJson(json));
    this.#unsaved.set(key, json === 'null' || json.length > MAX_NOTE ? null : json);
    void this.#write();
  }

  async saved(): Promise<boolean> {
    await this.#writing;
    return this.#unsaved.size === 0 || this.#write();
  }

  #write(): Promise<boolean> {
    this.#writing ??= this.#writeBatches();
    return this.#writing;
  }

  /** One transaction at a time; what a failed one held is tried again with the next change. */
  async #writeBatches(): Promise<boolean> {
    // What one task sets goes into one transaction.
    await Promise.resolve();
    while (this.#unsaved.size > 0) {
      const batch = this.#unsaved;
      this.#unsaved = new Map();
      if (await this.#store.write(batch)) continue;
      this.#unsaved = new Map([...batch, ...this.#unsaved]);
      this.#writing = null;
      return false;
    }
    this.#writing = null;
    return true;
  }

  onFault(listener: (fault: StorageFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.saved();
    await this.#store.close();
  }

  async erase(): Promise<void> {
    this.#values.clear();
    this.#unsaved.clear();
    await this.#store.erase();
  }
}

/** Where nothing can be stored the notes live in memory and `saved()` says so. */
export const openLocalNotes = async (teamId: string): Promise<LocalNotes> => {
  const notes = new IndexedNotes(teamId);
  await notes.load();
  return notes;
};

/** Of a team that is not open in this tab; other tabs that have it open let go. */
export const eraseLocalNotes = (teamId: string): Promise<void> => new IndexedNotes(teamId).erase();
