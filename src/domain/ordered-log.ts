// Entries of one place, read in the total order whatever the order of arrival. What was handed out stays as
// it was: a new array only once there is more.

import type { Entry } from './entry.ts';
import { compareEntries } from './order.ts';

export class OrderedLog<T extends Entry> {
  readonly #entries: T[] = [];
  #isSorted = true;
  #shown: readonly T[] | null = null;

  add(entry: T): void {
    const last = this.#entries.at(-1);
    if (last !== undefined && compareEntries(last, entry) > 0) this.#isSorted = false;
    this.#entries.push(entry);
    this.#shown = null;
  }

  all(): readonly T[] {
    if (!this.#isSorted) this.#entries.sort(compareEntries);
    this.#isSorted = true;
    this.#shown ??= this.#entries.slice();
    return this.#shown;
  }
}
