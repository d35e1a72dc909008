// One tab's place in the team's folder of the second copy: the file of its present generation, the one before
// it, and what is needed to enter the team. Decides when a file may go: once a newer one holds the whole document
// and is on the disk, or where the disk is full. Only in a worker.

import { HEAD_BYTES, wholeBytesOf, type Frame } from './copy-frames.ts';
import { Generation, openFile, type SyncFile } from './copy-generation.ts';
import { fileName, identityName, parseFileName, PLACES, type CopySize } from './copy-requests.ts';
import { IdentityPages } from './identity-pages.ts';

const namesIn = async (folder: FileSystemDirectoryHandle): Promise<string[]> => {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
};

const isWholeFile = async (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> => {
  const file = await (await folder.getFileHandle(name)).getFile();
  return (wholeBytesOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())) ?? 0) > 0;
};

type Release = () => void;

/** The lock of a place; null where another tab has it. */
const lockPlace = (folder: string, place: number): Promise<Release | null> =>
  new Promise((resolve, reject) => {
    const hold = (lock: Lock | null): Promise<void> => {
      if (lock !== null) return new Promise((release) => resolve(release));
      resolve(null);
      return Promise.resolve();
    };
    navigator.locks.request(`${folder}/${place}`, { ifAvailable: true }, hold).catch(reject);
  });

interface Parts {
  readonly folder: FileSystemDirectoryHandle;
  readonly place: number;
  readonly release: Release;
  readonly identity: IdentityPages;
}

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

export class CopyPlace {
  readonly #parts: Parts;
  #present: Generation;
  /** While a new generation is written: what is added meanwhile goes into both. */
  #next: Generation | null = null;
  #isWhole: boolean;

  private constructor(parts: Parts, present: Generation, isWhole: boolean) {
    this.#parts = parts;
    this.#present = present;
    this.#isWhole = isWhole;
  }

  /** Null where every place is taken. */
  static async open(name: string): Promise<CopyPlace | null> {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(name, { create: true });
    for (let place = 0; place < PLACES; place += 1) {
      const release = await lockPlace(name, place);
      const opened = release === null ? null : await CopyPlace.#enter(folder, place, release);
      if (opened !== null) return opened;
    }
    return null;
  }

  static async #enter(folder: FileSystemDirectoryHandle, place: number, release: Release): Promise<CopyPlace | null> {
    const opened: SyncFile[] = [];
    const open = async (name: string): Promise<SyncFile> => {
      const file = await openFile(folder, name);
      opened.push(file);
      return file;
    };
    try {
      const files = (await namesIn(folder)).filter((name) => parseFileName(name) !== null);
      const wholes = await Promise.all(files.map((name) => isWholeFile(folder, name)));
      const own = files.flatMap((name) => parseFileName(name) ?? []).filter((file) => file.place === place);
      const number = Math.max(0, ...own.map(({ generation }) => generation));
      const present = new Generation(await open(fileName(place, number)), number);
      const identity = new IdentityPages(await open(identityName(place)));
      return new CopyPlace({ folder, place, release, identity }, present, wholes.includes(true));
    } catch {
      // A page that is just going still holds the file: there are other places.
      for (const file of opened) file.close();
      release();
      return null;
    }
  }

  get size(): CopySize {
    const { bytes, wholeBytes } = this.#present;
    return { bytes, wholeBytes, isWhole: this.#isWhole };
  }

  async append(frames: readonly Frame[]): Promise<void> {
    try {
      this.#write(frames);
    } catch (error) {
      if (!isFull(error)) throw error;
      await this.#makeRoom();
      this.#write(frames);
    }
  }

  #write(frames: readonly Frame[]): void {
    this.#present.append(frames);
    this.#present.flush();
    this.#next?.append(frames);
  }

  keepIdentity(bytes: Uint8Array): void {
    this.#parts.identity.write(bytes);
  }

  async renew(): Promise<void> {
    const number = this.#present.number + 1;
    this.#next = new Generation(await openFile(this.#parts.folder, fileName(this.#parts.place, number)), number);
  }

  async addWhole(frames: readonly Frame[]): Promise<void> {
    try {
      this.#next?.append(frames);
    } catch (error) {
      await this.#makeRoom();
      throw error;
    }
  }

  async finish(forgets: boolean): Promise<void> {
    const next = this.#next;
    if (next === null) throw new Error('There is no new generation.');
    next.markWhole();
    this.#next = null;
    this.#present.close();
    this.#present = next;
    this.#isWhole = true;
    await this.#tidy(forgets ? next.number : next.number - 1);
  }

  /** What is not needed gives way: the half of a new generation, and the former one. */
  async #makeRoom(): Promise<void> {
    const { folder, place } = this.#parts;
    const half = this.#next;
    this.#next = null;
    half?.close();
    if (half !== null) await folder.removeEntry(fileName(place, half.number));
    await this.#removeOwn(this.#present.number);
  }

  async #removeOwn(oldest: number): Promise<void> {
    for (const name of await namesIn(this.#parts.folder)) {
      const file = parseFileName(name);
      const isOld = file?.place === this.#parts.place && file.generation < oldest;
      if (isOld) await this.#parts.folder.removeEntry(name);
    }
  }

  /** The whole document is here: what is older, and what tabs left that are gone, may go. */
  async #tidy(oldest: number): Promise<void> {
    await this.#removeOwn(oldest);
    const { folder } = this.#parts;
    for (let place = 0; place < PLACES; place += 1) {
      const release = place === this.#parts.place ? null : await lockPlace(folder.name, place);
      if (release === null) continue;
      const left = (await namesIn(folder)).filter((name) => parseFileName(name)?.place === place);
      for (const name of left) await folder.removeEntry(name);
      release();
    }
  }

  close(): void {
    this.#present.close();
    this.#next?.close();
    this.#parts.identity.close();
    this.#parts.release();
  }
}
