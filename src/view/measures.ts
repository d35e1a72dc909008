// What the dashboard's chart can show of each hour or day (DA2): one bar, and a mark above it where the measure has
// one. The table and the file have them all.

import { countAxis, timeAxis } from './axis.ts';
import type { WaitSpan } from './waits.ts';

export type Measure = 'wait' | 'response' | 'pickedUp' | 'missed';

export interface MeasureSpan {
  /** Null: nothing was measured. */
  readonly value: number | null;
  /** 90 of 100 are no greater; null where the measure has no such mark. */
  readonly mark: number | null;
}

export const MEASURES: readonly Measure[] = ['wait', 'response', 'pickedUp', 'missed'];

export const isTime = (measure: Measure): boolean => measure === 'wait' || measure === 'response';

export const measured = (span: WaitSpan, measure: Measure): MeasureSpan => {
  switch (measure) {
    case 'wait':
      return { value: span.medianMs, mark: span.p90Ms };
    case 'response':
      return { value: span.firstResponseMs, mark: null };
    case 'pickedUp':
    case 'missed':
      // An hour without any is an hour with none, and no bar.
      return { value: span[measure] === 0 ? null : span[measure], mark: null };
  }
};

const LEAST_MS = 60_000;

export const axisOf = (spans: readonly WaitSpan[], measure: Measure): readonly number[] => {
  const greatest = Math.max(
    0,
    ...spans.map((span) => measured(span, measure)).map(({ value, mark }) => mark ?? value ?? 0),
  );
  return isTime(measure) ? timeAxis(Math.max(LEAST_MS, greatest)) : countAxis(greatest);
};
