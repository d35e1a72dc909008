// What a tab tells of itself while somebody reads and writes: seldom, and no longer than it is true.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asConversationId } from '../../../src/domain/ids.ts';
import type { Attending } from '../../../src/engine/ports.ts';
import { Company } from '../../../src/view/company.ts';

const [c1, c2] = [asConversationId('c1'), asConversationId('c2')];

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const tab = () => {
  const told: (string | null)[] = [];
  const words = (attending: Attending | null): string | null =>
    attending === null ? null : `${attending.conversation}${attending.isTyping ? ' typing' : ''}`;
  const company = new Company({ attend: (attending) => told.push(words(attending)), attendees: () => [] });
  return { company, told };
};

describe('[AT1] what is told', () => {
  test('[AT1] opened, written in, silent for five seconds, left', () => {
    const { company, told } = tab();
    company.see(c1);
    vi.advanceTimersByTime(2_000);
    company.typed(c1);
    vi.advanceTimersByTime(4_000);
    company.typed(c1);
    vi.advanceTimersByTime(4_000);
    expect(told).toEqual(['c1', 'c1 typing']);
    vi.advanceTimersByTime(3_000);
    company.leave(c1);
    vi.advanceTimersByTime(2_000);
    expect(told).toEqual(['c1', 'c1 typing', 'c1', null]);
  });

  test('[AT1] who has sent writes no more, and the others hear it with the message', () => {
    const { company, told } = tab();
    company.see(c1);
    vi.advanceTimersByTime(2_000);
    company.typed(c1);
    vi.advanceTimersByTime(100);
    expect(told.at(-1)).toBe('c1 typing');
    company.sent();
    expect(told.at(-1)).toBe('c1');
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual(['c1', 'c1 typing', 'c1']);
  });

  test('[AT1] ten seconds of going from one to the next are at most eleven changes, and the last one is told', () => {
    const { company, told } = tab();
    for (let each = 0; each < 100; each += 1) {
      const [from, to] = each % 2 === 0 ? [c1, c2] : [c2, c1];
      company.leave(from);
      company.see(to);
      vi.advanceTimersByTime(100);
    }
    vi.advanceTimersByTime(2_000);
    expect(told.length).toBeLessThanOrEqual(11);
    expect(told.at(-1)).toBe('c1');
    expect(told).not.toContain(null);
  });
});
