// One seed decides everything: the same seed gives the same documents, to the byte, and the same trace.
// Another seed gives others. A failing day is made short, and stays failing.

import { expect, test } from 'vitest';
import type { TeamFold } from '../../src/domain/team-fold.ts';
import { documentsOf, runDay } from './day.ts';
import { type Outcome, work } from './orders.ts';
import { shrink } from './shrink.ts';

const STEPS = 900;
const order = { seed: 11, steps: STEPS, until: null, skip: [], hasTrace: true, hasReference: true };

test(
  '[CO3] the same seed gives byte-identical documents and traces, another seed gives others',
  { timeout: 60_000 },
  () => {
    const [one, again, other] = [11, 11, 12].map((seed) => runDay({ seed, steps: STEPS, hasTrace: true }));
    if (one === undefined || again === undefined || other === undefined) return;
    expect(one.violations).toEqual([]);
    expect(one.counts.steps).toBeGreaterThanOrEqual(STEPS);
    expect(documentsOf(again)).toEqual(documentsOf(one));
    expect(again.trace.lines).toEqual(one.trace.lines);
    expect(again.trace.hash).toBe(one.trace.hash);
    expect(other.trace.hash).not.toBe(one.trace.hash);
  },
);

test('[CO3] leaving out a happening leaves the others as they are', { timeout: 60_000 }, () => {
  const acts = ({ lines }: Outcome): readonly string[] => lines.filter((line) => line.includes(' act '));
  const [all, without] = [order, { ...order, skip: [3] }].map((each) => acts(work({ ...each, until: 12 })));
  expect(without?.length).toBe((all?.length ?? 0) - 1);
});

test('[CO3] a day that fails is made short and fails still', { timeout: 120_000 }, async () => {
  const { TeamFold: Fold } = await import('../../src/domain/team-fold.ts');
  const { apply } = Fold.prototype;
  // Planted: a fold that forgets what a person returned to the queue, in one batch of many.
  Fold.prototype.apply = function (this: TeamFold, entries) {
    return apply.call(
      this,
      [...entries].filter((entry) => entry.kind !== 'returned'),
    );
  };
  try {
    const first = work(order);
    expect(first.violations.map(({ rule }) => rule)).toContain('CO4');
    const shortest = shrink(order, first);
    const kept = (shortest.order.until ?? 0) - shortest.order.skip.length;
    expect(shortest.outcome.violations[0]?.rule).toBe(first.violations[0]?.rule);
    expect(kept).toBeLessThan(first.happening / 2);
    expect(work(shortest.order).violations[0]).toEqual(shortest.outcome.violations[0]);
  } finally {
    Fold.prototype.apply = apply;
  }
});
