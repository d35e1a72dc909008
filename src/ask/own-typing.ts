// Tells the team that the customer writes, and that they do no more: seldom, and no longer than it is true.

import type { Timers } from '../knock/timers.ts';

const TYPING_MS = 3_000;

export class OwnTyping {
  readonly #timers: Timers;
  readonly #say: (on: boolean) => void;
  /** The last key; null once it was sent, or of nothing. */
  #at: number | null = null;

  constructor(timers: Timers, say: (on: boolean) => void) {
    this.#timers = timers;
    this.#say = say;
  }

  /** A key was pressed. */
  typed(): void {
    const now = this.#timers.mono();
    if (this.#at !== null && now - this.#at < TYPING_MS / 2) return;
    this.#at = now;
    this.#say(true);
    this.#timers.after(TYPING_MS, () => {
      if (this.#at !== now) return;
      this.#at = null;
      this.#say(false);
    });
  }

  sent(): void {
    this.#at = null;
  }

  /** To whoever is connected anew. */
  sayAgain(): void {
    if (this.#at !== null && this.#timers.mono() - this.#at < TYPING_MS) this.#say(true);
  }
}
