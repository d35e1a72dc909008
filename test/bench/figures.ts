// Figures of a bench as people read them, and which of them miss their mark.

/** NaN of none. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

export const worst = (values: readonly number[]): number => Math.max(Number.NEGATIVE_INFINITY, ...values);

export const ms = (value: number): string => (Number.isFinite(value) ? `${value.toFixed(value < 10 ? 1 : 0)} ms` : '-');

/** The first row is the head; columns as wide as their widest cell. */
export const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd(),
  );
};

/** Collects what is required and says each with its outcome. */
export class Marks {
  readonly #print: (line: string) => void;
  #missed = 0;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  check(isKept: boolean, sentence: string): void {
    if (!isKept) this.#missed += 1;
    this.#print(`${isKept ? 'kept  ' : 'MISSED'} ${sentence}`);
  }

  get areAllKept(): boolean {
    return this.#missed === 0;
  }
}

export const inAll = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
