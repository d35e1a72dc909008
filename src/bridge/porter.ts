// Which knocks are looked into. Decides from what is in the clear: of now, not heard before, paid for; the price
// rises with how many are let in, and falls by itself. Who pays less than the price of the moment does not move it:
// a cheap flood makes nothing dearer for the honest. Keeps true: one hash a knock at most, bounded memory. Pure: times
// are handed in.

import { KNOCK_LIFE_S, workSubject, type Knock } from '../knock/knock.ts';
import { isPaid, LEAST_BITS, MOST_BITS } from '../knock/work.ts';

export type Verdict = 'in' | 'underpaid' | 'stale' | 'heard' | 'busy';

/** Knocks let in within this time make the price. */
const WINDOW_MS = 10_000;
/** So many of them are what any shop has; from there on, two more bits with each doubling. */
const CALM_KNOCKS = 16;
/** Looked into within the window at most: each costs the making of a key. */
const MOST_KNOCKS = 300;
/** Hashed within the window at most: ten thousand take about 0.1 s. */
const MOST_HASHES = 20_000;
const MOST_HEARD = 8_192;

export class Porter {
  readonly #topic: string;
  /** Ephemeral keys, and when they were heard. */
  readonly #heard = new Map<string, number>();
  readonly #letIn: number[] = [];
  #hashes = 0;
  #windowAt = 0;
  /** Turned away since the start, by reason. */
  readonly refused = { underpaid: 0, stale: 0, heard: 0, busy: 0 };

  constructor(topic: string) {
    this.#topic = topic;
  }

  /** What a knock costs now. */
  bits(nowMs: number): number {
    // They stand in the order in which they came.
    const firstOfWindow = this.#letIn.findIndex((at) => nowMs - at < WINDOW_MS);
    this.#letIn.splice(0, firstOfWindow === -1 ? this.#letIn.length : firstOfWindow);
    const excess = Math.max(1, this.#letIn.length / CALM_KNOCKS);
    return Math.min(MOST_BITS, LEAST_BITS + Math.floor(2 * Math.log2(excess)));
  }

  admit(knock: Knock, nowMs: number, nowS: number): Verdict {
    const verdict = this.#judge(knock, nowMs, nowS);
    if (verdict !== 'in') this.refused[verdict] += 1;
    return verdict;
  }

  #judge({ ephemeral, atS, nonce }: Knock, nowMs: number, nowS: number): Verdict {
    if (Math.abs(nowS - atS) > KNOCK_LIFE_S) return 'stale';
    if (this.#heard.has(ephemeral)) return 'heard';
    if (!this.#mayHash(nowMs)) return 'busy';
    const subject = workSubject(this.#topic, ephemeral, atS);
    if (!isPaid(subject, nonce, this.bits(nowMs))) return 'underpaid';
    if (this.#letIn.length >= MOST_KNOCKS) return 'busy';
    this.#letIn.push(nowMs);
    this.#remember(ephemeral, nowMs);
    return 'in';
  }

  #mayHash(nowMs: number): boolean {
    if (nowMs - this.#windowAt >= WINDOW_MS) {
      this.#windowAt = nowMs;
      this.#hashes = 0;
    }
    this.#hashes += 1;
    return this.#hashes <= MOST_HASHES;
  }

  /** Longer than a knock lives nothing needs to be remembered. */
  #remember(ephemeral: string, nowMs: number): void {
    this.#heard.set(ephemeral, nowMs);
    for (const [key, at] of this.#heard) {
      if (nowMs - at < 2_000 * KNOCK_LIFE_S && this.#heard.size <= MOST_HEARD) return;
      this.#heard.delete(key);
    }
  }
}
