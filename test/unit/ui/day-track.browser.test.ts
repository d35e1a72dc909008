// An agent's day on a line: what it draws, and that its words say the same.

import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { asConversationId } from '../../../src/domain/ids.ts';
import DayTrack from '../../../src/ui/pages/dashboard/day-track.svelte';
import '../../../src/ui/styles/base.css';

const at = (hour: number, minute = 0): number => new Date(2026, 10, 19, hour, minute).getTime();

test('[DA2] statuses, conversations held and misses are drawn, and the sums are said', async () => {
  const hold = (from: number, to: number, lane: number, name: string) => {
    return { conversation: asConversationId(name), from, to, lane };
  };
  const { container, getByRole } = await render(DayTrack, {
    spans: [
      { status: 'out', from: at(8), to: at(8, 47) },
      { status: 'ready', from: at(8, 47), to: at(12, 6) },
      { status: 'away', from: at(12, 6), to: at(12, 57) },
      { status: 'ready', from: at(12, 57), to: at(14, 19) },
      { status: 'away', from: at(14, 19), to: at(14, 31) },
    ],
    holds: [hold(at(9), at(9, 30), 0, 'a'), hold(at(9, 10), at(10, 20), 1, 'b'), hold(at(13), at(14, 31), 0, 'c')],
    misses: [at(14), at(14, 8), at(14, 16)],
    dayStart: at(0),
    now: at(14, 31),
  });
  expect(container.querySelectorAll('rect.ready')).toHaveLength(2);
  expect(container.querySelectorAll('rect.hold')).toHaveLength(3);
  expect(container.querySelectorAll('path.miss')).toHaveLength(3);
  await expect.element(getByRole('img', { name: /Ready 4 h 41 min, Away 1 h 03 min/u })).toBeVisible();
});
