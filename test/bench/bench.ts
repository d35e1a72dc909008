// What a file `test/bench/NAME.bench.ts` exports as `bench`; `npm run bench -- NAME` runs it
// (tools/bench.mjs). Dropping the file in is all it takes. A bench measures and prints; what can only
// fail or pass belongs in the tests.

export interface BenchRun {
  /** `--times N` or `--pairs N`; null: as many as the mark asks for. */
  readonly times: number | null;
  /** `--only a,b`: parts of the bench, in its own words; empty: all of them. */
  readonly only: readonly string[];
  print(line: string): void;
}

export interface Bench {
  /** What it measures, for the list. */
  readonly sentence: string;
  /** False where a mark is missed. */
  run(run: BenchRun): Promise<boolean>;
}
