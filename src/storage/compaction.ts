// Keeps the number of records small, so that the next start is quick. It runs as soon as enough small
// records have come together and does not wait for a quiet moment, which a busy desk never has (I3 of
// the measured faults). What fails here fails softly: the records stay as they are.

import { PREFERRED_TRIM_SIZE } from 'y-indexeddb';
import { nextTask } from '../platform/next-task.ts';
import { planRuns, type RecordSize, type Run } from './merge-plan.ts';

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
    const runs = planRuns(this.#records);
    const before = this.#records.length;
    this.#loose = 0;
    let isKept = true;
    for (const run of runs) {
      if (run.count < 2) continue;
      isKept &&= await this.#merge(run).then(
        () => true,
        () => false,
      );
      if (!isKept) break;
      await nextTask();
    }
    const added = this.#records.slice(before);
    // After a failure the records are planned anew with the next ones.
    if (isKept) this.#records = [...runs.map((run) => ({ key: run.first, bytes: run.bytes })), ...added];
    this.#isRunning = false;
    this.add([]);
  }
}
