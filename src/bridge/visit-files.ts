// The files of one customer: those of a message are here, judged and kept, before it counts as said; those of this
// conversation are given back. Keeps true: a customer is given only what stands in it (AK2), nobody who merely knows a
// hash has it enter here, and nothing comes in that is not what it says, or beyond what may be brought.

import type { Conversation } from '../domain/conversation-state.ts';
import { judgeFile, kindByName } from '../files/kinds.ts';
import type { Bytes, SentFile } from '../files/sent-file.ts';
import type { FileTraffic } from '../files/traffic.ts';
import type { RefusedWhy } from '../knock/words.ts';
import { Allowance } from './allowance.ts';
import type { BridgeOptions, VisitReading } from './bridge-desk.ts';

/** Of one conversation. */
const MOST_BYTES = 50 * 1024 * 1024;
/** Each is read once while its parts are asked for in their order. */
const READS = { burst: 100, perSecond: 2 };
/** How often it is told how far one has come. */
const TOLD_STEPS = 20;

const sizeOf = (files: readonly SentFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

export interface VisitFilesOptions {
  readonly store: BridgeOptions['files'];
  traffic(): FileTraffic;
  mono(): number;
  /** So many bytes more may come in from customers now. */
  mayBring(bytes: number): boolean;
  told(sending: VisitReading['sending']): void;
}

export class VisitFiles {
  readonly #options: VisitFilesOptions;
  readonly #reads: Allowance;
  readonly #given = new Set<string>();
  /** By this customer, on this connection. */
  readonly #brought = new Set<string>();
  #toldStep = -1;

  constructor(options: VisitFilesOptions) {
    this.#options = options;
    this.#reads = new Allowance(READS, options.mono());
  }

  /** They stand in this customer's conversation. */
  offer(files: readonly SentFile[]): void {
    for (const { hash } of files) this.#given.add(hash);
  }

  find(hash: string): Promise<Bytes | null> {
    const mayHave = this.#given.has(hash) && this.#reads.take(this.#options.mono());
    return mayHave ? this.#options.store.read(hash) : Promise.resolve(null);
  }

  /** Null once all of them are kept here; else why not. */
  async take(files: readonly SentFile[], conversation: Conversation | undefined): Promise<RefusedWhy | null> {
    const before = this.#named(conversation).filter(({ hash }) => files.every((file) => file.hash !== hash));
    if (sizeOf(before) + sizeOf(files) > MOST_BYTES) return 'filesTooMuch';
    if (files.some(({ name }) => kindByName(name) === null)) return 'badFile';
    for (const file of files) {
      const why = await this.#takeOne(file);
      if (why !== null) return why;
    }
    return null;
  }

  /** What the log names of this customer and is not here: whoever took it in is gone, and may be for good (FI4). */
  async recover(conversation: Conversation | undefined): Promise<void> {
    for (const file of this.#named(conversation))
      if ((await this.#options.store.read(file.hash)) === null) await this.#takeOne(file);
  }

  async #takeOne(file: SentFile): Promise<RefusedWhy | null> {
    const { store, traffic, mayBring } = this.#options;
    const { name, bytes: size, hash } = file;
    if (this.#brought.has(hash) && (await store.read(hash)) !== null) return null;
    if (!mayBring(size)) return 'noRoom';
    this.#tell(name, 0);
    const bytes = await traffic().fetch(file, (received) => this.#tell(name, received / size));
    this.#toldStep = -1;
    this.#options.told(null);
    if (bytes === null || !judgeFile(name, bytes).ok) return 'badFile';
    if (!(await store.keep(file, bytes))) return 'noRoom';
    this.#brought.add(hash);
    return null;
  }

  #tell(name: string, ratio: number): void {
    const step = Math.floor(ratio * TOLD_STEPS);
    if (step === this.#toldStep) return;
    this.#toldStep = step;
    this.#options.told({ name, ratio });
  }

  /** Each once. */
  #named(conversation: Conversation | undefined): readonly SentFile[] {
    const files = new Map<string, SentFile>();
    for (const entry of conversation?.entries ?? [])
      if (entry.kind === 'message' && entry.from === 'customer')
        for (const file of entry.files ?? []) files.set(file.hash, file);
    return [...files.values()];
  }
}
