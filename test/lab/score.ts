// What a scenario of the lab found: a line for each trial, and a mark for each thing that must hold.
// A mark that is missed makes the run fail.

export interface Outcome {
  passed: number;
  readonly failures: string[];
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
};

export class Score {
  readonly #name: string;
  readonly #outcome: Outcome;

  constructor(name: string, outcome: Outcome) {
    this.#name = name;
    this.#outcome = outcome;
  }

  trial(text: string): void {
    say(`${this.#name}: ${text}`);
  }

  mark(isMet: boolean, text: string): void {
    say(`${this.#name}: ${isMet ? 'ok    ' : 'MISSED'} ${text}`);
    if (isMet) this.#outcome.passed += 1;
    else this.#outcome.failures.push(`lab: ${this.#name}: ${text}`);
  }

  /** Median and worst against what they may be. */
  times(what: string, values: readonly number[], { medianMs, worstMs }: { medianMs?: number; worstMs: number }): void {
    const worst = Math.max(...values);
    const n = `${values.length} ${values.length === 1 ? 'trial' : 'trials'}`;
    if (medianMs !== undefined) {
      const middle = median(values);
      this.mark(middle <= medianMs, `${what}: median ${seconds(middle)} of ${n}, at most ${seconds(medianMs)}`);
    }
    this.mark(worst <= worstMs, `${what}: worst ${seconds(worst)} of ${n}, at most ${seconds(worstMs)}`);
  }
}
