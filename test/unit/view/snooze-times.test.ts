import { expect, test } from 'vitest';
import { asLocalTime, snoozeTimes } from '../../../src/view/snooze-times.ts';
import { completions, tagsInUse } from '../../../src/view/tags.ts';
import type { Conversation } from '../../../src/domain/conversation-state.ts';

const named = (now: Date) =>
  Object.fromEntries(snoozeTimes(now.getTime()).map(({ name, at }) => [name, asLocalTime(at)]));

test('[SN1] on a working day: three hours on, tomorrow at nine, Monday at nine', () => {
  expect(named(new Date(2026, 10, 18, 10, 40))).toEqual({
    today: '2026-11-18T13:00',
    tomorrow: '2026-11-19T09:00',
    nextWeek: '2026-11-23T09:00',
  });
});

test('[SN1] in the evening nothing is later today, and on a Sunday tomorrow is the next week', () => {
  expect(named(new Date(2026, 10, 22, 22, 5))).toEqual({ tomorrow: '2026-11-23T09:00' });
  expect(Object.keys(named(new Date(2026, 10, 23, 17, 30)))).toEqual(['today', 'tomorrow', 'nextWeek']);
  expect(named(new Date(2026, 10, 23, 17, 30))['nextWeek']).toBe('2026-11-30T09:00');
});

test('[TA1] the tags of a team are offered, the most used first, as they go on', () => {
  const all = [['vip', 'late'], ['late'], []].map((tags) => ({ tags }) as unknown as Conversation);
  expect(tagsInUse(all)).toEqual(['late', 'vip']);
  expect(completions(['late', 'vip', 'Événement'], 'eve', [])).toEqual(['Événement']);
  expect(completions(['late', 'vip'], '', ['vip'])).toEqual(['late']);
});
