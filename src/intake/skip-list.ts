// What an import left out: every one counted by its reason, the first ones named by their line. A
// file of a million broken lines costs no more than one of a hundred.

import type { SkipReason } from './intake.ts';

export const MAX_SKIPS_NAMED = 100;

export interface Skipped {
  readonly total: number;
  readonly byReason: Readonly<Partial<Record<SkipReason, number>>>;
  /** The first MAX_SKIPS_NAMED, in the order of the file. */
  readonly first: readonly { readonly line: number; readonly reason: SkipReason }[];
}

export class SkipList {
  total = 0;
  readonly #byReason: Partial<Record<SkipReason, number>> = {};
  readonly #first: { readonly line: number; readonly reason: SkipReason }[] = [];

  add(line: number, reason: SkipReason): void {
    this.total += 1;
    this.#byReason[reason] = (this.#byReason[reason] ?? 0) + 1;
    if (this.#first.length < MAX_SKIPS_NAMED) this.#first.push({ line, reason });
  }

  snapshot(): Skipped {
    return { total: this.total, byReason: { ...this.#byReason }, first: [...this.#first] };
  }
}
