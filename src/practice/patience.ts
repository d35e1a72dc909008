// How long the simulated people of a practice take: each occasion gets its own span when it is first seen.

import type { Random } from '../engine/ports.ts';

/** From 0 up to 1, as even as it takes to look alive. */
export const chanceFrom = (random: Random) => (): number => {
  const [first = 0, second = 0] = Array.from(random.token(4), (letter) => letter.charCodeAt(0));
  return ((first * 131 + second) % 101) / 101;
};

export class Patience {
  readonly #due = new Map<string, number>();
  readonly #chance: () => number;

  constructor(chance: () => number) {
    this.#chance = chance;
  }

  /** False until the span of this occasion is over, in seconds from when it was first asked about. */
  isOver(occasion: string, now: number, leastS: number, mostS: number): boolean {
    const due = this.#due.get(occasion);
    if (due !== undefined) return now >= due;
    this.#due.set(occasion, now + (leastS + this.#chance() * (mostS - leastS)) * 1_000);
    return false;
  }

  forget(occasion: string): void {
    this.#due.delete(occasion);
  }
}
