// Runs days of the simulation in a thread of its own: an order comes in, its outcome goes out, and
// where that is a violation, the shortest order found that still shows it.

import { parentPort } from 'node:worker_threads';
import { type Order, type Outcome, work } from './orders.ts';
import { shrink } from './shrink.ts';

export interface Errand extends Order {
  readonly mustShrink: boolean;
}

export interface Report {
  readonly outcome: Outcome;
  readonly shortest: { readonly order: Order; readonly outcome: Outcome } | null;
}

const run = ({ mustShrink, ...order }: Errand): Report => {
  const outcome = work(order);
  const shortest = mustShrink && outcome.violations.length > 0 ? shrink(order, outcome) : null;
  return { outcome, shortest };
};

parentPort?.on('message', (errand: Errand) => parentPort?.postMessage(run(errand)));
