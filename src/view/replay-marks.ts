// The marks of a replay put together for a timeline of so many columns.

import type { Pause, ReplayMarks } from '../engine/replay-marks.ts';

export interface MarkBuckets {
  readonly arrivals: readonly number[];
  readonly assignments: readonly number[];
  readonly misses: readonly number[];
  /** The most of any column, at least 1. */
  readonly most: number;
  readonly totals: { readonly arrived: number; readonly assigned: number; readonly missed: number };
  /** As shares of the range, 0 to 1. */
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
}

const countedIn = (times: readonly number[], from: number, to: number, columns: number): number[] => {
  const counts = Array.from({ length: columns }, () => 0);
  for (const at of times) {
    if (at < from || at > to) continue;
    const column = Math.min(columns - 1, Math.floor(((at - from) / (to - from)) * columns));
    counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts;
};

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const shareOf = ({ from: start, to: end }: Pause, from: number, to: number) => {
  const share = (at: number): number => Math.min(1, Math.max(0, (at - from) / (to - from)));
  return { from: share(start), to: share(end ?? to) };
};

export const measuredMarks = (marks: ReplayMarks, from: number, to: number, columns: number): MarkBuckets => {
  const arrivals = countedIn(marks.arrivals, from, to, columns);
  const assignments = countedIn(marks.assignments, from, to, columns);
  const misses = countedIn(marks.misses, from, to, columns);
  const most = [...arrivals, ...assignments].reduce((greatest, count) => Math.max(greatest, count), 1);
  const pauses = marks.pauses().map((pause) => shareOf(pause, from, to));
  const totals = { arrived: sum(arrivals), assigned: sum(assignments), missed: sum(misses) };
  return { arrivals, assignments, misses, most, totals, pauses: pauses.filter((pause) => pause.to > pause.from) };
};
