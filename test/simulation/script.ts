// What a day brings, in order: each happening has a time and chance of its own, drawn from the seed and
// its place, so that leaving some out changes nothing about the others. Busy hours, lulls and nights
// follow each other in stretches.

import { Chance } from './chance.ts';

export interface Happening {
  readonly place: number;
  /** Milliseconds after the one before. */
  readonly gapMs: number;
  readonly chance: Chance;
  readonly isFault: boolean;
}

const STRETCH = 40;
const FAULT_SHARE = 0.07;
/** Mean gap of a stretch, and how often such a stretch comes. */
const PACES: readonly (readonly [meanMs: number, share: number])[] = [
  [50, 0.4],
  [200, 0.42],
  [800, 0.12],
  [5_000, 0.06],
];

export class Script {
  readonly #chance: Chance;

  constructor(seed: number) {
    this.#chance = new Chance(seed).fork('script');
  }

  at(place: number): Happening {
    const chance = this.#chance.fork(`happening ${place}`);
    const meanMs = this.#meanMsOf(Math.floor(place / STRETCH));
    const gapMs = Math.round(-Math.log(1 - chance.next()) * meanMs);
    return { place, gapMs, chance, isFault: chance.happens(FAULT_SHARE) };
  }

  #meanMsOf(stretch: number): number {
    let draw = this.#chance.fork(`stretch ${stretch}`).next();
    for (const [meanMs, share] of PACES) {
      draw -= share;
      if (draw < 0) return meanMs;
    }
    return 1_000;
  }
}
