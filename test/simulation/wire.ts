// One direction between two machines: how long a message takes, how often it is lost or comes twice,
// whether the order holds, and whether anything gets through at all.

import type { Chance } from './chance.ts';
import type { Clockwork } from './clockwork.ts';

export interface Quality {
  readonly loss: number;
  readonly twice: number;
  readonly isOrdered: boolean;
  readonly leastMs: number;
  readonly mostMs: number;
  /** Changes written within this time travel in one message. */
  readonly windowMs: number;
}

export const PERFECT: Quality = { loss: 0, twice: 0, isOrdered: true, leastMs: 10, mostMs: 30, windowMs: 20 };

/** Between tabs of one profile. */
export const LOCAL: Quality = { loss: 0, twice: 0, isOrdered: true, leastMs: 1, mostMs: 4, windowMs: 1 };

export const drawQuality = (chance: Chance): Quality => {
  const leastMs = chance.between(5, 150);
  return {
    loss: chance.happens(0.4) ? chance.next() * 0.15 : 0,
    twice: chance.happens(0.4) ? chance.next() * 0.15 : 0,
    isOrdered: !chance.happens(0.25),
    leastMs,
    mostMs: leastMs + (chance.happens(0.2) ? chance.between(500, 4_000) : chance.between(5, 200)),
    windowMs: chance.between(20, 900),
  };
};

export class Wire {
  quality: Quality;
  isCut = false;
  /** Since when everything sent has got through, and in order. */
  calmSince = 0;
  readonly #clockwork: Clockwork;
  readonly #chance: Chance;
  #lastArrival = 0;

  constructor(clockwork: Clockwork, chance: Chance, quality: Quality = drawQuality(chance)) {
    this.#clockwork = clockwork;
    this.#chance = chance;
    this.quality = quality;
  }

  get isCalm(): boolean {
    return !this.isCut && this.quality.loss === 0 && this.quality.isOrdered;
  }

  cut(): void {
    this.isCut = true;
    this.calmSince = Number.POSITIVE_INFINITY;
  }

  mend(): void {
    if (this.isCut) this.calmSince = this.#clockwork.now;
    this.isCut = false;
  }

  become(quality: Quality): void {
    this.quality = quality;
    this.calmSince = this.#clockwork.now;
  }

  /** False where it was lost at once. What is under way when the wire is cut is lost, too. */
  carry(arrive: () => void): boolean {
    const { loss, twice } = this.quality;
    if (this.isCut || (loss > 0 && this.#chance.happens(loss))) return false;
    this.#carryOne(arrive);
    if (twice > 0 && this.#chance.happens(twice)) this.#carryOne(arrive);
    return true;
  }

  #carryOne(arrive: () => void): void {
    const { leastMs, mostMs, isOrdered } = this.quality;
    let at = this.#clockwork.now + this.#chance.between(leastMs, mostMs);
    if (isOrdered) at = Math.max(at, this.#lastArrival);
    this.#lastArrival = Math.max(at, this.#lastArrival);
    this.#clockwork.at(at, () => {
      if (!this.isCut) arrive();
    });
  }
}
