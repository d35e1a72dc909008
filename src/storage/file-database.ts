// The bytes of a team's files in a database of their own, in this browser. Keeps true: what is read has its hash, and
// what has not is deleted; a write is told as done once the disk has it; nothing throws and nothing hangs where the
// browser refuses. The other tabs of this profile hear what was kept.

import type { FileStore } from '../files/file-store.ts';
import { hashOf, type Bytes } from '../files/sent-file.ts';
import { deleteDatabase, faultOf, openDatabase } from '../platform/database.ts';
import { readAll, readKeys, readOne, write } from '../platform/transactions.ts';

const BYTES = 'bytes';
/** How large each is, so that to sum them up reads no bytes. */
const SIZES = 'sizes';

const isBytes = (value: unknown): value is Bytes => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;

export class FileDatabase implements FileStore {
  readonly #name: string;
  readonly #listeners = new Set<(hash: string) => void>();
  readonly #tabs: BroadcastChannel | null;
  #opening: Promise<IDBDatabase> | null = null;
  #isOver = false;

  constructor(teamId: string) {
    this.#name = `deskmesh-files-${teamId}`;
    this.#tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(this.#name);
    if (this.#tabs === null) return;
    this.#tabs.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') this.#tell(data);
    };
  }

  async hashes(): Promise<ReadonlySet<string>> {
    return new Set((await this.#tried((database) => readKeys(database, BYTES), [])).map(String));
  }

  async read(hash: string): Promise<Bytes | null> {
    const value = await this.#tried(async (database) => (await readOne(database, BYTES, hash)).value, undefined);
    if (value === undefined) return null;
    if (isBytes(value) && (await hashOf(value)) === hash) return value;
    await this.#tried(
      (database) =>
        write(database, [BYTES, SIZES], (transaction) => {
          transaction.objectStore(BYTES).delete(hash);
          transaction.objectStore(SIZES).delete(hash);
        }),
      undefined,
    );
    return null;
  }

  async keep(hash: string, bytes: Bytes): Promise<boolean> {
    const isKept = await this.#tried(async (database) => {
      await write(database, [BYTES, SIZES], (transaction) => {
        transaction.objectStore(BYTES).put(bytes, hash);
        transaction.objectStore(SIZES).put(bytes.length, hash);
      });
      return true;
    }, false);
    if (!isKept || this.#isOver) return isKept;
    this.#tabs?.postMessage(hash);
    this.#tell(hash);
    return true;
  }

  onKept(listener: (hash: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async usedBytes(): Promise<number> {
    const sizes = await this.#tried((database) => readAll(database, SIZES), []);
    return sizes.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0);
  }

  close(): void {
    this.#isOver = true;
    this.#listeners.clear();
    if (this.#tabs !== null) this.#tabs.onmessage = null;
    this.#tabs?.close();
    void this.#opening?.then(
      (database) => database.close(),
      () => undefined,
    );
  }

  /** Where another tab holds on to it, it is deleted when that tab lets go. */
  async erase(): Promise<void> {
    this.close();
    await deleteDatabase(this.#name).catch(() => undefined);
  }

  async #tried<T>(work: (database: IDBDatabase) => Promise<T>, otherwise: T, isAgain = false): Promise<T> {
    if (this.#isOver) return otherwise;
    const opening = this.#database();
    try {
      return await work(await opening);
    } catch (error) {
      // The next use opens the database anew.
      if (this.#opening === opening) this.#opening = null;
      // That the browser took a connection away may show only when it is used: what is here is not to seem lost.
      if (isAgain || faultOf(error).reason !== 'closed') return otherwise;
      return this.#tried(work, otherwise, true);
    }
  }

  #database(): Promise<IDBDatabase> {
    this.#opening ??= openDatabase({ name: this.#name, stores: [{ name: BYTES }, { name: SIZES }] }, (loss) => {
      this.#opening = null;
      // Deleted from another tab: to write again would bring it back. Laid out anew: not ours to write.
      if (loss !== 'closed') this.#isOver = true;
    });
    return this.#opening;
  }

  #tell(hash: string): void {
    for (const listener of this.#listeners) listener(hash);
  }
}
