// How much one peer may send: buckets that refill. The numbers leave a peer that is handed 50 MB, or an
// import of a year, far below them, and stop 10,000 messages a second within half of one. Our own side keeps to
// less (sync-session.ts), so that no honest peer is ever at the edge.

import { Malformed } from './malformed.ts';

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export class Bucket {
  readonly #rate: Rate;
  #tokens: number;
  #at: number;

  constructor(rate: Rate, now: number) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#at = now;
  }

  /** Takes so much out if it is there. */
  take(cost: number, now: number): boolean {
    const { burst, perSecond } = this.#rate;
    this.#tokens = Math.min(burst, this.#tokens + (Math.max(0, now - this.#at) / 1000) * perSecond);
    this.#at = Math.max(this.#at, now);
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }
}

const FRAMES: Rate = { burst: 4_000, perSecond: 2_000 };
const BYTES: Rate = { burst: 128 * 1024 * 1024, perSecond: 64 * 1024 * 1024 };
const BEATS: Rate = { burst: 200, perSecond: 20 };
/** What it costs to answer grows with the document. */
const QUESTIONS: Rate = { burst: 12, perSecond: 1 };

export type Metered = 'beat' | 'question';

export class Allowance {
  readonly #frames: Bucket;
  readonly #bytes: Bucket;
  readonly #beats: Bucket;
  readonly #questions: Bucket;

  constructor(now: number) {
    this.#frames = new Bucket(FRAMES, now);
    this.#bytes = new Bucket(BYTES, now);
    this.#beats = new Bucket(BEATS, now);
    this.#questions = new Bucket(QUESTIONS, now);
  }

  /** Throws `Malformed` where this frame is one too many. */
  spendFrame(bytes: number, now: number): void {
    if (!this.#frames.take(1, now)) throw new Malformed('more messages than any desk sends', 'tooMany');
    if (!this.#bytes.take(bytes, now)) throw new Malformed('more bytes than any desk sends', 'tooMany');
  }

  spend(what: Metered, now: number): void {
    const bucket = what === 'beat' ? this.#beats : this.#questions;
    if (!bucket.take(1, now)) throw new Malformed(`one ${what} after the other`, 'tooMany');
  }
}
