// The Storage port: a team's document in IndexedDB. "Saved on this device" means that the transaction
// which holds it has completed. y-indexeddb gives the layout, its trim size and the erasing; its own
// writing and loading are not used, see docs/decisions/0003-storage.md. No failure of the database
// reaches Yjs or stays unheard: each is a fault, told once, and the desk works on in memory.

import { encodeStateAsUpdate, type Doc } from 'yjs';
import type { Storage, StorageFault } from '../engine/ports.ts';
import { faultOf } from '../platform/database.ts';
import type { StoredRecord } from '../platform/transactions.ts';
import { applyRecords } from './apply-records.ts';
import { Compaction } from './compaction.ts';
import { Connection, type Ending } from './connection.ts';
import type { RecordSize } from './merge-plan.ts';
import { databaseName, TeamDatabase } from './team-database.ts';
import { WriteQueue } from './write-queue.ts';

const ENDINGS: Readonly<Record<Ending, string>> = {
  erasedElsewhere: 'Another tab has left this team.',
  cleared: 'What this browser had stored of this team was cleared.',
};

const sizesOf = (records: readonly StoredRecord[]): readonly RecordSize[] =>
  records.flatMap(({ key, value }) => (value instanceof Uint8Array ? [{ key: Number(key), bytes: value.length }] : []));

class TeamStorage implements Storage {
  readonly #doc: Doc;
  readonly #name: string;
  readonly #listeners = new Set<(fault: StorageFault) => void>();
  readonly #queue: WriteQueue;
  readonly #connection: Connection;
  readonly #compaction: Compaction;
  #isOver = false;
  /** The fault last told: the same one is not told twice in a row. */
  #told: StorageFault['reason'] | null = null;
  #loading: Promise<void> | null = null;

  constructor(doc: Doc, teamId: string) {
    this.#doc = doc;
    this.#name = databaseName(teamId);
    const onFailure = (error: unknown): void => this.#tell(faultOf(error));
    this.#connection = new Connection(this.#name, { onFailure, onEnd: (ending) => this.#onEnd(ending) });
    this.#queue = new WriteQueue((updates) => this.#commit(updates), onFailure);
    this.#compaction = new Compaction(async (run) => (await this.#connection.database()).merge(run));
    if (doc.store.clients.size > 0) this.#queue.add(encodeStateAsUpdate(doc));
    doc.on('update', this.#keep);
  }

  readonly #keep = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this) this.#queue.add(update);
  };

  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    try {
      await this.#connection.database();
      // Once more, in case the connection went away under way.
      const records = await this.#read().catch(() => this.#read());
      if (records.length > 0) this.#connection.markStored();
      this.#queue.start();
      await this.#apply(records);
    } catch (error) {
      this.#tell(faultOf(error));
      // What cannot be read can perhaps still be written.
      if (this.#connection.isOpen) this.#queue.start();
      else this.#end();
    }
  }

  async #read(): Promise<readonly StoredRecord[]> {
    return (await this.#connection.database()).read();
  }

  async #apply(records: readonly StoredRecord[]): Promise<void> {
    const unreadable = new Set(await applyRecords(this.#doc, records, this));
    this.#compaction.begin(sizesOf(records.filter((record) => !unreadable.has(record))));
    if (unreadable.size === 0) return;
    this.#tell({ reason: 'corrupt', detail: `${unreadable.size} of ${records.length} records could not be read.` });
    await (await this.#connection.database()).setAside([...unreadable]);
  }

  saved(): Promise<boolean> {
    return this.#queue.saved();
  }

  async #commit(updates: readonly Uint8Array[]): Promise<void> {
    try {
      await this.#append(updates);
    } catch (error) {
      if (faultOf(error).reason !== 'closed' || this.#isOver) throw error;
      // The connection went away under way: once more on a new one.
      this.#connection.drop();
      await this.#append(updates);
    }
    this.#told = null;
  }

  async #append(updates: readonly Uint8Array[]): Promise<void> {
    const database = await this.#connection.database();
    this.#compaction.add(await database.append(updates));
    this.#connection.markStored();
  }

  onFault(listener: (fault: StorageFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(fault: StorageFault): void {
    if (this.#told === fault.reason) return;
    this.#told = fault.reason;
    for (const listener of this.#listeners) listener(fault);
  }

  #onEnd(ending: Ending): void {
    this.#end();
    this.#tell({ reason: 'closed', detail: ENDINGS[ending] });
  }

  #end(): void {
    this.#isOver = true;
    this.#doc.off('update', this.#keep);
    this.#queue.end();
  }

  async close(): Promise<void> {
    await this.#loading;
    if (!this.#isOver && this.#loading !== null) await this.#queue.saved();
    this.#end();
    this.#connection.close();
  }

  async erase(): Promise<void> {
    this.#end();
    await this.#loading;
    this.#connection.close();
    try {
      await TeamDatabase.erase(this.#name);
    } catch (error) {
      this.#told = null;
      this.#tell(faultOf(error, 'blocked'));
    }
  }
}

/** Listens to the document from now on; `load` opens the database. */
export const createTeamStorage = (doc: Doc, teamId: string): Storage => new TeamStorage(doc, teamId);
