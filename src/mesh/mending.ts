// Two replicas with equal state vectors and different entries, found by their beats and brought together.
// First both ask as after any doubt, which brings missed deletions; if they still differ they tell each
// other the digests of their logs, and send what the differing ones hold. Yjs cannot put another value in
// an entry's place, and nobody can say which of two copies is the true one; so nothing is replaced: each
// side adds what it lacks, and the fold of the same entries is the same (CO3). Leaves out what is not in logs.

import type { LogDigests } from './log-digests.ts';
import type { ComparingMessage } from './sync-message.ts';

/** Beats in a row with equal marks and other digests: then a question, then the digests. */
const ASK_AT = 2;
const COMPARE_AT = 4;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 600_000;
/** What one comparison may cost whoever answers it. */
const MAX_FAMILIES = 64;
const ANSWER_PAUSE_MS = 5_000;
/** Values of one message: well below what a message may be. */
const MAX_VALUES = 500;
const WORK_MS = 6;
/** From one tick to the next. */
const IDLE_MS = 250;

export interface Mendable {
  ask(): void;
  compare(message: ComparingMessage): void;
  readonly isWaiting: boolean;
}

interface Record {
  differing: number;
  attempts: number;
  nextAt: number;
  answeredAt: number;
}

export class Mending<Neighbour extends object> {
  readonly digests: LogDigests;
  readonly #records = new WeakMap<Neighbour, Record>();
  /** Divergences mended here, for diagnostics. */
  mended = 0;

  constructor(digests: LogDigests) {
    this.digests = digests;
  }

  /** Some reading, no long task; and more of it until the next tick wherever the page has nothing else to do. */
  tick(now: () => number): void {
    if (this.#work(now)) this.#workWhileIdle(now, now() + IDLE_MS);
  }

  /** False where all is read. */
  #work(now: () => number): boolean {
    const end = now() + WORK_MS;
    let isMore = true;
    while (isMore && now() < end) isMore = this.digests.work();
    return isMore;
  }

  #workWhileIdle(now: () => number, end: number): void {
    globalThis.requestIdleCallback?.(() => {
      if (now() < end && this.#work(now)) this.#workWhileIdle(now, end);
    });
  }

  /** A beat: whether the other is as far as this one, and holds something else. */
  heard(neighbour: Neighbour, session: Mendable, isDifferent: boolean, now: number): void {
    const record = this.#of(neighbour);
    if (!isDifferent) {
      record.differing = 0;
      return;
    }
    record.differing += 1;
    if (record.differing === ASK_AT) session.ask();
    if (record.differing < COMPARE_AT || session.isWaiting || now < record.nextAt) return;
    record.nextAt = now + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** record.attempts);
    record.attempts += 1;
    session.compare({ kind: 'digests', digests: [...this.digests.families()] });
  }

  /** What the other says while comparing. */
  take(neighbour: Neighbour, session: Mendable, message: ComparingMessage, now: number): void {
    if (message.kind === 'contents') {
      if (this.digests.addMissing(message.family, message.values)) this.mended += 1;
      return;
    }
    const record = this.#of(neighbour);
    if (now < record.answeredAt + ANSWER_PAUSE_MS) return;
    record.answeredAt = now;
    const theirs = new Map(message.digests);
    const differing = [...this.digests.families()].filter(([family, digest]) => theirs.get(family) !== digest);
    for (const [family] of differing.slice(0, MAX_FAMILIES)) this.#tell(session, family);
  }

  #tell(session: Mendable, family: string): void {
    for (const values of this.digests.valuesOf(family)) {
      for (let at = 0; at < values.length; at += MAX_VALUES)
        session.compare({ kind: 'contents', family, values: values.slice(at, at + MAX_VALUES) });
    }
  }

  #of(neighbour: Neighbour): Record {
    let record = this.#records.get(neighbour);
    if (record === undefined) {
      record = { differing: 0, attempts: 0, nextAt: 0, answeredAt: -ANSWER_PAUSE_MS };
      this.#records.set(neighbour, record);
    }
    return record;
  }
}
