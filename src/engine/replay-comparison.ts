// What a day would have been with another capacity or time-out: as it was recorded, run again as it was,
// which shows how far the re-run can be trusted, and run again with the change. Works in small steps.

import type { Settings } from '../domain/settings.ts';
import { measure, type Measures } from './replay-measures.ts';
import { Rerun } from './replay-rerun.ts';
import { ScriptWriter } from './replay-script.ts';
import type { Script } from './replay-script-types.ts';
import type { Replay } from './replay.ts';

export interface Compared {
  readonly recorded: Measures;
  readonly again: Measures;
  readonly changed: Measures;
  /** The settings at the beginning of that time. */
  readonly settings: Settings;
}

export class Comparison {
  readonly #writer: ScriptWriter;
  readonly #changes: readonly Partial<Settings>[];
  readonly #results: Measures[] = [];
  #script: Script | null = null;
  #run: Rerun | null = null;

  /** `from` up to, not including, `to`. */
  constructor(replay: Replay, from: number, to: number, changed: Partial<Settings>) {
    this.#writer = new ScriptWriter(replay, from, to);
    this.#changes = [{}, changed];
  }

  /** 0 to 1. */
  get progress(): number {
    return Math.min(1, (this.#results.length + (this.#run?.progress ?? 0)) / this.#changes.length);
  }

  /** True once `result` can be read. */
  step(): boolean {
    if (this.#script === null) {
      if (this.#writer.step()) this.#script = this.#writer.result();
      return false;
    }
    const change = this.#changes[this.#results.length];
    if (change === undefined) return true;
    if (this.#run === null) {
      this.#run = new Rerun(this.#script, change);
      return false;
    }
    if (this.#run.step()) {
      this.#results.push(this.#run.result());
      this.#run = null;
    }
    return this.#results.length === this.#changes.length;
  }

  result(): Compared | null {
    const [again, changed] = this.#results;
    if (this.#script === null || again === undefined || changed === undefined) return null;
    const { recorded, to, settings } = this.#script;
    return { recorded: measure(recorded, to), again, changed, settings };
  }
}
