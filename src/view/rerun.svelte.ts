// A day run again, as a page asks for it: in slices, with progress, given up when nobody waits for it.

import type { Settings } from '../domain/settings.ts';
import { Comparison, type Compared } from '../engine/replay-comparison.ts';
import type { Replay } from '../engine/replay.ts';
import type { Clock } from '../engine/ports.ts';
import { runInSlices } from './slices.ts';

export class RerunView {
  progress = $state(0);
  isRunning = $state(false);
  result: Compared | null = $state.raw(null);
  /** What the result was asked with. */
  asked: Partial<Settings> = $state.raw({});
  readonly #clock: Clock;
  #stop: () => void = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  run(replay: Replay, from: number, to: number, changed: Partial<Settings>): void {
    this.cancel();
    const comparison = new Comparison(replay, from, to, changed);
    this.progress = 0;
    this.result = null;
    this.asked = changed;
    this.isRunning = true;
    this.#stop = runInSlices(
      this.#clock,
      () => comparison.step(),
      () => {
        this.isRunning = false;
        this.result = comparison.result();
      },
      () => (this.progress = comparison.progress),
    );
  }

  cancel(): void {
    this.#stop();
    this.isRunning = false;
  }
}
