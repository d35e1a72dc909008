// Simulated time: what is due, in order; what is due at the same moment in the order in which it was
// asked for. A binary heap, because a day has a million of them.

export interface Due {
  readonly at: number;
  readonly turn: number;
  run: (() => void) | null;
}

const isBefore = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.turn < b.turn);

export class Clockwork {
  /** Milliseconds since the world began. */
  now = 0;
  readonly #heap: Due[] = [];
  #turn = 0;

  /** Setting `run` of what is returned to null calls it off. */
  at(at: number, run: () => void): Due {
    this.#turn += 1;
    const due = { at: Math.max(at, this.now), turn: this.#turn, run };
    const heap = this.#heap;
    let index = heap.push(due) - 1;
    while (index > 0) {
      const parent = (index - 1) >>> 1;
      if (!isBefore(due, heap[parent] as Due)) break;
      heap[index] = heap[parent] as Due;
      index = parent;
    }
    heap[index] = due;
    return due;
  }

  later(ms: number, run: () => void): Due {
    return this.at(this.now + ms, run);
  }

  /** Does what is due next, if it is due by then. */
  next(until: number): boolean {
    const first = this.#heap[0];
    if (first === undefined || first.at > until) {
      this.now = Math.max(this.now, until);
      return false;
    }
    this.#shift();
    this.now = first.at;
    first.run?.();
    return true;
  }

  #shift(): void {
    const heap = this.#heap;
    const last = heap.pop() as Due;
    if (heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = index * 2 + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const child = right < heap.length && isBefore(heap[right] as Due, heap[left] as Due) ? right : left;
      if (!isBefore(heap[child] as Due, last)) break;
      heap[index] = heap[child] as Due;
      index = child;
    }
    heap[index] = last;
  }
}
