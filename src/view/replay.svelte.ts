// The replay as a page shows it: read in slices, then moved to any moment by hand or by playing. The
// desk that it shows is read-only; nothing here writes.

import { measuredMarks, type MarkBuckets } from './replay-marks.ts';
import type { Past } from './past.ts';
import { runInSlices } from './slices.ts';
import { asWallMs } from '../domain/ids.ts';
import { Replay } from '../engine/replay.ts';
import { ReplayCursor, type Moment } from '../engine/replay-cursor.ts';

export const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FRAME_MS = 50;
/** Columns of the timeline. */
const BUCKETS = 168;

export class ReplayView {
  /** 0 to 1 while it is read; then `isRead`. */
  progress = $state(0);
  isRead = $state(false);
  days = $state(1);
  at = $state(0);
  isPlaying = $state(false);
  /** Seconds of the record that pass in one. */
  speed = $state(600);
  readonly replay: Replay;
  readonly #now: number;
  readonly #cursor: ReplayCursor;
  readonly #stopReading: () => void;
  #player: ReturnType<typeof setInterval> | undefined;

  readonly to: number;
  readonly from: number = $derived.by(() => this.to - this.days * DAY_MS);
  readonly moment: Moment | null = $derived.by(() => (this.isRead ? this.#cursor.moment(this.at) : null));
  readonly marks: MarkBuckets | null = $derived.by(() =>
    this.isRead ? measuredMarks(this.replay.marks, this.from, this.to, BUCKETS) : null,
  );

  constructor({ team, clock }: Pick<Past, 'team' | 'clock'>) {
    this.#now = clock.wall();
    this.to = this.#now;
    this.at = this.#now;
    this.replay = new Replay(team.entries(), asWallMs(this.#now));
    this.#cursor = new ReplayCursor(this.replay.steps);
    this.#stopReading = runInSlices(
      clock,
      () => this.replay.step(),
      () => (this.isRead = true),
      () => (this.progress = this.replay.progress),
    );
  }

  get isEmpty(): boolean {
    return this.isRead && this.replay.steps.length === 0;
  }

  goTo(at: number): void {
    this.at = Math.min(this.to, Math.max(this.from, at));
  }

  setDays(days: number): void {
    this.days = days;
    this.goTo(this.at);
  }

  /** To the change before or after this moment; the end of the range where there is none. */
  goToChange(direction: 1 | -1): void {
    const { steps } = this.replay;
    let index = this.#cursor.indexAt(this.at);
    if (direction === 1) return this.goTo(steps[index]?.at ?? this.to);
    index -= 1;
    while (index >= 0 && (steps[index]?.at ?? 0) >= this.at) index -= 1;
    this.goTo(steps[index]?.at ?? this.from);
  }

  play(): void {
    if (this.isPlaying) return this.pause();
    if (this.at >= this.to) this.goTo(this.from);
    this.isPlaying = true;
    this.#player = setInterval(() => {
      this.goTo(this.at + this.speed * FRAME_MS);
      if (this.at >= this.to) this.pause();
    }, FRAME_MS);
  }

  pause(): void {
    clearInterval(this.#player);
    this.isPlaying = false;
  }

  end(): void {
    this.pause();
    this.#stopReading();
  }
}
