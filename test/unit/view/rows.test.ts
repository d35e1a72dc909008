import { describe, expect, test } from 'vitest';

import type { Conversation } from '../../../src/domain/conversation-state.ts';
import { asAgentId } from '../../../src/domain/ids.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { readRow, type RowSource } from '../../../src/view/rows.ts';
import { story, START_MS } from '../../support/log.ts';

const MINUTE = 60_000;
const sourceOf = (me: string, patch: Partial<RowSource> = {}): RowSource => ({
  me: asAgentId(me),
  now: START_MS + 10_000,
  settings: DEFAULT_SETTINGS,
  isUnread: () => false,
  hasDraft: () => false,
  person: (id) => ({ id, name: `Name of ${id}`, status: 'away' }),
  offerRemainingMs: () => null,
  ...patch,
});
const row = (conversation: Conversation, me = 'ann', patch: Partial<RowSource> = {}) =>
  readRow(conversation, sourceOf(me, patch));

describe('a row', () => {
  test('[QU4] counts its age from where the wait counts, and in progress from the oldest word without an answer', () => {
    const lines = story();
    lines.customerWrites('Hello', { at: START_MS + MINUTE });
    expect(row(lines.fold()).since).toBe(lines.fold().openedAt);
    lines.offer('ann');
    expect(row(lines.fold()).since).toBe(lines.fold().openedAt);
    lines.pickUp('ann', { at: START_MS + 2 * MINUTE });
    expect(row(lines.fold()).since).toBe(START_MS + MINUTE);
    lines.reply('ann', { at: START_MS + 3 * MINUTE });
    expect(row(lines.fold()).since).toBe(START_MS + 2 * MINUTE);
    lines.customerWrites('And now?', { at: START_MS + 4 * MINUTE });
    expect(row(lines.fold()).since).toBe(START_MS + 4 * MINUTE);
    lines.close('ann', 2, { at: START_MS + 5 * MINUTE });
    expect(row(lines.fold()).since).toBe(START_MS + 5 * MINUTE);
  });

  test('is late after its priority’s time, and never once it is answered or closed', () => {
    const lines = story();
    lines.customerWrites('Hello', { at: START_MS });
    lines.offer('ann');
    lines.pickUp('ann');
    const isLate = (minutes: number): boolean => row(lines.fold(), 'ann', { now: START_MS + minutes * MINUTE }).isLate;
    expect([isLate(29), isLate(31)]).toEqual([false, true]);
    lines.reply('ann');
    expect(isLate(600)).toBe(false);
    lines.close('ann', 1);
    expect(isLate(600)).toBe(false);
  });

  test('[TR1] shows the colleague who holds it, or who transferred it to me, and never myself', () => {
    const lines = story();
    expect(row(lines.fold()).person).toBeNull();
    lines.offer('ann');
    expect(row(lines.fold())).toMatchObject({ person: null, isHandedOver: false });
    expect(row(lines.fold(), 'ben').person).toMatchObject({ id: 'ann', status: 'away' });
    lines.transfer('ben', 'ann');
    expect(row(lines.fold())).toMatchObject({ person: { id: 'ben' }, isHandedOver: true });
    expect(row(lines.fold(), 'ben')).toMatchObject({ person: { id: 'ann' }, isHandedOver: false });
  });

  test('[RE2] shows what is left of an offer only while its clock runs', () => {
    const lines = story();
    lines.offer('ann');
    expect(row(lines.fold()).offer).toBeNull();
    const running = { offerRemainingMs: () => DEFAULT_SETTINGS.pickupTimeoutMs / 4 };
    expect(row(lines.fold(), 'ann', running).offer).toEqual({ left: 0.25, ms: 15_000 });
    lines.pickUp('ann');
    expect(row(lines.fold(), 'ann', running).offer).toBeNull();
  });

  test('takes a piece of the last words, on one line, however long they are', () => {
    const lines = story();
    lines.customerWrites(`one\n\n two ${'x'.repeat(100_000)}`);
    const { snippet } = row(lines.fold());
    expect(snippet.startsWith('one two x')).toBe(true);
    expect(snippet.length).toBeLessThan(200);
  });
});
