// How much one customer, or all of them, may do: a bucket that starts full and refills steadily.

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export class Allowance {
  readonly #rate: Rate;
  #tokens: number;
  #atMs: number;

  constructor(rate: Rate, nowMs: number) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#atMs = nowMs;
  }

  /** False where there is not so much left; then nothing is taken. */
  take(nowMs: number, count = 1): boolean {
    const gained = (Math.max(0, nowMs - this.#atMs) / 1000) * this.#rate.perSecond;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + gained);
    this.#atMs = nowMs;
    if (this.#tokens < count) return false;
    this.#tokens -= count;
    return true;
  }
}
