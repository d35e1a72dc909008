// Which neighbouring records become one: so many small ones that together they are worth one task of
// the browser at the next start, never more, so that a start stays a row of short tasks. Records that
// are large enough are never touched again: what was written once is rewritten about once.

export interface RecordSize {
  readonly key: number;
  readonly bytes: number;
}

export interface Run {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly bytes: number;
}

/** A run of this size is complete. */
export const RUN_BYTES = 128 * 1024;
/** No two records are put together above this. */
export const MAX_RUN_BYTES = 256 * 1024;

const grow = (run: Run | null, { key, bytes }: RecordSize): Run =>
  run === null
    ? { first: key, last: key, count: 1, bytes }
    : { first: run.first, last: key, count: run.count + 1, bytes: run.bytes + bytes };

/** All records in runs, in the order of their keys. */
export const planRuns = (records: readonly RecordSize[]): readonly Run[] => {
  const runs: Run[] = [];
  let open: Run | null = null;
  for (const record of records) {
    const grown: Run = grow(open, record);
    const fits = grown.count === 1 || grown.bytes <= MAX_RUN_BYTES;
    if (!fits && open !== null) runs.push(open);
    const run: Run = fits ? grown : grow(null, record);
    if (run.bytes >= RUN_BYTES) runs.push(run);
    open = run.bytes >= RUN_BYTES ? null : run;
  }
  return open === null ? runs : [...runs, open];
};
