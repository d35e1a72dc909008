// A list that only grows and is handed out as it stood: copied when it is read after it grew, not with
// each addition, so that a conversation of 100,000 entries stays linear. Unchanged, it is the same
// array, and views can compare by identity.

export class GrowingList<T> {
  readonly #items: T[] = [];
  #shown: readonly T[] = [];

  push(item: T): void {
    this.#items.push(item);
  }

  all(): readonly T[] {
    if (this.#shown.length !== this.#items.length) this.#shown = this.#items.slice();
    return this.#shown;
  }
}
