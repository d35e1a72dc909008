// The files of one customer: those of a message are here, judged and kept, before it counts as said; those of replies
// are given back. Keeps true: a customer is given only what stands in a reply of this conversation (AK2), and nothing
// comes in that is not what it says, or beyond what one conversation may bring.

import type { Conversation } from '../domain/conversation-state.ts';
import { judgeFile } from '../files/kinds.ts';
import type { Bytes, SentFile } from '../files/sent-file.ts';
import type { FileTraffic } from '../files/traffic.ts';
import type { RefusedWhy } from '../knock/words.ts';
import type { BridgeOptions, VisitReading } from './bridge-desk.ts';

/** Of one conversation. */
const MOST_BYTES = 50 * 1024 * 1024;

const sizeOf = (files: readonly SentFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

export class VisitFiles {
  readonly #store: BridgeOptions['files'];
  readonly #traffic: () => FileTraffic;
  readonly #told: (sending: VisitReading['sending']) => void;
  readonly #given = new Set<string>();

  constructor(
    store: BridgeOptions['files'],
    traffic: () => FileTraffic,
    told: (sending: VisitReading['sending']) => void,
  ) {
    this.#store = store;
    this.#traffic = traffic;
    this.#told = told;
  }

  /** They stand in a reply to this customer. */
  offer(files: readonly SentFile[]): void {
    for (const { hash } of files) this.#given.add(hash);
  }

  find(hash: string): Promise<Bytes | null> {
    return this.#given.has(hash) ? this.#store.read(hash) : Promise.resolve(null);
  }

  /** Null once all of them are kept here; else why not. */
  async take(files: readonly SentFile[], conversation: Conversation | undefined): Promise<RefusedWhy | null> {
    if (this.#bytesOf(conversation) + sizeOf(files) > MOST_BYTES) return 'filesTooMuch';
    for (const file of files) {
      const why = await this.#takeOne(file);
      if (why !== null) return why;
    }
    return null;
  }

  async #takeOne(file: SentFile): Promise<RefusedWhy | null> {
    const { name, bytes: size } = file;
    this.#told({ name, ratio: 0 });
    const bytes = await this.#traffic().fetch(file, (received) => this.#told({ name, ratio: received / size }));
    this.#told(null);
    if (bytes === null || !judgeFile(name, bytes).ok) return 'badFile';
    return (await this.#store.keep(file, bytes)) ? null : 'noRoom';
  }

  #bytesOf(conversation: Conversation | undefined): number {
    let sum = 0;
    for (const entry of conversation?.entries ?? [])
      if (entry.kind === 'message' && entry.files !== undefined) sum += sizeOf(entry.files);
    return sum;
  }
}
