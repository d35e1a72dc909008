import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asDeviceId, asEntryId } from '../../../src/domain/ids.ts';
import { Latest } from '../../../src/domain/latest.ts';
import { compareEntries, compareOrder, laterOf, type Order } from '../../../src/domain/order.ts';
import { Log } from '../../support/log.ts';
import { seeded } from '../../support/seeded.ts';

const place = (lamport: number, device: string, id: string): Order => ({
  lamport,
  device: asDeviceId(device),
  id: asEntryId(id),
});

const places = fc.record({
  lamport: fc.integer({ min: 0, max: 3 }),
  device: fc.constantFrom('a', 'b').map(asDeviceId),
  id: fc.constantFrom('x', 'y', 'Z').map(asEntryId),
});

test('[CO2] the counter comes first, then the device, then the id; capitals before small letters', () => {
  const sorted = [place(1, 'b', 'y'), place(2, 'a', 'Z'), place(2, 'a', 'y'), place(2, 'b', 'a'), place(3, 'a', 'a')];
  expect(sorted.toReversed().sort(compareOrder)).toEqual(sorted);
});

test('[CO2] the order is total: of two different places one comes first, and it is the same for all', () => {
  fc.assert(
    fc.property(places, places, places, (a, b, c) => {
      const isSame = a.lamport === b.lamport && a.device === b.device && a.id === b.id;
      expect(compareOrder(a, b) === 0).toBe(isSame);
      expect(Math.sign(compareOrder(a, b))).toBe(-Math.sign(compareOrder(b, a)) + 0);
      if (compareOrder(a, b) <= 0 && compareOrder(b, c) <= 0) expect(compareOrder(a, c)).toBeLessThanOrEqual(0);
      expect(compareOrder(laterOf(a, b) ?? a, a)).toBeGreaterThanOrEqual(0);
      expect(laterOf(a, null)).toBe(a);
      expect(laterOf(null, b)).toBe(b);
    }),
    seeded(300),
  );
});

test('[CO2] no clock has a say in it', () => {
  const log = new Log();
  const early = log.join('ann', 'agent', { lamport: 1, at: 9_000_000 });
  const late = log.join('ben', 'agent', { lamport: 2, at: 1 });
  expect(compareOrder(early, late)).toBeLessThan(0);
});

test('[CO3] two entries at one place have an order too; only an entry and its copy are equal', () => {
  const entry = new Log().join('ann');
  const forged = { ...entry, name: 'Mallory' } as typeof entry;
  expect(compareEntries(entry, structuredClone(entry))).toBe(0);
  expect(Math.sign(compareEntries(entry, forged))).toBe(-Math.sign(compareEntries(forged, entry)));
  expect(compareEntries(entry, forged)).not.toBe(0);
});

test('[CO3] a name or a setting is the last in the total order, whenever it came', () => {
  const values = [place(1, 'a', 'x'), place(2, 'a', 'x'), place(2, 'b', 'a')];
  for (const order of [values, values.toReversed()]) {
    const latest = new Latest('');
    for (const each of order) latest.set(`${each.lamport}${each.device}`, each);
    expect(latest.value).toBe('2b');
  }
});
