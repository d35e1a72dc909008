import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../src/domain/conversation-state.ts';
import type { Priority } from '../../../src/domain/entry.ts';
import { asConversationId, asWallMs } from '../../../src/domain/ids.ts';
import { headStartS, inQueueOrder, waitedS } from '../../../src/domain/queue.ts';
import { DEFAULT_SETTINGS, isSettingValue, SETTING_BOUNDS } from '../../../src/domain/settings.ts';
import { WaitingList } from '../../../src/domain/waiting-list.ts';
import { foldOf, Log, START_MS } from '../../support/log.ts';
import { seeded } from '../../support/seeded.ts';

const NOW = asWallMs(START_MS + 3_600_000);
const minutesAgo = (minutes: number): number => NOW - minutes * 60_000;

const ids = (conversations: readonly Conversation[]): string[] => conversations.map((each) => each.id);

describe('[QU2] the order of the queue', () => {
  test('[QU2] who has waited longest comes first', () => {
    const log = new Log();
    log.conversation('short', {}, { at: minutesAgo(1) });
    log.conversation('long', {}, { at: minutesAgo(9) });
    expect(ids(log.fold().waiting(NOW))).toEqual(['long', 'short']);
  });

  test('[QU2] a priority is worth its head start in seconds of waiting, and no more: nothing starves', () => {
    const log = new Log();
    log.conversation('normal for 16 minutes', {}, { at: minutesAgo(16) });
    log.conversation('urgent for 2 minutes', { priority: 'urgent' }, { at: minutesAgo(2) });
    log.conversation('high for 10 minutes', { priority: 'high' }, { at: minutesAgo(10) });
    log.conversation('low for 20 minutes', { priority: 'low' }, { at: minutesAgo(20) });
    expect(ids(log.fold().waiting(NOW))).toEqual([
      'urgent for 2 minutes', // 2 + 15 minutes
      'normal for 16 minutes',
      'high for 10 minutes', // 10 + 5 minutes
      'low for 20 minutes', // 20 - 5 minutes: here the total order decides
    ]);
    log.conversation('normal for 18 minutes', {}, { at: minutesAgo(18) });
    expect(ids(log.fold().waiting(NOW))[0]).toBe('normal for 18 minutes');
  });

  test('[QU2] head starts are the team’s settings', () => {
    const priorities: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];
    expect(priorities.map((priority) => headStartS(priority, DEFAULT_SETTINGS))).toEqual([900, 300, 0, -300]);
    const log = new Log();
    log.conversation('high', { priority: 'high' }, { at: minutesAgo(1) });
    log.conversation('normal', {}, { at: minutesAgo(3) });
    const fold = log.fold();
    expect(ids(fold.waiting(NOW))).toEqual(['high', 'normal']);
    fold.apply([log.set({ headStartHighS: 60 })]);
    expect(ids(fold.waiting(NOW))).toEqual(['normal', 'high']);
  });

  test('[QU2] equal weights stand in the total order', () => {
    const log = new Log();
    for (const [id, lamport] of Object.entries({ a: 3, m: 1, z: 2 }))
      log.conversation(id, {}, { at: minutesAgo(5), lamport });
    expect(ids(log.fold().waiting(NOW))).toEqual(['m', 'z', 'a']);
    expect(ids(foldOf(log.entries.toReversed()).waiting(NOW))).toEqual(['m', 'z', 'a']);
  });

  test('[QU2] opened by one forged entry twice, they still have an order', () => {
    const log = new Log();
    const b = log.conversation('b', {}, { id: 'same', lamport: 1, at: minutesAgo(5) });
    const a = log.conversation('a', {}, { id: 'same', lamport: 1, at: minutesAgo(5) });
    expect([a.id, b.id]).toEqual(ids(log.fold().waiting(NOW)));
    expect([a.id, b.id]).toEqual(ids(foldOf(log.entries.toReversed()).waiting(NOW)));
  });

  test('[QU2] seconds waited are never below 0, and a stamp from the future counts as now', () => {
    expect(waitedS(asWallMs(NOW + 5_000), NOW)).toBe(0);
    expect(waitedS(asWallMs(NOW - 5_000), NOW)).toBe(5);
    const log = new Log();
    log.conversation('from the future', { priority: 'high' }, { at: NOW + 86_400_000 });
    log.conversation('just now', {}, { at: NOW });
    log.conversation('old', {}, { at: minutesAgo(6) });
    expect(ids(log.fold().waiting(NOW))).toEqual(['old', 'from the future', 'just now']);
  });

  test('[QU4] back in the queue, it has the place of its original wait', () => {
    const log = new Log();
    const one = log.conversation('one', {}, { at: minutesAgo(30) });
    log.conversation('two', {}, { at: minutesAgo(20) });
    const fold = log.fold();
    fold.apply([one.offer('ann')]);
    expect(ids(fold.waiting(NOW))).toEqual(['two']);
    fold.apply([one.reclaim('away')]);
    expect(ids(fold.waiting(NOW))).toEqual(['one', 'two']);
  });
});

describe('[QU2] the list that is kept in order', () => {
  interface Change {
    readonly id: number;
    readonly at: number | null;
    readonly priority: Priority;
    readonly isRead: boolean;
  }
  const change: fc.Arbitrary<Change> = fc.record({
    id: fc.integer({ min: 0, max: 400 }),
    at: fc.option(fc.integer({ min: NOW - 100_000, max: NOW + 20_000 }), { nil: null, freq: 4 }),
    priority: fc.constantFrom<Priority>('urgent', 'high', 'normal', 'low'),
    isRead: fc.boolean(),
  });

  const pattern = new Log().conversation().fold();
  const waiting = ({ id, priority }: Change, at: number, lamport: number): Conversation => ({
    ...pattern,
    id: asConversationId(`c${id}`),
    priority,
    waitingSince: asWallMs(at),
    openedOrder: { ...pattern.openedOrder, lamport },
  });

  test(
    '[QU2] equals a plain sort after any comings and goings, head starts that change included',
    { timeout: 60_000 },
    () => {
      const changes = fc.array(change, { minLength: 60, maxLength: 500, size: 'max' });
      fc.assert(
        fc.property(changes, fc.integer({ min: 0, max: 20 }), (all, every) => {
          const list = new WaitingList(DEFAULT_SETTINGS);
          const plain = new Map<string, Conversation>();
          let settings = DEFAULT_SETTINGS;
          for (const [index, each] of all.entries()) {
            const key = `c${each.id}`;
            if (each.at === null) {
              list.delete(key as never);
              plain.delete(key);
            } else {
              const conversation = waiting(each, each.at, (index % 7) + 1);
              list.put(conversation);
              plain.set(key, conversation);
            }
            if (index === every * 10) {
              settings = { ...settings, headStartHighS: 20, headStartLowS: 5 };
              list.configure(settings);
            }
            if (!each.isRead) continue;
            expect(ids(list.at(NOW))).toEqual(ids(inQueueOrder(plain.values(), settings, NOW)));
          }
          expect(list.size).toBe(plain.size);
          const later = asWallMs(NOW + 60_000);
          expect(ids(list.at(later))).toEqual(ids(inQueueOrder(plain.values(), settings, later)));
        }),
        seeded(40),
      );
    },
  );
});

describe('[CO7] settings', () => {
  test('[CO7] a value outside its bounds is not taken', () => {
    for (const [name, [least, greatest]] of Object.entries(SETTING_BOUNDS)) {
      const isTaken = (value: unknown): boolean => isSettingValue(name as 'capacity', value);
      expect([least, greatest].every(isTaken)).toBe(true);
      expect([least - 1, greatest + 1, least + 0.5, Number.NaN, '5', null].some(isTaken)).toBe(false);
      expect(isTaken(DEFAULT_SETTINGS[name as 'capacity'])).toBe(true);
    }
  });

  test('[CO7] each setting is its own: a later change of one leaves the others', () => {
    const log = new Log();
    log.set({ capacity: 9, unpickedMax: 4 });
    log.set({ capacity: 7 });
    expect(log.fold().settings).toEqual({ ...DEFAULT_SETTINGS, capacity: 7, unpickedMax: 4 });
  });
});
