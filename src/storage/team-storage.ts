// The Storage port: a team's document in IndexedDB. "Saved on this device" means that the transaction
// which holds it has completed. y-indexeddb gives the layout, its trim size and the erasing; its own
// writing and loading are not used, see docs/decisions/0003-storage.md. No failure of the database
// reaches Yjs or stays unheard: each is a fault, told once, and the desk works on in memory. Beside it a second
// copy is written, where the browser has a place for one, and "saved" waits for both (second-copy.ts).

import {
  applyUpdate,
  decodeStateVector,
  encodeStateAsUpdate,
  encodeStateVector,
  type Doc,
  type Transaction,
} from 'yjs';
import type { Storage, StorageCondition, StorageFault } from '../engine/ports.ts';
import { DatabaseError, faultOf, inTime, unlessStalled } from '../platform/database.ts';
import type { TeamIdentity } from '../platform/identities.ts';
import type { StoredRecord } from '../platform/transactions.ts';
import { slicesBeyond } from '../mesh/slices.ts';
import { applyRecords, hasGap } from './apply-records.ts';
import { Compaction } from './compaction.ts';
import { Connection, type Ending } from './connection.ts';
import { mend } from './mending.ts';
import type { RecordSize } from './merge-plan.ts';
import { SecondCopy } from './second-copy.ts';
import { databaseName, TeamDatabase } from './team-database.ts';
import { WriteQueue } from './write-queue.ts';

/** So long without a sign of the database: another tab holds it, or the disk is at fault. */
const PATIENCE_MS = 8000;

const ENDINGS: Readonly<Record<Ending, StorageFault>> = {
  erasedElsewhere: { reason: 'closed', detail: 'Another tab has left this team.' },
  upgradedElsewhere: { reason: 'outdated', detail: 'Another tab runs a newer version of the desk.' },
  cleared: { reason: 'closed', detail: 'What this browser had stored of this team was cleared.' },
};

/** While one of these lasts, nothing is saved here. */
const LASTING: ReadonlySet<StorageFault['reason']> = new Set(['blocked', 'full', 'closed', 'unknown']);

/** A key that is no number is none of the desk's: such a record is read, and left where it is. */
const sizesOf = (records: readonly StoredRecord[]): readonly RecordSize[] =>
  records.flatMap(({ key, value }) =>
    typeof key === 'number' && value instanceof Uint8Array ? [{ key, bytes: value.length }] : [],
  );

class TeamStorage implements Storage {
  readonly #doc: Doc;
  readonly #name: string;
  readonly #listeners = new Set<(fault: StorageFault) => void>();
  readonly #queue: WriteQueue;
  readonly #connection: Connection;
  readonly #compaction: Compaction;
  readonly #copy: SecondCopy;
  #isOver = false;
  /** Records that were found at the start. */
  #count = 0;
  #setAside = 0;
  #broughtBack = 0;
  /** The fault last told: the same one is not told twice in a row. */
  #told: StorageFault['reason'] | null = null;
  /** Until a transaction has completed again. */
  #isFailing = false;
  #loading: Promise<void> | null = null;

  constructor(doc: Doc, teamId: string, identity: TeamIdentity | null) {
    this.#doc = doc;
    this.#copy = new SecondCopy(doc, teamId, identity);
    this.#name = databaseName(teamId);
    const onFailure = (error: unknown): void => this.#tell(faultOf(error));
    this.#connection = new Connection(this.#name, { onFailure, onEnd: (ending) => this.#onEnd(ending) });
    this.#queue = new WriteQueue((updates) => this.#commit(updates), onFailure);
    this.#compaction = new Compaction(async (run) => (await this.#connection.database()).merge(run));
    if (doc.store.clients.size > 0) this.#queue.add(encodeStateAsUpdate(doc));
    doc.on('afterTransaction', this.#keepEarly);
  }

  /** While it loads: to listen to updates would make Yjs write all that is loaded a second time. */
  readonly #keepEarly = ({ origin, changed, beforeState }: Transaction, doc: Doc): void => {
    if (origin !== this && changed.size > 0) this.#queue.add(encodeStateAsUpdate(doc, encodeStateVector(beforeState)));
  };

  #keepFromNowOn(): void {
    this.#doc.off('afterTransaction', this.#keepEarly);
    if (!this.#isOver) this.#doc.on('update', this.#keep);
  }

  readonly #keep = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this) this.#queue.add(update);
  };

  load(): Promise<void> {
    const onStall = (): void => this.#tell({ reason: 'blocked', detail: 'The database does not answer.' });
    this.#loading ??= unlessStalled((sign) => this.#load(sign), PATIENCE_MS, onStall);
    void this.#loading.then(() => this.#keepFromNowOn());
    return this.#loading;
  }

  async #load(sign: () => void): Promise<void> {
    void this.#copy.look();
    let isDamaged = true;
    try {
      await this.#connection.database();
      sign();
      // Once more, in case the connection went away under way.
      const records = await this.#read(sign).catch(() => this.#read(sign));
      if (records.length > 0) this.#connection.markStored();
      this.#queue.start();
      isDamaged = await this.#takeIn(records, sign);
    } catch (error) {
      this.#tell(faultOf(error));
      // What cannot be read can perhaps still be written.
      if (this.#connection.isOpen) this.#queue.start();
      else this.#end();
    }
    await this.#rescue(isDamaged, sign);
    this.#tellDamage();
    if (!this.#isOver) this.#copy.start();
  }

  /** Takes in what the second copy has and the database has not, or has no more. */
  async #rescue(isDamaged: boolean, sign: () => void): Promise<void> {
    const { updates, isLoss } = await this.#copy.rescue(isDamaged, sign);
    if (updates.length === 0) return;
    const reached = decodeStateVector(encodeStateVector(this.#doc));
    const records = updates.map((value, key) => ({ key, value }));
    await applyRecords(this.#doc, records, this, sign).catch((error: unknown) => this.#tell(faultOf(error)));
    const slices = [...slicesBeyond(this.#doc, reached)];
    if (slices.length === 0) return;
    this.#copy.know(slices);
    for (const slice of slices) this.#queue.add(slice);
    if (isLoss) this.#tell({ reason: 'rescued', detail: `${updates.length} updates came back from the second copy.` });
  }

  async #read(sign: () => void): Promise<readonly StoredRecord[]> {
    return (await this.#connection.database()).read(sign);
  }

  /** True where the database was empty, or something in it was lost. */
  async #takeIn(records: readonly StoredRecord[], sign: () => void): Promise<boolean> {
    const { damaged, unchecked } = await applyRecords(this.#doc, records, this, sign);
    const unsound = new Set(damaged);
    this.#compaction.begin(sizesOf(records.filter((record) => !unsound.has(record))));
    this.#setAside = damaged.length;
    this.#count = records.length;
    const failure = await this.#mend(records, damaged).catch((error: unknown) => error);
    if (failure !== undefined) throw failure;
    if (unchecked.length > 0) await (await this.#connection.database()).addChecksums(unchecked);
    return records.length === 0 || this.#setAside + this.#broughtBack > 0 || hasGap(this.#doc);
  }

  async #mend(records: readonly StoredRecord[], damaged: readonly StoredRecord[]): Promise<void> {
    const { updates, setAside } = await mend(() => this.#connection.database(), records, damaged);
    for (const update of updates) applyUpdate(this.#doc, update, this);
    this.#setAside = setAside;
    this.#broughtBack = updates.length;
  }

  #tellDamage(): void {
    const { setAside, broughtBack, isIncomplete } = this.condition();
    if (setAside + broughtBack === 0 && !isIncomplete) return;
    const missing = isIncomplete ? ' What is missing is asked of teammates.' : '';
    const detail = `${setAside} of ${this.#count} records could not be read, ${broughtBack} came back.${missing}`;
    this.#tell({ reason: 'corrupt', detail });
  }

  condition(): StorageCondition {
    const [setAside, broughtBack, isIncomplete] = [this.#setAside, this.#broughtBack, hasGap(this.#doc)];
    return { setAside, broughtBack, isIncomplete, copy: this.#copy.condition };
  }

  saved(): Promise<boolean> {
    return this.#queue.saved();
  }

  async #commit(updates: readonly Uint8Array[]): Promise<void> {
    // At the same time, the slower one begun first: the two take little longer than the one.
    const stored = this.#store(updates);
    const copied = this.#copy.append(updates);
    await stored;
    await copied;
    if (this.#isFailing && !this.#isOver) this.#tell({ reason: 'mended', detail: 'All that waited is saved.' });
    this.#told = null;
  }

  async #store(updates: readonly Uint8Array[]): Promise<void> {
    try {
      await this.#append(updates);
    } catch (error) {
      if (faultOf(error).reason !== 'closed' || this.#isOver) throw error;
      // The connection went away under way: once more on a new one.
      this.#connection.drop();
      await this.#append(updates);
    }
  }

  async #append(updates: readonly Uint8Array[]): Promise<void> {
    const database = this.#connection.present ?? (await this.#connection.database());
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
    this.#isFailing = LASTING.has(fault.reason) || (this.#isFailing && fault.reason !== 'mended');
    for (const listener of this.#listeners) listener(fault);
  }

  #onEnd(ending: Ending): void {
    this.#end();
    this.#tell(ENDINGS[ending]);
  }

  #end(): void {
    this.#isOver = true;
    this.#doc.off('update', this.#keep);
    this.#doc.off('afterTransaction', this.#keepEarly);
    this.#queue.end();
    void this.#copy.close();
  }

  async close(): Promise<void> {
    await this.#loading;
    const last = this.#isOver || this.#loading === null ? null : this.#queue.saved();
    // A database that does not answer keeps nobody from closing.
    if (last !== null) await inTime(last, PATIENCE_MS, '').catch(() => false);
    this.#end();
    this.#connection.close();
    await this.#copy.close();
  }

  async erase(): Promise<void> {
    this.#end();
    await this.#loading;
    this.#connection.close();
    try {
      await TeamDatabase.erase(this.#name);
      if (!(await this.#copy.erase())) throw new DatabaseError('blocked', 'The second copy is held by another tab.');
    } catch (error) {
      this.#told = null;
      this.#tell(faultOf(error, 'blocked'));
    }
  }
}

/** Listens to the document from now on; `load` opens the database. */
export const createTeamStorage = (doc: Doc, teamId: string, identity: TeamIdentity | null = null): Storage =>
  new TeamStorage(doc, teamId, identity);
