// Makes a failing day short: leaves out happenings while the same rule is still broken. First all that
// came after, then halves, quarters and so on of the rest (delta debugging), within so many runs.

import { type Order, type Outcome, work } from './orders.ts';

const MOST_RUNS = 120;

const breaks = (outcome: Outcome, rule: string): boolean =>
  outcome.violations.some((violation) => violation.rule === rule);

export const shrink = (order: Order, first: Outcome): { readonly order: Order; readonly outcome: Outcome } => {
  const rule = first.violations[0]?.rule ?? '';
  let best = { order: { ...order, until: first.happening + 1 }, outcome: first };
  let runs = 0;
  const attempt = (until: number, skip: readonly number[]): boolean => {
    runs += 1;
    const shorter = { ...order, until, skip };
    const outcome = work(shorter);
    if (!breaks(outcome, rule)) return false;
    best = { order: { ...shorter, until: Math.min(until, outcome.happening + 1) }, outcome };
    return true;
  };
  for (let parts = 2; runs < MOST_RUNS; parts *= 2) {
    const kept = keptIn(best.order);
    const size = Math.max(1, Math.floor(kept.length / parts));
    for (let from = kept.length - size; from > -size && runs < MOST_RUNS; from -= size) {
      const gone = kept.slice(Math.max(0, from), from + size);
      if (gone.length > 0) attempt(best.order.until ?? 0, [...best.order.skip, ...gone]);
    }
    if (size === 1) break;
  }
  return best;
};

const keptIn = ({ until, skip }: Order): number[] => {
  const gone = new Set(skip);
  return Array.from({ length: until ?? 0 }, (_, place) => place).filter((place) => !gone.has(place));
};
