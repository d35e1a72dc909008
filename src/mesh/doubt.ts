// What makes this page doubt what it knows of the others, and how a sleep is noticed: no tick for longer
// than any delay explains, by either clock. The monotonic one stands still in a sleep on some systems,
// and the wall clock may be set; too many doubts cost a few questions, too few cost a stale desk.

import type { Clock } from '../engine/ports.ts';

/** `woke`: this page did not run for a while. `network`: it is another one. `shown`: somebody looks again. */
export type Doubt = 'woke' | 'network' | 'shown';

/** After a doubt a link has this long to give a sign of life. */
export const DOUBT_MS = 2_500;
/** People who come and go do not make everybody answer each time. */
export const CALM_MS = 5_000;

/** A hidden page's ticks come from a worker, so they do not come so late. */
const SLEPT_MS = 4_000;

export class Sleep {
  readonly #clock: Clock;
  #mono: number;
  #wall: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#mono = clock.mono();
    this.#wall = clock.wall();
  }

  /** Since the last time this was asked. */
  hasSlept(): boolean {
    const [mono, wall] = [this.#clock.mono(), this.#clock.wall()];
    const gapMs = Math.max(mono - this.#mono, wall - this.#wall);
    this.#mono = mono;
    this.#wall = wall;
    return gapMs > SLEPT_MS;
  }
}
