// Which rows of a long list are drawn: those in sight wherever it is scrolled to, and no frame is asked for in vain.

import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import RowWindowHarness from './row-window-harness.svelte';

const frame = (): Promise<unknown> => new Promise((drawn) => requestAnimationFrame(drawn));

const isRow = (node: Node): boolean => node instanceof HTMLLIElement;

const show = async (aboveHeight: number) => {
  const screen = await render(RowWindowHarness, { aboveHeight, count: 1_000 });
  const scroller = screen.getByRole('region', { name: 'Rows' }).element();
  const rows = (): number[] => [...scroller.querySelectorAll('li')].map((row) => Number(row.textContent));
  return { screen, scroller, rows };
};

afterEach(() => vi.restoreAllMocks());

test('far from what was drawn, the rows in sight come first and the spare ones after a frame', async () => {
  const { scroller, rows } = await show(0);
  scroller.scrollTo({ top: 10_000 });
  await expect.poll(() => rows().includes(500) && rows().includes(509)).toBe(true);
  await expect.poll(() => [rows().includes(492), rows().includes(517)]).toEqual([true, true]);
  expect(rows().length).toBeLessThan(40);
});

test('no frame draws more than a portion, however far the list is scrolled', async () => {
  const { scroller } = await show(0);
  const added: number[] = [];
  const watch = new MutationObserver((records) => {
    added.push(records.reduce((sum, { addedNodes }) => sum + [...addedNodes].filter(isRow).length, 0));
  });
  watch.observe(scroller, { childList: true, subtree: true });
  for (const top of [10_000, 3_000, 3_100, 15_000]) {
    scroller.scrollTo({ top });
    for (let index = 0; index < 8; index += 1) await frame();
  }
  watch.disconnect();
  expect(added.length).toBeGreaterThan(8);
  expect(Math.max(...added)).toBeLessThanOrEqual(8);
});

test('a list that lies below the sight asks for no further frames, and is drawn when it comes into it', async () => {
  const { scroller, rows } = await show(5_000);
  await frame();
  const asked = vi.spyOn(globalThis, 'requestAnimationFrame');
  for (const top of [10, 20, 30]) {
    scroller.scrollTo({ top });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  expect(asked).not.toHaveBeenCalled();
  scroller.scrollTo({ top: 6_000 });
  await expect.poll(() => rows().includes(50) && rows().includes(59)).toBe(true);
});

test('a list that goes while a frame is asked for leaves no error behind', async () => {
  const errors: unknown[] = [];
  const onError = (event: ErrorEvent): void => void errors.push(event.error);
  addEventListener('error', onError);
  const { screen, scroller } = await show(0);
  scroller.scrollTo({ top: 10_000 });
  scroller.dispatchEvent(new Event('scroll'));
  await screen.unmount();
  for (let index = 0; index < 3; index += 1) await frame();
  removeEventListener('error', onError);
  expect(errors).toEqual([]);
});
