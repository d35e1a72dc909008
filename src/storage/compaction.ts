// Keeps the number of records small, so that the next start is quick. It runs as soon as enough small
// records have come together and does not wait for a quiet moment, which a busy desk never has (I3 of
// the measured faults). What fails here fails softly: the records stay as they are, and one run that
// cannot be merged does not keep the others from it.

import { PREFERRED_TRIM_SIZE } from 'y-indexeddb';
import { nextTask } from '../platform/next-task.ts';
import { planRuns, type RecordSize, type Run } from './merge-plan.ts';

/** Then the disk is at fault, not a run. */
const MOST_FAILURES = 3;

export class Compaction {
  readonly #merge: (run: Run) => Promise<void>;
  #records: RecordSize[] = [];
  /** Records that a merge would put together. */
  #loose = 0;
  #isRunning = false;

  /** `merge` makes one record of a run in one transaction. */
  constructor(merge: (run: Run) => Promise<void>) {
    this.#merge = merge;
  }

  add(records: readonly RecordSize[]): void {
    this.#records.push(...records);
    this.#loose += records.length;
    if (this.#loose >= PREFERRED_TRIM_SIZE && !this.#isRunning) void this.#run();
  }

  /** What the database held at the start. */
  begin(records: readonly RecordSize[]): void {
    this.#records = [...records, ...this.#records];
    this.#loose += records.length - planRuns(records).length;
    this.add([]);
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    this.#loose = 0;
    const planned = this.#records;
    this.#records = [];
    const left: RecordSize[] = [];
    let failures = 0;
    let seen = 0;
    for (const run of planRuns(planned)) {
      const isTried = run.count > 1 && failures < MOST_FAILURES;
      const isMerged = isTried && (await this.#isMerged(run));
      if (isTried && !isMerged) failures += 1;
      left.push(...(isMerged ? [{ key: run.first, bytes: run.bytes }] : planned.slice(seen, seen + run.count)));
      seen += run.count;
    }
    // What failed is planned anew, with what was written meanwhile and with what comes.
    this.#records = [...left, ...this.#records];
    this.#isRunning = false;
    this.add([]);
  }

  async #isMerged(run: Run): Promise<boolean> {
    const isMerged = await this.#merge(run).then(
      () => true,
      () => false,
    );
    await nextTask();
    return isMerged;
  }
}
