// What is told of an import: how many pieces came in, were here already, or were left out, of each file and of all.

import type { SkipReason } from './intake.ts';
import { SkipList, type Skipped } from './skip-list.ts';

export interface ImportCounts {
  readonly imported: number;
  readonly known: number;
  readonly skipped: Skipped;
}

export interface FileReport extends ImportCounts {
  readonly name: string;
}

export interface ImportProgress {
  readonly imported: number;
  readonly known: number;
  readonly skipped: number;
  /** Files read to their end. */
  readonly files: number;
  readonly bytes: number;
  /** From 0 to 1. */
  readonly fraction: number;
}

export interface ImportReport {
  readonly imported: number;
  readonly known: number;
  readonly skipped: number;
  /** `cancelled` before the log was there, or under way. `failed`: the desk refused a batch. */
  readonly ended: 'complete' | 'cancelled' | 'failed';
  /** Those that were read, in the order in which they were handed in. */
  readonly files: readonly FileReport[];
  /** How many were handed in. */
  readonly fileCount: number;
  /** Whether all that came in is kept on this device. */
  readonly isSaved: boolean;
}

/** Of one drop after another, as one. */
export const together = (first: ImportReport, then: ImportReport): ImportReport => ({
  imported: first.imported + then.imported,
  known: first.known + then.known,
  skipped: first.skipped + then.skipped,
  ended: first.ended === 'complete' ? then.ended : first.ended,
  files: [...first.files, ...then.files],
  fileCount: first.fileCount + then.fileCount,
  isSaved: first.isSaved && then.isSaved,
});

export class FileTally {
  readonly #name: string;
  readonly #skips = new SkipList();
  imported = 0;
  known = 0;

  constructor(name: string) {
    this.#name = name;
  }

  skip(line: number, reason: SkipReason): void {
    this.#skips.add(line, reason);
  }

  get skipped(): number {
    return this.#skips.total;
  }

  report(): FileReport {
    return { name: this.#name, imported: this.imported, known: this.known, skipped: this.#skips.snapshot() };
  }
}
