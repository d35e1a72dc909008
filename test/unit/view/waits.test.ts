import { describe, expect, test } from 'vitest';
import type { StatusEvent } from '../../../src/view/agent-day.ts';
import { timeAxis } from '../../../src/view/axis.ts';
import { csvOf } from '../../../src/view/csv.ts';
import { pausesOf } from '../../../src/view/pauses.ts';
import { quantileOf, waitsOf } from '../../../src/view/waits.ts';
import { Log } from '../../support/log.ts';

const DAY = new Date(2026, 10, 19).getTime();
const at = (hour: number, minute = 0, second = 0): number => new Date(2026, 10, 19, hour, minute, second).getTime();
const MINUTE = 60_000;

/** Opened, picked up and answered at these times. */
const served = (log: Log, id: string, opened: number, pickedUp: number, answered = pickedUp): void => {
  const story = log.conversation(id, {}, { at: opened });
  story.offer('ann', { at: opened });
  story.pickUp('ann', { at: pickedUp });
  story.reply('ann', { at: answered });
};

const spansOf = (log: Log, range: 'today' | 'week' | 'month' = 'today') =>
  waitsOf(log.fold().conversations.values(), range, DAY);

describe('waits by hour', () => {
  test('[DA2] a wait is from entering the queue to the pick-up, in the hour of the pick-up', () => {
    const log = new Log().ready('ann');
    served(log, 'c1', at(9, 50), at(10, 2), at(10, 5));
    served(log, 'c2', at(10, 0), at(10, 4), at(11, 0));
    const spans = spansOf(log);
    expect(spans.map(({ start }) => new Date(start).getHours())).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect(spans[0]).toMatchObject({ pickedUp: 0, medianMs: null });
    expect(spans[1]).toMatchObject({ pickedUp: 2, medianMs: 8 * MINUTE, p90Ms: 12 * MINUTE, answered: 1 });
    expect(spans[1]?.firstResponseMs).toBe(15 * MINUTE);
    expect(spans[2]).toMatchObject({ pickedUp: 0, answered: 1, firstResponseMs: 60 * MINUTE });
  });

  test('[DA2] an offer taken back is part of the wait, and a miss of its hour', () => {
    const log = new Log().ready('ann', 'ben');
    const story = log.conversation('c1', {}, { at: at(9) });
    story.offer('ben', { at: at(9) });
    story.reclaim('timeout', { at: at(9, 1) });
    story.offer('ann', { at: at(9, 1) });
    story.pickUp('ann', { at: at(9, 3) });
    expect(spansOf(log)[0]).toMatchObject({ pickedUp: 1, medianMs: 3 * MINUTE, missed: 1 });
  });

  test('hours before nine and after five are shown where something happened in them', () => {
    const log = new Log().ready('ann');
    served(log, 'c1', at(6), at(6, 30));
    served(log, 'c2', at(21), at(21, 30));
    const spans = spansOf(log);
    expect(spans).toHaveLength(16);
    expect(spans[0]).toMatchObject({ pickedUp: 1 });
    expect(spans.at(-1)).toMatchObject({ pickedUp: 1 });
  });

  test('days are those of the calendar, today the last', () => {
    const log = new Log().ready('ann');
    served(log, 'c1', at(9), at(9, 5));
    served(log, 'c2', at(9) - 6 * 86_400_000, at(9, 5) - 6 * 86_400_000);
    served(log, 'c3', at(9) - 7 * 86_400_000, at(9, 5) - 7 * 86_400_000);
    const week = spansOf(log, 'week');
    expect(week.map(({ pickedUp }) => pickedUp)).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(week.at(-1)?.start).toBe(DAY);
    expect(spansOf(log, 'month')).toHaveLength(28);
  });

  test('a clock that ran backwards makes no wait below 0', () => {
    const log = new Log().ready('ann');
    served(log, 'c1', at(10), at(9, 59));
    expect(spansOf(log)[0]?.medianMs).toBe(0);
  });

  test.for([
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9],
    [[5], 5],
    [[], null],
  ] as const)('90 of 100 of %j is %s', ([values, expected]) => {
    expect(quantileOf(values, 0.9)).toBe(expected);
  });
});

describe('pauses', () => {
  const event = (when: number, to: StatusEvent['to']) => ({ at: when, to }) as StatusEvent;

  test('[DI6] from when the last one left Ready to when the first is again', () => {
    const ann = [event(at(8), 'ready'), event(at(12), 'away'), event(at(13), 'ready')];
    const ben = [event(at(9), 'ready'), event(at(12, 30), 'out')];
    expect(pausesOf([ann, ben], at(9), at(18))).toEqual([{ from: at(12, 30), to: at(13) }]);
    expect(pausesOf([ann], at(9), at(18))).toEqual([{ from: at(12), to: at(13) }]);
  });

  test('what began before is cut, and what goes on ends where the question ends', () => {
    const before = [event(at(7), 'away'), event(at(10), 'ready'), event(at(17), 'away')];
    expect(pausesOf([before], at(9), at(18))).toEqual([
      { from: at(9), to: at(10) },
      { from: at(17), to: at(18) },
    ]);
    expect(pausesOf([[event(at(8), 'out')]], at(9), at(18))).toEqual([{ from: at(9), to: at(18) }]);
    expect(pausesOf([[event(at(8), 'ready')]], at(9), at(18))).toEqual([]);
    expect(pausesOf([], at(9), at(18))).toEqual([]);
    expect(pausesOf([[event(at(11), 'ready')]], at(9), at(18))).toEqual([]);
  });
});

describe('files for spreadsheets', () => {
  test('quotes what needs it, and lets no text become a formula', () => {
    const text = csvOf([
      ['a,b', 'say "so"', 3, null],
      ['=1+1', '@x', '-2', 'plain'],
    ]);
    expect(text).toBe(`\uFEFF"a,b","say ""so""",3,\r\n'=1+1,'@x,'-2,plain\r\n`);
  });
});

describe('the scale of times', () => {
  test.for([0, 1, 59_000, 60_000, 4 * MINUTE, 61 * MINUTE, 26 * 3_600_000, 90 * 86_400_000])(
    'reaches %i ms in a few even steps',
    (greatest) => {
      const marks = timeAxis(greatest);
      expect(marks[0]).toBe(0);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(greatest);
      expect(marks.length).toBeGreaterThanOrEqual(3);
      expect(marks.length).toBeLessThanOrEqual(6);
      expect(new Set(marks.slice(1).map((mark, index) => mark - (marks[index] ?? 0))).size).toBe(1);
    },
  );
});
