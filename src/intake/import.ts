// Brings a whole file in: in batches of about IMPORT_BATCH entries, each one transaction of the
// desk, with a turn for the browser after every batch, so that the screen stays quick. Storage sets
// the pace: the next batches wait until the former are kept. A stop keeps what is in.

import { IMPORT_BATCH } from '../domain/limits.ts';
import type { NewConversation } from '../engine/desk-types.ts';
import { nextTask } from '../platform/next-task.ts';
import type { ByteSource, Intake, IntakeItem } from './intake.ts';
import { SkipList, type Skipped } from './skip-list.ts';

/** What the desk does with a batch, implemented by the engine. */
export interface ImportTarget {
  /** One transaction. `known` were there already, also from earlier in the same file (QU1). */
  importBatch(conversations: readonly NewConversation[]): { readonly imported: number; readonly known: number };
  /** True once all that came in is kept on this device. */
  saved(): Promise<boolean>;
}

export interface ImportCounts {
  readonly imported: number;
  readonly known: number;
  readonly skipped: Skipped;
}

export interface ImportProgress extends ImportCounts {
  readonly bytes: number;
  /** From 0 to 1. */
  readonly fraction: number;
}

export interface ImportReport extends ImportCounts {
  /** `unreadable`: the file went away under way. `failed`: the desk refused a batch. */
  readonly ended: 'complete' | 'cancelled' | 'unreadable' | 'failed';
  /** Whether all that came in is kept on this device. */
  readonly isSaved: boolean;
}

export interface ImportOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

const BATCHES_BETWEEN_SAVES = 8;
/** Read without a batch, the browser gets a turn after so many bytes or skipped lines. */
const BYTES_A_TURN = 256 * 1024;
const SKIPS_A_TURN = 500;

class ImportRun {
  readonly #size: number;
  readonly #target: ImportTarget;
  readonly #options: ImportOptions;
  readonly #skips = new SkipList();
  #batch: NewConversation[] = [];
  #entries = 0;
  #imported = 0;
  #known = 0;
  #bytes = 0;
  #bytesAtTurn = 0;
  #skipsAtTurn = 0;
  #batches = 0;

  constructor(size: number, target: ImportTarget, options: ImportOptions) {
    this.#size = size;
    this.#target = target;
    this.#options = options;
  }

  async take(item: IntakeItem): Promise<void> {
    this.#bytes = item.bytes;
    if (item.kind === 'skipped') this.#skips.add(item.line, item.reason);
    if (item.kind === 'conversation') await this.#collect(item.conversation);
    const isLong = this.#bytes - this.#bytesAtTurn >= BYTES_A_TURN;
    if (isLong || this.#skips.total - this.#skipsAtTurn >= SKIPS_A_TURN) await this.#turn();
  }

  async #collect(conversation: NewConversation): Promise<void> {
    const entries = conversation.messages.length + 1;
    if (this.#entries > 0 && this.#entries + entries > IMPORT_BATCH) await this.flush();
    this.#batch.push(conversation);
    this.#entries += entries;
  }

  async flush(): Promise<void> {
    if (this.#batch.length === 0) return;
    const { imported, known } = this.#target.importBatch(this.#batch);
    this.#imported += imported;
    this.#known += known;
    this.#batch = [];
    this.#entries = 0;
    this.#batches += 1;
    if (this.#batches % BATCHES_BETWEEN_SAVES === 0) await this.#target.saved();
    await this.#turn();
  }

  async #turn(): Promise<void> {
    this.#bytesAtTurn = this.#bytes;
    this.#skipsAtTurn = this.#skips.total;
    this.#options.onProgress?.({ ...this.counts(), bytes: this.#bytes, fraction: this.#fraction() });
    await nextTask();
  }

  #fraction(): number {
    return this.#size === 0 ? 1 : Math.min(1, this.#bytes / this.#size);
  }

  counts(): ImportCounts {
    return { imported: this.#imported, known: this.#known, skipped: this.#skips.snapshot() };
  }
}

/** Reads to the end, the stop, or the fault; tells where the fault lay. */
const feed = async (
  items: AsyncIterable<IntakeItem>,
  run: ImportRun,
  signal: AbortSignal | undefined,
): Promise<ImportReport['ended']> => {
  const iterator = items[Symbol.asyncIterator]();
  try {
    while (signal?.aborted !== true) {
      const next = await iterator.next().catch(() => null);
      if (next === null) return 'unreadable';
      if (next.done === true) return 'complete';
      await run.take(next.value);
    }
    return 'cancelled';
  } finally {
    await iterator.return?.()?.catch(() => undefined);
  }
};

/** What was read before an unreadable place comes in as well: it was good. */
export const runImport = async (
  intake: Intake<ByteSource>,
  file: ByteSource,
  target: ImportTarget,
  options: ImportOptions = {},
): Promise<ImportReport> => {
  const run = new ImportRun(file.size, target, options);
  let ended: ImportReport['ended'] = 'failed';
  try {
    ended = await feed(intake.read(file), run, options.signal);
    if (ended !== 'cancelled') await run.flush();
  } catch {
    ended = 'failed';
  }
  const isSaved = await target.saved().catch(() => false);
  return { ...run.counts(), ended, isSaved };
};
