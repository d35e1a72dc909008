// The total order of entries (CO2): Lamport counter, then device, then id. It is the same on every
// replica and no clock of any machine has a say in it. A device that wrote two different entries at
// one place is broken or forged; then their text decides, so that all replicas still agree.

import type { Entry } from './entry.ts';
import type { DeviceId, EntryId } from './ids.ts';

export interface Order {
  readonly lamport: number;
  readonly device: DeviceId;
  readonly id: EntryId;
}

export const orderOf = ({ lamport, device, id }: Order): Order => ({ lamport, device, id });

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Negative where `a` comes first, zero only for the same entry. */
export const compareOrder = (a: Order, b: Order): number =>
  a.lamport - b.lamport || compareText(a.device, b.device) || compareText(a.id, b.id);

/** Alike field by field, without looking into nested ones: most entries that come twice are. */
const isPlainlyAlike = (a: Entry, b: Entry): boolean => {
  const theirs: Readonly<Record<string, unknown>> = { ...b };
  const own = Object.entries(a);
  return own.length === Object.keys(theirs).length && own.every(([name, value]) => value === theirs[name]);
};

/** As `compareOrder`, and zero only for entries that are alike in every field. */
export const compareEntries = (a: Entry, b: Entry): number =>
  a === b ? 0 : compareOrder(a, b) || (isPlainlyAlike(a, b) ? 0 : compareText(JSON.stringify(a), JSON.stringify(b)));

/** The later of two places; null comes before everything. */
export const laterOf = (a: Order | null, b: Order | null): Order | null => {
  if (a === null) return b;
  if (b === null) return a;
  return compareOrder(a, b) >= 0 ? a : b;
};
