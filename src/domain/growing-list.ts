// A list that only grows and is handed out as it stood. What was handed out is never touched again: the next
// addition takes a copy first, so that a conversation of 100,000 entries stays linear where it is read now and
// then, and one that is only read, or has none, costs no second array. Unchanged, it is the same array, and views
// can compare by identity.

const NONE: readonly never[] = [];

export class GrowingList<T> {
  #items: readonly T[];
  /** A copy that nobody else has; null while the items are in others' hands. */
  #own: T[] | null = null;

  constructor(items: readonly T[] = NONE) {
    this.#items = items;
  }

  get length(): number {
    return this.#items.length;
  }

  last(): T | undefined {
    return this.#items.at(-1);
  }

  push(item: T): void {
    this.#own ??= [...this.#items];
    this.#own.push(item);
    this.#items = this.#own;
  }

  /** There will hardly be more: room that was kept for more is given back. */
  trim(): void {
    this.#items = [...this.#items];
    this.#own = null;
  }

  all(): readonly T[] {
    this.#own = null;
    return this.#items;
  }

  /** The first `length`, as `all` said it when there were no more. */
  first(length: number): readonly T[] {
    return length === this.length ? this.all() : this.#items.slice(0, length);
  }
}
