// When the screen is drawn anew: at most once a frame after something happened, and once a second for
// ages, never in a hidden page. Everything in view/ that depends on the desk reads one of the two
// counters here, so that no other bookkeeping of dependencies is needed.

const SECOND_MS = 1000;

export interface BeatClock {
  wall(): number;
}

export class Beat {
  /** Grows when the desk may read differently. */
  change = $state(0);
  /** Wall clock, milliseconds; moves once a second and with every change. */
  now = $state(0);
  readonly #clock: BeatClock;
  readonly #timer: ReturnType<typeof setInterval>;
  #isAsked = false;
  readonly #before: (() => void)[] = [];

  constructor(clock: BeatClock) {
    this.#clock = clock;
    this.now = clock.wall();
    this.#timer = setInterval(() => {
      if (!document.hidden) this.now = this.#clock.wall();
    }, SECOND_MS);
  }

  /** `gather` runs before each redraw that a change asked for. */
  onChange(gather: () => void): void {
    this.#before.push(gather);
  }

  /** Asks for a redraw; many in one frame are one. A hidden page draws when it is told, not by frames. */
  ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    if (document.hidden) setTimeout(() => this.#draw(), 0);
    else requestAnimationFrame(() => this.#draw());
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #draw(): void {
    this.#isAsked = false;
    for (const gather of this.#before) gather();
    this.now = this.#clock.wall();
    this.change += 1;
  }
}
