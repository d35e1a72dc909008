// The total order of entries (CO2): Lamport counter, then device, then id. It is the same on every
// replica and no clock of any machine has a say in it.

import type { DeviceId, EntryId } from './ids.ts';

export interface Order {
  readonly lamport: number;
  readonly device: DeviceId;
  readonly id: EntryId;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Negative where `a` comes first, zero only for the same entry. */
export const compareOrder = (a: Order, b: Order): number =>
  a.lamport - b.lamport || compareText(a.device, b.device) || compareText(a.id, b.id);

/** The later of two places; null comes before everything. */
export const laterOf = (a: Order | null, b: Order | null): Order | null => {
  if (a === null) return b;
  if (b === null) return a;
  return compareOrder(a, b) >= 0 ? a : b;
};
