// Every file that the log names, on this device too (FI2). Decides what is fetched next: what somebody looks at, then
// the newest; one at a time. Keeps true: only bytes that have their hash are kept; a file that nobody brings is asked
// for again when a peer comes, and now and then; a full disk ends the fetching of what nobody looks at. The random
// pause before an unwanted one keeps thirty laptops from asking the one that has it at once. Leaves out how bytes
// travel (traffic.ts) and where they lie (file-store.ts).

import type { FileStore } from './file-store.ts';
import { judgeFile, whyNotSize, type WhyNotFile } from './kinds.ts';
import { describeFile, type Bytes, type SentFile } from './sent-file.ts';
import type { FileTimers } from './traffic.ts';

const MOST_PAUSE_MS = 1_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 60_000;

/** What it needs of the mesh. */
export interface FileCarrier {
  /** From whichever connected peer has it, one asked after another; null where none brings it. */
  fetchFile(file: SentFile, told: (receivedBytes: number) => void): Promise<Bytes | null>;
  /** What peers that ask are given. */
  giveFiles(find: (hash: string) => Promise<Bytes | null>): void;
  subscribe(listener: (event: { readonly kind: string }) => void): () => void;
}

export interface FileKeeperOptions {
  readonly store: FileStore;
  readonly carrier: FileCarrier;
  readonly timers: FileTimers;
  /** What the log names, in the order in which it became known. */
  files(): ReadonlyMap<string, SentFile>;
  /** There may be more. */
  onFiles(listener: () => void): () => void;
}

export type Added =
  | { readonly ok: true; readonly file: SentFile }
  | { readonly ok: false; readonly why: WhyNotFile | 'notKept' };

export class FileKeeper {
  readonly #options: FileKeeperOptions;
  readonly #here = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #ends: (() => void)[] = [];
  /** Looked at and not here, the last first. */
  #wanted: readonly string[] = [];
  /** Nobody brought them since the last retry. */
  readonly #missed = new Set<string>();
  #coming: { readonly hash: string; receivedBytes: number } | null = null;
  #retryMs = FIRST_RETRY_MS;
  #stopWaiting: () => void = () => undefined;
  #endPause: () => void = () => undefined;
  #isFetching = false;
  #isFull = false;
  #isClosed = false;

  constructor(options: FileKeeperOptions) {
    this.#options = options;
  }

  /** Resolves when it is known what is here. */
  async start(): Promise<void> {
    const { store, carrier, onFiles } = this.#options;
    for (const hash of await store.hashes()) this.#here.add(hash);
    if (this.#isClosed) return;
    carrier.giveFiles((hash) => this.read(hash));
    this.#ends.push(
      store.onKept((hash) => this.#isHere(hash)),
      onFiles(() => void this.#fetch()),
      carrier.subscribe(({ kind }) => {
        if (kind === 'caughtUp') this.#again();
      }),
    );
    void this.#fetch();
  }

  /** `awaited`: no reachable teammate has brought it yet. */
  stateOf(hash: string): 'here' | 'coming' | 'awaited' {
    if (this.#here.has(hash)) return 'here';
    return this.#coming?.hash === hash ? 'coming' : 'awaited';
  }

  receivedBytes(hash: string): number {
    return this.#coming?.hash === hash ? this.#coming.receivedBytes : 0;
  }

  /** From this device only. */
  async read(hash: string): Promise<Bytes | null> {
    const bytes = await this.#options.store.read(hash);
    if (bytes === null && this.#here.delete(hash)) {
      // Damaged, and dropped: a teammate's copy comes in its place.
      this.#tell();
      void this.#fetch();
    }
    return bytes;
  }

  /** Judged, and kept on this device. */
  async add(name: string, bytes: Bytes): Promise<Added> {
    const judged = judgeFile(name, bytes);
    if (!judged.ok) return judged;
    const file = await describeFile(name, bytes);
    return (await this.keep(file, bytes)) ? { ok: true, file } : { ok: false, why: 'notKept' };
  }

  /** Bytes that came by another way, judged already. True once they are on this device. */
  async keep({ hash }: SentFile, bytes: Bytes): Promise<boolean> {
    const isKept = await this.#options.store.keep(hash, bytes);
    if (isKept) this.#isHere(hash);
    return isKept;
  }

  /** Somebody looks at it: it is fetched before others. */
  want(hash: string): void {
    if (this.#here.has(hash) || this.#wanted[0] === hash) return;
    this.#wanted = [hash, ...this.#wanted.filter((each) => each !== hash)];
    this.#missed.delete(hash);
    this.#endPause();
    void this.#fetch();
  }

  /** A state may read differently. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  usedBytes(): Promise<number> {
    return this.#options.store.usedBytes();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWaiting();
    this.#endPause();
    for (const end of this.#ends.splice(0)) end();
    this.#options.carrier.giveFiles(() => Promise.resolve(null));
    this.#options.store.close();
  }

  #isHere(hash: string): void {
    this.#here.add(hash);
    this.#missed.delete(hash);
    this.#wanted = this.#wanted.filter((each) => each !== hash);
    this.#tell();
  }

  #again(): void {
    this.#retryMs = FIRST_RETRY_MS;
    this.#missed.clear();
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    for (let next = this.#next(); next !== null && !this.#isClosed; next = this.#next()) {
      if (!this.#wanted.includes(next.hash)) await this.#pause();
      // It may have come by another way, or another one is wanted now.
      if (this.#isClosed || this.#next()?.hash !== next.hash) continue;
      await this.#fetchOne(next);
    }
    this.#isFetching = false;
    if (this.#missed.size > 0) this.#retryLater();
  }

  async #fetchOne(file: SentFile): Promise<void> {
    const coming = { hash: file.hash, receivedBytes: 0 };
    this.#coming = coming;
    this.#tell();
    const bytes = await this.#options.carrier
      .fetchFile(file, (receivedBytes) => {
        coming.receivedBytes = receivedBytes;
        this.#tell();
      })
      .catch(() => null);
    this.#coming = null;
    if (this.#isClosed) return;
    if (bytes === null) this.#missed.add(file.hash);
    else if (!(await this.keep(file, bytes))) {
      this.#isFull = true;
      this.#missed.add(file.hash);
    }
    this.#tell();
  }

  #next(): SentFile | null {
    const files = this.#options.files();
    const isMissing = (hash: string): boolean => !this.#here.has(hash) && !this.#missed.has(hash);
    const wanted = this.#wanted.find((hash) => isMissing(hash) && files.has(hash));
    if (wanted !== undefined) return files.get(wanted) ?? null;
    if (this.#isFull) return null;
    let newest: SentFile | null = null;
    for (const [hash, file] of files) if (isMissing(hash) && whyNotSize(file.bytes) === null) newest = file;
    return newest;
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#options.timers.after(Math.random() * MOST_PAUSE_MS, resolve);
      this.#endPause = () => {
        stop();
        resolve();
      };
    });
  }

  #retryLater(): void {
    this.#stopWaiting();
    this.#stopWaiting = this.#options.timers.after(this.#retryMs, () => {
      this.#retryMs = Math.min(LONGEST_RETRY_MS, 2 * this.#retryMs);
      this.#missed.clear();
      this.#isFull = false;
      void this.#fetch();
    });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
