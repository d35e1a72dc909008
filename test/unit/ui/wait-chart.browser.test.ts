// The waits as a chart and as a table: the same numbers in both.

import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import WaitChart from '../../../src/ui/pages/dashboard/wait-chart.svelte';
import WaitTable from '../../../src/ui/pages/dashboard/wait-table.svelte';
import type { WaitSpan } from '../../../src/view/waits.ts';
import '../../../src/ui/styles/base.css';

const MINUTE = 60_000;
const at = (hour: number): number => new Date(2026, 10, 19, hour).getTime();

const span = (hour: number, medianMs: number | null, p90Ms: number | null): WaitSpan => ({
  start: at(hour),
  end: at(hour + 1),
  pickedUp: medianMs === null ? 0 : 12,
  medianMs,
  p90Ms,
  answered: 0,
  firstResponseMs: null,
  missed: hour === 12 ? 3 : 0,
});

const SPANS = [
  span(9, 1.6 * MINUTE, 4.2 * MINUTE),
  span(10, 2.1 * MINUTE, 5.6 * MINUTE),
  span(11, 2.8 * MINUTE, 6.9 * MINUTE),
  span(12, 5.2 * MINUTE, 14.8 * MINUTE),
  span(13, 3.1 * MINUTE, 7.4 * MINUTE),
  span(14, 2.3 * MINUTE, 4.6 * MINUTE),
  span(15, null, null),
  span(16, null, null),
  span(17, null, null),
];

const labelOf = ({ start }: WaitSpan): string => String(new Date(start).getHours()).padStart(2, '0');

test('[DA2] each span is a bar as high as its median, with a mark above it and what was paused behind', async () => {
  const pauses = [{ from: at(12) + 36 * MINUTE, to: at(12) + 52 * MINUTE }];
  const { container, getByText } = await render(WaitChart, { spans: SPANS, pauses, labelOf });
  const heights = [...container.querySelectorAll('rect.median')].map((bar) => Number(bar.getAttribute('height')));
  expect(heights).toHaveLength(6);
  expect((heights[3] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(5.2 / 1.6, 1);
  expect(container.querySelectorAll('rect.mark')).toHaveLength(6);
  expect(container.querySelectorAll('rect.none')).toHaveLength(3);
  await expect.element(getByText('Paused 12:36 to 12:52')).toBeVisible();
});

test('the table says the same in words', async () => {
  const { getByRole } = await render(WaitTable, { spans: SPANS, label: 'Wait by hour', labelOf });
  const row = getByRole('row', { name: /^12 / });
  await expect.element(row).toHaveTextContent(/12\s*12\s*5 min\s*14 min\s*none\s*3/u);
});

test('[DA2] pick-ups and misses are bars of numbers on a scale of whole ones', async () => {
  const { container } = await render(WaitChart, { spans: SPANS, pauses: [], labelOf, measure: 'missed' });
  expect(container.querySelectorAll('rect.median')).toHaveLength(1);
  expect(container.querySelectorAll('rect.mark')).toHaveLength(0);
  const scale = [...container.querySelectorAll('text[text-anchor=end]')].map((text) => text.textContent.trim());
  expect(scale).toEqual(['0', '1', '2', '3']);
});
