// Where a profile keeps its document: what was flushed stays, what was not goes with the process.
// Backups can be taken and put back, and the whole profile copied to another machine.

import * as Y from 'yjs';
import type { Truth } from './ledger.ts';

const MOST_RECORDS = 2_000;

interface Backup {
  readonly records: readonly Uint8Array[];
  readonly holds: ReadonlySet<Truth>;
}

export class Disk {
  /** Until a flush is done. */
  flushMs: number;
  #records: Uint8Array[] = [];
  /** Every entry that is on it. */
  #holds = new Set<Truth>();
  #backup: Backup | null = null;

  constructor(flushMs: number) {
    this.flushMs = flushMs;
  }

  get isEmpty(): boolean {
    return this.#records.length === 0;
  }

  load(doc: Y.Doc): void {
    doc.transact(() => {
      for (const record of this.#records) Y.applyUpdate(doc, record, this);
    }, this);
  }

  flush(updates: readonly Uint8Array[], truths: Iterable<Truth>): void {
    this.#records.push(...updates);
    for (const truth of truths) this.#holds.add(truth);
    if (this.#records.length > MOST_RECORDS) this.#records = [Y.mergeUpdates(this.#records)];
  }

  holds(truth: Truth): boolean {
    return this.#holds.has(truth);
  }

  backUp(): void {
    this.#backup = { records: [...this.#records], holds: new Set(this.#holds) };
  }

  /** What was on it is overwritten; false where no backup was ever taken. */
  restore(): boolean {
    if (this.#backup === null) return false;
    this.#records = [...this.#backup.records];
    this.#holds = new Set(this.#backup.holds);
    return true;
  }

  copy(): Disk {
    const copy = new Disk(this.flushMs);
    copy.#records = [...this.#records];
    copy.#holds = new Set(this.#holds);
    return copy;
  }
}
