// The files of one connection, both ways. Whoever wants one asks for its parts, a few ahead, and so sets the pace;
// who gives reads ahead of nothing and stands back while other things wait to go out. Keeps true: what is handed
// over has the hash that was asked for; no more is held than one file that is coming and one that is going. A
// connection that ends, falls silent or sends what was not asked for gives null, and another is asked.

import { PART_BYTES, parseFileMessage, writeFileMessage, type FileMessage } from './parts.ts';
import { hashOf, type Bytes, type SentFile } from './sent-file.ts';

/** Parts asked for and not here yet: 256 kB under way keep a link of 50 ms at 5 MB a second. */
const AHEAD = 8;
/** Asks that wait here; who is honest has no more than `AHEAD`. */
const MOST_ASKS = 4 * AHEAD;
/** While so much waits to go out, files wait. */
const BUSY_BYTES = 64 * 1024;
const LOOK_AGAIN_MS = 10;
const SILENCE_MS = 8_000;
/** How long the file that was asked for last is held in memory. */
const HOLD_MS = 10_000;

export interface FileTimers {
  after(ms: number, ring: () => void): () => void;
}

export const SYSTEM_TIMERS: FileTimers = {
  after(ms, ring) {
    const timer = setTimeout(ring, ms);
    return () => clearTimeout(timer);
  },
};

export interface FileLine {
  post(message: Uint8Array<ArrayBuffer>): void;
  /** Bytes posted that have not left this page. */
  readonly queuedBytes: number;
}

export interface FileTrafficOptions {
  readonly line: FileLine;
  readonly timers: FileTimers;
  /** The bytes, where they are here and this other side may have them. */
  find(hash: string): Promise<Bytes | null>;
  /** The other side was given it up to here. */
  gave?(hash: string, upToBytes: number): void;
}

interface Coming {
  readonly file: SentFile;
  readonly bytes: Bytes;
  received: number;
  asked: number;
  told(receivedBytes: number): void;
  done(bytes: Bytes | null): void;
  stopTimer(): void;
}

export class FileTraffic {
  readonly #options: FileTrafficOptions;
  readonly #asks: (FileMessage & { kind: 'ask' })[] = [];
  #coming: Coming | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #held: { readonly hash: string; readonly bytes: Bytes } | null = null;
  #letGo: () => void = () => undefined;
  #stopLooking: () => void = () => undefined;
  #isGiving = false;
  #isClosed = false;

  constructor(options: FileTrafficOptions) {
    this.#options = options;
  }

  /** The bytes, checked; null where the other side has none, or the connection does not bring them. One after the
   * other. `told` says how much is here. */
  fetch(file: SentFile, told: (receivedBytes: number) => void = () => undefined): Promise<Bytes | null> {
    const turn = this.#turn.then(() => this.#fetchNow(file, told));
    this.#turn = turn;
    return turn;
  }

  /** False where it is no message of this kind. */
  heard(message: Uint8Array): boolean {
    const parsed = parseFileMessage(message);
    if (parsed === null) return false;
    switch (parsed.kind) {
      case 'ask':
        // More than anybody of good faith asks at once: the rest is left unanswered.
        if (this.#asks.length < MOST_ASKS) this.#asks.push(parsed);
        void this.#give();
        return true;
      case 'part':
        this.#take(parsed);
        return true;
      case 'lack':
        if (this.#coming?.file.hash === parsed.hash) this.#end(null);
        return true;
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#asks.length = 0;
    this.#letGo();
    this.#stopLooking();
    this.#held = null;
    this.#end(null);
  }

  async #fetchNow(file: SentFile, told: (receivedBytes: number) => void): Promise<Bytes | null> {
    if (this.#isClosed) return null;
    const bytes = await new Promise<Bytes | null>((done) => {
      this.#coming = {
        file,
        bytes: new Uint8Array(file.bytes),
        received: 0,
        asked: 0,
        told,
        done,
        stopTimer: this.#options.timers.after(SILENCE_MS, () => this.#end(null)),
      };
      this.#ask(this.#coming);
    });
    return bytes !== null && (await hashOf(bytes)) === file.hash ? bytes : null;
  }

  #ask(coming: Coming): void {
    const { hash, bytes } = coming.file;
    while (coming.asked < bytes && coming.asked - coming.received < AHEAD * PART_BYTES) {
      this.#post({ kind: 'ask', hash, at: coming.asked });
      coming.asked += PART_BYTES;
    }
  }

  #take({ hash, at, bytes }: FileMessage & { kind: 'part' }): void {
    const coming = this.#coming;
    // Of one that was given up.
    if (coming === null || coming.file.hash !== hash) return;
    const wanted = Math.min(PART_BYTES, coming.file.bytes - coming.received);
    if (at !== coming.received || bytes.length !== wanted) return this.#end(null);
    coming.bytes.set(bytes, at);
    coming.received += bytes.length;
    coming.told(coming.received);
    if (coming.received === coming.file.bytes) return this.#end(coming.bytes);
    coming.stopTimer();
    coming.stopTimer = this.#options.timers.after(SILENCE_MS, () => this.#end(null));
    this.#ask(coming);
  }

  #end(bytes: Bytes | null): void {
    const coming = this.#coming;
    if (coming === null) return;
    this.#coming = null;
    coming.stopTimer();
    coming.done(bytes);
  }

  /** As far as there is room now; the next ask, or a moment later, goes on. */
  async #give(): Promise<void> {
    if (this.#isGiving) return;
    this.#isGiving = true;
    while (this.#asks.length > 0 && !this.#isClosed && this.#options.line.queuedBytes <= BUSY_BYTES) {
      const ask = this.#asks.shift();
      if (ask !== undefined) await this.#answer(ask);
    }
    this.#isGiving = false;
    this.#stopLooking();
    if (this.#asks.length > 0 && !this.#isClosed)
      this.#stopLooking = this.#options.timers.after(LOOK_AGAIN_MS, () => void this.#give());
  }

  async #answer({ hash, at }: FileMessage & { kind: 'ask' }): Promise<void> {
    const bytes = await this.#find(hash);
    if (this.#isClosed) return;
    const part = bytes?.subarray(at, at + PART_BYTES) ?? new Uint8Array();
    if (part.length === 0) this.#post({ kind: 'lack', hash });
    else {
      this.#post({ kind: 'part', hash, at, bytes: part });
      this.#options.gave?.(hash, at + part.length);
    }
  }

  async #find(hash: string): Promise<Bytes | null> {
    this.#letGo();
    this.#letGo = this.#options.timers.after(HOLD_MS, () => (this.#held = null));
    if (this.#held?.hash === hash) return this.#held.bytes;
    const bytes = await this.#options.find(hash).catch(() => null);
    this.#held = bytes === null ? null : { hash, bytes };
    return bytes;
  }

  #post(message: FileMessage): void {
    this.#options.line.post(writeFileMessage(message));
  }
}
