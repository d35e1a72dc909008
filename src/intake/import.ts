// Brings whole files in: in batches of about IMPORT_BATCH entries, each one transaction of the
// desk, with a turn for the browser after every batch, so that the screen stays quick. Storage sets
// the pace: the next batches wait until the former are kept. A file that cannot be read is reported,
// and the next one is. A stop keeps what is in. Nothing begins before the desk has read its log.

import { IMPORT_BATCH } from '../domain/limits.ts';
import type { NewConversation } from '../engine/desk-types.ts';
import { nextTask } from '../platform/next-task.ts';
import type { SourceFile, WayOf } from './file-ways.ts';
import { FileTally, type ImportProgress, type ImportReport } from './import-report.ts';
import type { ByteSource, Intake, IntakeItem } from './intake.ts';
import { inOrder } from './oldest-first.ts';

/** What the desk does with a batch, implemented by the engine. */
export interface ImportTarget {
  /** Resolves once the desk takes something in: its log is read. */
  ready(): Promise<void>;
  /** One transaction. False for what was there already, also from earlier in the same file (QU1). */
  importBatch(conversations: readonly NewConversation[]): { readonly isNew: readonly boolean[] };
  /** True once all that came in is kept on this device. */
  saved(): Promise<boolean>;
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
  readonly tallies = new Map<SourceFile, FileTally>();
  readonly #size: number;
  readonly #target: ImportTarget;
  readonly #options: ImportOptions;
  #batch: { readonly conversation: NewConversation; readonly tally: FileTally }[] = [];
  #entries = 0;
  #imported = 0;
  #known = 0;
  #skipped = 0;
  #filesRead = 0;
  /** Of the files before this one, and of this one so far. */
  #bytesBefore = 0;
  #bytes = 0;
  #bytesAtTurn = 0;
  #skipsAtTurn = 0;
  #batches = 0;

  constructor(size: number, target: ImportTarget, options: ImportOptions) {
    this.#size = size;
    this.#target = target;
    this.#options = options;
  }

  get isStopped(): boolean {
    return this.#options.signal?.aborted === true;
  }

  /** To its end, or to the stop. */
  async read(file: SourceFile, way: Intake<ByteSource> | null): Promise<void> {
    const tally = new FileTally(file.name);
    this.tallies.set(file, tally);
    if (way === null) await this.#take({ kind: 'skipped', bytes: file.size, line: 1, reason: 'unknownFile' }, tally);
    else await this.#readBy(way, file, tally);
    this.#bytesBefore += file.size;
    this.#bytes = this.#bytesBefore;
    this.#filesRead += 1;
  }

  async #readBy(way: Intake<ByteSource>, file: SourceFile, tally: FileTally): Promise<void> {
    const iterator = way.read(file)[Symbol.asyncIterator]();
    try {
      while (!this.isStopped) {
        const next = await iterator.next().catch(() => null);
        // What was read before an unreadable place comes in as well: it was good.
        if (next === null)
          return await this.#take({ kind: 'skipped', bytes: file.size, line: 0, reason: 'unreadable' }, tally);
        if (next.done === true) return;
        await this.#take(next.value, tally);
      }
    } finally {
      await iterator.return?.()?.catch(() => undefined);
    }
  }

  async #take(item: IntakeItem, tally: FileTally): Promise<void> {
    this.#bytes = this.#bytesBefore + item.bytes;
    if (item.kind === 'skipped') {
      tally.skip(item.line, item.reason);
      this.#skipped += 1;
    }
    if (item.kind === 'conversation') await this.#collect(item.conversation, tally);
    const isLong = this.#bytes - this.#bytesAtTurn >= BYTES_A_TURN;
    if (isLong || this.#skipped - this.#skipsAtTurn >= SKIPS_A_TURN) await this.#turn();
  }

  async #collect(conversation: NewConversation, tally: FileTally): Promise<void> {
    const entries = conversation.messages.length + 1;
    if (this.#entries > 0 && this.#entries + entries > IMPORT_BATCH) await this.flush();
    this.#batch.push({ conversation, tally });
    this.#entries += entries;
  }

  async flush(): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) return;
    const { isNew } = this.#target.importBatch(batch.map(({ conversation }) => conversation));
    for (const [index, { tally }] of batch.entries()) {
      const field = isNew[index] === true ? 'imported' : 'known';
      tally[field] += 1;
      if (field === 'imported') this.#imported += 1;
      else this.#known += 1;
    }
    this.#batch = [];
    this.#entries = 0;
    this.#batches += 1;
    if (this.#batches % BATCHES_BETWEEN_SAVES === 0) await this.#target.saved();
    await this.#turn();
  }

  async #turn(): Promise<void> {
    this.#bytesAtTurn = this.#bytes;
    this.#skipsAtTurn = this.#skipped;
    const fraction = this.#size === 0 ? 1 : Math.min(1, this.#bytes / this.#size);
    this.#options.onProgress?.({ ...this.counts(), files: this.#filesRead, bytes: this.#bytes, fraction });
    await nextTask();
  }

  counts(): { readonly imported: number; readonly known: number; readonly skipped: number } {
    return { imported: this.#imported, known: this.#known, skipped: this.#skipped };
  }
}

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    else signal?.addEventListener('abort', () => resolve(), { once: true });
  });

const readAll = async (run: ImportRun, files: readonly SourceFile[], wayOf: WayOf): Promise<ImportReport['ended']> => {
  for (const { file, way } of await inOrder(files, wayOf)) {
    if (run.isStopped) return 'cancelled';
    await run.read(file, way);
  }
  if (run.isStopped) return 'cancelled';
  await run.flush();
  return 'complete';
};

export const runImport = async (
  files: readonly SourceFile[],
  wayOf: WayOf,
  target: ImportTarget,
  options: ImportOptions = {},
): Promise<ImportReport> => {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const run = new ImportRun(size, target, options);
  let ended: ImportReport['ended'] = 'cancelled';
  await Promise.race([target.ready(), aborted(options.signal)]);
  try {
    if (!run.isStopped) ended = await readAll(run, files, wayOf);
  } catch {
    ended = 'failed';
  }
  const isNone = run.tallies.size === 0;
  const isSaved = isNone || (await target.saved().catch(() => false));
  const reports = files.flatMap((file) => run.tallies.get(file)?.report() ?? []);
  return { ...run.counts(), ended, files: reports, fileCount: files.length, isSaved };
};
