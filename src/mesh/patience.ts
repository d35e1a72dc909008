// How long one remote peer is waited for, and how long one that misbehaved is left alone. A fixed
// time-out of 6 s never let 30 peers finish who joined at once; 30 s from the start heals slowly. So
// it starts at 6 s, doubles with each failure of that peer, and is not the same on both sides.

const FIRST_MS = 6_000;
const LONGEST_MS = 30_000;
const FIRST_SHUN_MS = 5_000;
const LONGEST_SHUN_MS = 300_000;
/** Names are foreign: more than these are forgotten, the oldest first. */
const MAX_REMOTES = 512;

interface Record {
  readonly failures: number;
  readonly offences: number;
  readonly shunnedUntil: number;
}

const CLEAN: Record = { failures: 0, offences: 0, shunnedUntil: 0 };

export class Patience {
  readonly #records = new Map<string, Record>();
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** How long a connection to this peer may take to open. */
  halfOpenMs(remote: string): number {
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#of(remote).failures);
    return longest * (0.8 + 0.4 * this.#random());
  }

  failed(remote: string): void {
    const record = this.#of(remote);
    this.#keep(remote, { ...record, failures: record.failures + 1 });
  }

  failuresOf(remote: string): number {
    return this.#of(remote).failures;
  }

  opened(remote: string): void {
    this.#keep(remote, { ...this.#of(remote), failures: 0 });
  }

  /** Returns when it is let in again. */
  misbehaved(remote: string, now: number): number {
    const record = this.#of(remote);
    const shunMs = Math.min(LONGEST_SHUN_MS, FIRST_SHUN_MS * 4 ** record.offences);
    this.#keep(remote, { ...record, offences: record.offences + 1, shunnedUntil: now + shunMs });
    return now + shunMs;
  }

  isShunned(remote: string, now: number): boolean {
    return now < this.#of(remote).shunnedUntil;
  }

  #of(remote: string): Record {
    return this.#records.get(remote) ?? CLEAN;
  }

  #keep(remote: string, record: Record): void {
    this.#records.delete(remote);
    this.#records.set(remote, record);
    const oldest = this.#records.keys().next();
    if (this.#records.size > MAX_REMOTES && oldest.done !== true) this.#records.delete(oldest.value);
  }
}
