// Words, numbers and times as a person reads them.

import { afterEach, describe, expect, test } from 'vitest';
import { first } from '../../../src/messages/en/first.ts';
import { later } from '../../../src/messages/en/later.ts';
import {
  faultText,
  formatDay,
  formatDuration,
  formatList,
  formatSince,
  formatTime,
  setLocale,
  t,
} from '../../../src/view/text.svelte.ts';

const at = (day: number, hours: number, minutes: number): number => new Date(2026, 10, day, hours, minutes).getTime();
const en = { ...first, ...later };
const NOW = at(19, 14, 31);

afterEach(() => setLocale('en', en));

describe('sentences', () => {
  test('placeholders are filled, numbers in the way of the locale', () => {
    expect(t('load.of', { open: 2, capacity: 1000 })).toBe('2 of 1,000');
  });

  test('a plural follows the number', () => {
    expect(t('last.waiting', { n: 1 })).toContain('1 is waiting');
    expect(t('last.waiting', { n: 7 })).toContain('7 are waiting');
  });

  test('what a person wrote is never read as a placeholder', () => {
    expect(t('row.name', { customer: '{subject}', subject: 'Burrs' })).toBe('{subject}: Burrs');
  });

  test('a name written from right to left is isolated, others are left as they are', () => {
    expect(t('row.name', { customer: 'Hana', subject: 'نص' })).toBe('Hana: \u2068نص\u2069');
  });

  test('another locale with other plural forms takes over at run time', () => {
    const fewer = { ...en, 'nav.desk': 'ホーム', 'last.waiting': { other: '{n} 件' } };
    setLocale('ja', fewer);
    expect(t('nav.desk')).toBe('ホーム');
    expect(t('last.waiting', { n: 1 })).toBe('1 件');
  });

  test('no sentence has an exclamation mark, and every one says something', () => {
    for (const [key, message] of Object.entries(en)) {
      for (const sentence of typeof message === 'string' ? [message] : Object.values(message)) {
        expect(sentence, key).not.toMatch(/!|^\s*$/u);
      }
    }
  });

  test('both forms of a plural name the same placeholders, the number aside', () => {
    const namesIn = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/gu)]
        .map(([, name]) => name ?? '')
        .filter((name) => name !== 'n')
        .sort();
    const plurals = Object.values(en).filter((message) => typeof message !== 'string');
    expect(plurals.map(({ one }) => namesIn(one))).toEqual(plurals.map(({ other }) => namesIn(other)));
  });
});

test('every fault, refusal and hindrance says what happened and what to do, each in words of its own', () => {
  const faults = ['blocked', 'full', 'closed', 'corrupt', 'unknown', 'peerMisbehaved', 'webrtcAbsent'] as const;
  const kinds = /^(refusal|entry|hindrance|fault)\./u;
  const said = Object.entries(en).filter(([key]) => kinds.test(key));
  expect(said.length).toBeGreaterThanOrEqual(30);
  for (const [key, sentence] of said) expect(String(sentence), key).toMatch(/^[A-Z].{20,}\.$/u);
  expect(new Set(said.map(([, sentence]) => sentence)).size).toBe(said.length);
  expect(new Set(faults.map((reason) => faultText(reason))).size).toBe(faults.length);
  expect(faultText('full')).toBe(en['hindrance.storageFull']);
});

describe('times', () => {
  test('of the day with two digits each', () => expect(formatTime(at(19, 9, 5))).toBe('09:05'));

  test('midnight is 00:00', () => expect(formatTime(at(19, 0, 0))).toBe('00:00'));

  test('durations in seconds, minutes, hours and days, rounded down', () => {
    expect(formatDuration(48_999)).toBe('48 s');
    expect(formatDuration(8 * 60_000 + 59_000)).toBe('8 min');
    expect(formatDuration(63 * 60_000)).toBe('1 h 03 min');
    expect(formatDuration(24 * 3_600_000)).toBe('1 day');
    expect(formatDuration(50 * 3_600_000)).toBe('2 days');
    expect(formatDuration(-5)).toBe('0 s');
  });

  test('since: the time today, the weekday within the week, then the date', () => {
    expect(formatSince(at(19, 14, 19), NOW)).toBe('14:19');
    expect(formatSince(at(18, 18, 4), NOW)).toBe('Wed 18:04');
    expect(formatSince(new Date(2026, 7, 11).getTime(), NOW)).toBe('11 Aug');
    expect(formatSince(new Date(2025, 6, 2).getTime(), NOW)).toBe('2 Jul 2025');
  });

  test('a day line has weekday, day and month', () => expect(formatDay(NOW)).toBe('Thursday 19 November'));

  test('lists are joined as the locale joins them', () => {
    expect(formatList(['Hana', 'Jonas', 'Amara'])).toBe('Hana, Jonas and Amara');
  });
});
