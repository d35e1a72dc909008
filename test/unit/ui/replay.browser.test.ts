// The replay in a browser: moved by keyboard, read-only, and a day run again from its form.

import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { commands, userEvent } from 'vitest/browser';
import ReplayPage from '../../../src/ui/pages/dashboard/replay/replay-page.svelte';
import type { DeskView } from '../../../src/view/desk-view.svelte.ts';
import { recordDay } from '../../support/recorded-day.ts';
import { worldDesk } from '../../support/world-desk.ts';
import PageHarness from './page-harness.svelte';

vi.setConfig({ testTimeout: 40_000 });

let desk: DeskView | null = null;

afterEach(() => {
  desk?.end();
  desk = null;
});

const WORK = { agents: 2, everyMs: 60_000, pickMs: 5_000, replyMs: 20_000, handleMs: 100_000, capacity: 1 };

const show = async (customers: number) => {
  const { world, hana } = recordDay({ ...WORK, customers });
  desk = worldDesk(world, hana);
  const before = hana.replica.size;
  const screen = await render(PageHarness, { desk, page: ReplayPage });
  const slider = screen.getByRole('slider', { name: 'Moment' });
  await expect.element(slider).toBeVisible();
  (slider.element() as HTMLElement).focus();
  return { screen, slider, hana, before };
};

const valueOf = (element: Element): string => element.getAttribute('aria-valuetext') ?? '';

test('[CO3] the keyboard goes to any moment, and the desk is as it was then', async () => {
  const { screen, slider, hana, before } = await show(5);
  await expect.element(screen.getByText('5 arrived, 5 assigned, 0 missed in this time.')).toBeVisible();
  await userEvent.keyboard('{Home}');
  await expect.element(screen.getByText('Nothing waited.')).toBeVisible();
  await expect.element(screen.getByText('Nobody had joined.')).toBeVisible();
  const start = valueOf(slider.element());
  await userEvent.keyboard('{End}{ArrowLeft}{ArrowLeft}');
  // Before the last was closed.
  await expect.element(screen.getByText(/In progress for/u)).toBeVisible();
  const last = valueOf(slider.element());
  expect(last).not.toBe(start);
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(screen.getByText('Nobody held anything.')).toBeVisible();
  expect(valueOf(slider.element())).not.toBe(last);
  expect(hana.replica.size).toBe(before);
});

test('space plays and stops, and nothing that axe finds', async () => {
  const { screen, slider } = await show(3);
  await userEvent.keyboard('{Home} ');
  await expect.element(screen.getByRole('button', { name: 'Pause' })).toBeVisible();
  const start = valueOf(slider.element());
  await expect.poll(() => valueOf(slider.element())).not.toBe(start);
  await userEvent.keyboard(' ');
  await expect.element(screen.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await commands.axeFindings()).toEqual([]);
});

test('[AS4] a day run again says what was, what would be, and how far to trust it', async () => {
  const { screen } = await show(8);
  await screen.getByRole('textbox', { name: 'Conversations at a time' }).fill('0');
  await screen.getByRole('button', { name: 'Run again' }).click();
  await expect.element(screen.getByText('From 1 to 1,000.')).toBeVisible();
  await screen.getByRole('textbox', { name: 'Conversations at a time' }).fill('5');
  await screen.getByRole('button', { name: 'Run again' }).click();
  const table = screen.getByRole('table');
  await expect.element(table.getByRole('columnheader', { name: 'Changed: 5 at a time, 60 s' })).toBeVisible();
  const cells = [...table.element().querySelectorAll('tbody tr')].map(
    (row) => row.textContent.trim().split(/\s{2,}/u)[0],
  );
  expect(cells).toHaveLength(8);
  await expect.element(screen.getByText(/How far to trust it/u)).toBeVisible();
  expect(await commands.axeFindings()).toEqual([]);
});

test('a team to which nothing has happened is told so', async () => {
  const { world, hana } = recordDay({ ...WORK, customers: 0 });
  desk = worldDesk(world, hana);
  const past = { ...desk.past, team: { entries: () => [] }, clock: desk.past.clock };
  Object.defineProperty(desk, 'past', { value: past });
  const screen = await render(PageHarness, { desk, page: ReplayPage });
  await expect.element(screen.getByText('Nothing has happened yet.')).toBeVisible();
});
