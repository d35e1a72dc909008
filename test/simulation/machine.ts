// A computer with clocks of its own: a wall clock that is off and jumps, a steady one that may stand
// still while it sleeps, timers that the browser holds back. What is due on it while it sleeps
// happens when it wakes.

import { asMonoMs, asWallMs, type MonoMs, type WallMs } from '../../src/domain/ids.ts';
import type { Alarm } from '../../src/engine/ports.ts';
import type { Chance } from './chance.ts';
import type { Clockwork, Due } from './clockwork.ts';

/** The wall clock of a machine without skew when the world begins. */
export const WORLD_START_MS = Date.UTC(2026, 10, 22, 9);

const DAY_MS = 86_400_000;

export class Machine {
  readonly name: string;
  readonly #clockwork: Clockwork;
  readonly #origin: number;
  /** Whether the steady clock stands still in sleep, as on some platforms. */
  readonly #stopsInSleep: boolean;
  #skewMs: number;
  #standstillMs = 0;
  #asleepSince: number | null = null;
  #held: (() => void)[] = [];
  #throttleMs = 0;
  /** When it last slept or was held back. */
  disturbedAt = 0;

  constructor(name: string, clockwork: Clockwork, chance: Chance) {
    this.name = name;
    this.#clockwork = clockwork;
    this.#origin = chance.below(1e9);
    this.#stopsInSleep = chance.happens(0.3);
    const isDaysOff = chance.happens(0.3);
    this.#skewMs = isDaysOff ? chance.between(-3 * DAY_MS, 3 * DAY_MS) : chance.between(-5_000, 5_000);
  }

  get isAsleep(): boolean {
    return this.#asleepSince !== null;
  }

  /** Timers fire only at multiples of this; 0: on time. */
  get throttleMs(): number {
    return this.#throttleMs;
  }

  set throttleMs(ms: number) {
    // A timer that was set before still fires as late as it was held back then.
    this.disturbedAt = this.#clockwork.now + this.#throttleMs;
    this.#throttleMs = ms;
  }

  mono(): MonoMs {
    const standstill = this.#stopsInSleep && this.#asleepSince !== null ? this.#clockwork.now - this.#asleepSince : 0;
    return asMonoMs(this.#origin + this.#clockwork.now - this.#standstillMs - standstill);
  }

  wall(): WallMs {
    return asWallMs(WORLD_START_MS + this.#clockwork.now + this.#skewMs);
  }

  jump(ms: number): void {
    this.#skewMs += ms;
  }

  sleep(): void {
    this.#asleepSince ??= this.#clockwork.now;
  }

  wake(): void {
    if (this.#asleepSince === null) return;
    if (this.#stopsInSleep) this.#standstillMs += this.#clockwork.now - this.#asleepSince;
    this.#asleepSince = null;
    this.disturbedAt = this.#clockwork.now;
    for (const run of this.#held.splice(0)) this.#clockwork.later(0, () => this.do(run));
  }

  /** Now, or when it wakes. */
  do(run: () => void): void {
    if (this.isAsleep) this.#held.push(run);
    else run();
  }

  /** What no browser holds back. */
  later(ms: number, run: () => void): Due {
    return this.#clockwork.later(ms, () => this.do(run));
  }

  /** A timer of the browser: late where it is held back. */
  timer(ms: number, run: () => void): Due {
    const due = this.#clockwork.now + ms;
    const at = this.#throttleMs === 0 ? due : Math.ceil(due / this.#throttleMs) * this.#throttleMs;
    const timer: Due = this.#clockwork.at(at, () => this.do(() => timer.run !== null && run()));
    return timer;
  }

  alarm(ring: (run: () => void) => void): Alarm {
    let timer: Due | null = null;
    const clear = (): void => {
      if (timer !== null) timer.run = null;
      timer = null;
    };
    return {
      set: (at, run) => {
        clear();
        timer = this.timer(at - this.mono(), () => ring(run));
      },
      clear,
    };
  }
}
