// One seed to be run, and what is told of it: plain values, because they cross threads.

import type { Counts } from './counts.ts';
import { type DayOptions, documentsOf, runDay } from './day.ts';
import type { Toll } from './toll.ts';
import type { Violation, World } from './world.ts';

export interface Order {
  readonly seed: number;
  readonly steps: number;
  /** Only the happenings before this place, and none of those named. */
  readonly until: number | null;
  readonly skip: readonly number[];
  readonly hasTrace: boolean;
  readonly hasReference: boolean;
}

export interface Outcome {
  readonly seed: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
  /** The happening of the script after which it was seen. */
  readonly happening: number;
  readonly toll: Readonly<Toll> | null;
  readonly documents: number;
  readonly trace: number;
  readonly lines: readonly string[];
}

export const dayOf = ({ seed, steps, until, skip, hasTrace, hasReference }: Order): DayOptions => ({
  seed,
  steps,
  hasTrace,
  hasReference,
  skip: new Set(skip),
  ...(until === null ? {} : { until }),
});

export const work = (order: Order): Outcome => outcomeOf(runDay(dayOf(order)));

const outcomeOf = (world: World): Outcome => ({
  seed: world.seed,
  counts: numbersOf(world.counts),
  violations: world.violations,
  happening: world.happening,
  toll: world.toll,
  documents: hashOf(documentsOf(world)),
  trace: world.trace.hash,
  lines: world.trace.lines,
});

const numbersOf = (counts: Counts): Record<string, number> => {
  const numbers: Record<string, number> = {};
  for (const [name, value] of Object.entries(counts)) if (typeof value === 'number') numbers[name] = value;
  return numbers;
};

const hashOf = (documents: readonly Uint8Array[]): number => {
  let hash = 0x811c9dc5;
  for (const bytes of documents) for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
};
