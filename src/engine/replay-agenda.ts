// What is still to happen in simulated time, the next first; of what is due at one moment, in the order
// in which it was asked for.

interface Item {
  readonly at: number;
  readonly place: number;
  readonly run: () => void;
}

const isBefore = (a: Item, b: Item): boolean => a.at < b.at || (a.at === b.at && a.place < b.place);

/** A binary heap. */
export class Agenda {
  readonly #items: Item[] = [];
  #places = 0;

  nextAt(): number | null {
    return this.#items[0]?.at ?? null;
  }

  add(at: number, run: () => void): void {
    this.#places += 1;
    const item = { at, place: this.#places, run };
    let index = this.#items.push(item) - 1;
    while (index > 0) {
      const parent = (index - 1) >>> 1;
      const above = this.#items[parent];
      if (above === undefined || !isBefore(item, above)) break;
      this.#items[index] = above;
      index = parent;
    }
    this.#items[index] = item;
  }

  take(): (() => void) | null {
    const [first] = this.#items;
    const last = this.#items.pop();
    if (first === undefined || last === undefined) return null;
    if (first !== last) this.#sink(last);
    return first.run;
  }

  #sink(item: Item): void {
    let index = 0;
    for (;;) {
      const [left, right] = [this.#items[2 * index + 1], this.#items[2 * index + 2]];
      if (left === undefined) break;
      const isRight = right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (!isBefore(child, item)) break;
      this.#items[index] = child;
      index = 2 * index + (isRight ? 2 : 1);
    }
    this.#items[index] = item;
  }
}
