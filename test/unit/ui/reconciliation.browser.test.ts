// The reconciliation list in a browser: what it names, what one click does, and that it needs no pointer.

import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { commands, page, userEvent, type Locator } from 'vitest/browser';
import ReconciliationPage from '../../../src/ui/pages/desk/reconciliation-page.svelte';
import type { DeskView } from '../../../src/view/desk-view.svelte.ts';
import { apartTeam } from '../../support/apart-team.ts';
import { worldDesk } from '../../support/world-desk.ts';
import PageHarness from './page-harness.svelte';

// A busy machine draws twenty cards slowly.
vi.setConfig({ testTimeout: 40_000 });

let desk: DeskView | null = null;

afterEach(() => {
  desk?.end();
  desk = null;
});

const show = async (count: number) => {
  const { world, hana } = apartTeam(count);
  desk = worldDesk(world, hana);
  const screen = await render(PageHarness, { desk, page: ReconciliationPage, hasNotices: true });
  return { desk, hana, screen, list: screen.getByRole('region', { name: 'Reconciliation' }) };
};

/** Counted as elements: names of two hundred cards are worked out for minutes on a busy machine. */
const cardsIn = (list: Locator): NodeListOf<Element> => list.element().querySelectorAll('article');

test('[CO5] names all twenty, each with both sides', async () => {
  const { list, screen } = await show(20);
  expect(cardsIn(list)).toHaveLength(20);
  await expect.element(list.getByRole('heading', { level: 1 })).toHaveTextContent('While you were apart');
  await expect
    .element(screen.getByText('20 conversations were handled on both sides while you were apart'))
    .toBeVisible();
  for (const card of cardsIn(list)) {
    const sides = [...card.querySelectorAll('[role=group]')].map((side) => side.getAttribute('aria-label'));
    expect(sides).toContain('Hana');
    expect(sides.length).toBeGreaterThan(1);
    expect(card.textContent).toMatch(/Keeps it|waits in the queue|is closed|Now with/u);
  }
});

test('[CO5] says who keeps it and why, with nothing that axe finds', async () => {
  const { list } = await show(3);
  await expect.element(list.getByText('Stays with Jonas.').first()).toBeVisible();
  await expect.element(list.getByText('Jonas answered last.').first()).toBeVisible();
  expect(await commands.axeFindings()).toEqual([]);
});

test('[CO5] one click hands over to the other side, and who decided has seen it', async () => {
  const { list, hana, desk: view } = await show(1);
  const [item] = view.reconciliation.unseen;
  if (item === undefined) throw new Error('One crossed.');
  expect(hana.state(item.conversation.id)).toBe('active Jonas');
  await list.getByRole('button', { name: /^Take over/u }).click();
  expect(hana.state(item.conversation.id)).toBe('active Hana');
  expect(view.reconciliation.unseen).toHaveLength(0);
  await expect.element(list.getByText(/Since then: You took it over/u)).toBeVisible();
  await list.getByRole('button', { name: /^Hand over to Jonas/u }).click();
  expect(hana.state(item.conversation.id)).toBe('assigned Jonas');
});

test('[CO5] seen is personal, stays in place, and takes the notice away', async () => {
  const { list, screen, desk: view } = await show(2);
  await list
    .getByRole('button', { name: /^Mark as seen:/u })
    .first()
    .click();
  expect(view.reconciliation.unseen).toHaveLength(1);
  expect(cardsIn(list)).toHaveLength(2);
  await list.getByRole('button', { name: 'Mark as seen', exact: true }).click();
  expect(view.reconciliation.unseen).toHaveLength(0);
  expect(cardsIn(list)).toHaveLength(2);
  expect(screen.container.textContent).not.toContain('were handled on both sides');
});

test('more than twenty begin as a list to choose from, and the keyboard opens one', async () => {
  await page.viewport(390, 844);
  const { list } = await show(60);
  expect(cardsIn(list)).toHaveLength(60);
  const [head] = list.element().querySelectorAll<HTMLElement>('article button');
  expect(list.element().querySelectorAll('article [role=group]')).toHaveLength(0);
  head?.focus();
  await userEvent.keyboard('{Enter}');
  expect(head?.getAttribute('aria-expanded')).toBe('true');
  expect(list.element().querySelectorAll('article [role=group]')).toHaveLength(2);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
