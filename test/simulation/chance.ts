// Chance from a seed: the same seed gives the same day. Streams are split by name, so that what is
// drawn for one link or device does not change what another draws.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const hashOf = (text: string, seed: number): number => {
  let hash = seed ^ 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
};

export class Chance {
  readonly #seed: number;
  #state: number;

  constructor(seed: number) {
    this.#seed = seed | 0;
    this.#state = seed | 0;
  }

  /** A stream of its own; what is drawn here does not move it. */
  fork(name: string): Chance {
    return new Chance(hashOf(name, this.#seed));
  }

  /** From 0 to below 1. Tommy Ettinger's mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let next = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    next ^= next + Math.imul(next ^ (next >>> 7), next | 61);
    return ((next ^ (next >>> 14)) >>> 0) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  one<T>(all: readonly T[]): T {
    const one = all[this.below(all.length)];
    if (one === undefined) throw new Error('Of nothing there is no one.');
    return one;
  }

  /** So many random bytes, as base64url. */
  token(bytes: number): string {
    let text = '';
    for (let length = Math.ceil((bytes * 8) / 6); length > 0; length -= 1) text += ALPHABET.charAt(this.below(64));
    return text;
  }
}
