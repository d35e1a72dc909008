// When to ask a neighbour for what is missing here (sync step 1). Newcomers ask one neighbour at a
// time, so that a large document does not come from all of them; then everyone asks again at
// intervals, at once after any doubt, and soon where a beat shows another state than ours. An answer
// that makes no progress is asked for again (W4).

import type { SyncSession } from './sync-session.ts';

const STALLED_MS = 2_000;
/** So many questions in a row without any word for it: it will not answer. */
const MAX_UNANSWERED = 12;
/** A first answer under way holds back other first questions while it moves. */
const SLOW_MS = 3_000;
const AGAIN_MS = 30_000;
/** States that differ are only a sign of loss once nothing is on its way. */
const QUIET_MS = 1_500;
const DIFFERENT_MS = 3_000;
const DIFFERENT_BEATS = 2;

export interface Askable {
  readonly session: SyncSession;
}

interface Record {
  askedAt: number | null;
  moved: number;
  unanswered: number;
  movedAt: number;
  /** Beats in a row that showed another state than ours. */
  differing: number;
}

export class Asking<Neighbour extends Askable> {
  readonly #records = new Map<Neighbour, Record>();
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  opened(neighbour: Neighbour, now: number): void {
    this.#records.set(neighbour, { askedAt: null, moved: 0, unanswered: 0, movedAt: now, differing: 0 });
    this.askNewcomers(now);
  }

  closed(neighbour: Neighbour, now: number): void {
    this.#records.delete(neighbour);
    this.askNewcomers(now);
  }

  /** A beat of the neighbour, compared with what is here at that moment. */
  heard(neighbour: Neighbour, isSame: boolean): void {
    const record = this.#records.get(neighbour);
    if (record !== undefined) record.differing = isSame ? 0 : record.differing + 1;
  }

  /** After a sleep, a cut, a fault: what we know of anyone may be old. */
  doubtAll(now: number): void {
    for (const [neighbour, record] of this.#records) this.#ask(neighbour, record, now);
  }

  /** After a neighbour was lost: one of the others may have had its last words. */
  doubtOne(now: number): void {
    for (const [neighbour, record] of this.#records) {
      if (record.askedAt !== null && !neighbour.session.isWaiting) return this.#ask(neighbour, record, now);
    }
  }

  /** Asks the next neighbour that never was, unless another's first answer is on its way. */
  askNewcomers(now: number): void {
    for (const [{ session }, { askedAt, movedAt }] of this.#records) {
      if (askedAt !== null && !session.hasCaughtUp && now - movedAt < SLOW_MS) return;
    }
    for (const [neighbour, record] of this.#records) {
      if (record.askedAt === null) return this.#ask(neighbour, record, now);
    }
  }

  /** Who was asked again and again, and has not given or taken anything since. */
  mute(): readonly Neighbour[] {
    return [...this.#records].flatMap(([neighbour, { unanswered }]) => (unanswered >= MAX_UNANSWERED ? neighbour : []));
  }

  tick(now: number): void {
    for (const [neighbour, record] of this.#records) {
      const { session } = neighbour;
      if (session.movedBytes !== record.moved) {
        record.movedAt = now;
        record.unanswered = 0;
      }
      record.moved = session.movedBytes;
      if (record.askedAt !== null && this.#isDue(session.isWaiting, record, now - record.askedAt, now)) {
        this.#ask(neighbour, record, now);
      }
    }
    this.askNewcomers(now);
  }

  #isDue(isWaiting: boolean, { movedAt, differing }: Record, since: number, now: number): boolean {
    if (isWaiting) return since >= STALLED_MS && now - movedAt >= STALLED_MS;
    const isLossLikely = differing >= DIFFERENT_BEATS && since >= DIFFERENT_MS && now - movedAt >= QUIET_MS;
    return isLossLikely || since >= AGAIN_MS;
  }

  #ask(neighbour: Neighbour, record: Record, now: number): void {
    if (record.askedAt === null) record.movedAt = now;
    // Not all in the same moment, the next time.
    record.askedAt = now + (this.#random() - 0.5) * 0.2 * AGAIN_MS * (neighbour.session.hasCaughtUp ? 1 : 0);
    record.unanswered = neighbour.session.isWaiting ? record.unanswered + 1 : 0;
    neighbour.session.ask();
  }
}
