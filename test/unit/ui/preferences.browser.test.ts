// What a person asked of their system holds on the desk: less motion, and colours of their own.

import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { commands, page, userEvent } from 'vitest/browser';
import StatusMenuHarness from './menu-harness.svelte';
import DeskPage from '../../../src/ui/pages/desk/desk-page.svelte';
import { route } from '../../../src/ui/shell/route.svelte.ts';
import type { DeskView } from '../../../src/view/desk-view.svelte.ts';
import { picks } from '../../../src/view/picks.svelte.ts';
import { SmallWorld } from '../../support/small-world.ts';
import { worldDesk } from '../../support/world-desk.ts';
import PageHarness from './page-harness.svelte';

let desk: DeskView | null = null;

afterEach(async () => {
  desk?.end();
  desk = null;
  picks.end();
  route.read('#/desk');
  await commands.emulateMedia({ reducedMotion: 'no-preference', forcedColors: 'none' });
  await page.viewport(414, 896);
});

const show = async () => {
  await page.viewport(1280, 800);
  const world = new SmallWorld();
  const [hana, jonas] = world.team({ Hana: 'ready', Jonas: 'away', Amara: 'ready' });
  if (hana === undefined || jonas === undefined) throw new Error('Two are needed.');
  const [id] = [hana.opens({ priority: 'urgent' }), hana.opens()];
  hana.desk.takeOver(id);
  hana.desk.reply(id, 'On its way.');
  world.advance(1_000);
  jonas.desk.attend({ conversation: id, isTyping: false });
  world.advance(1_000);
  desk = worldDesk(world, hana);
  route.read(`#/desk/${id}`);
  const screen = await render(PageHarness, { desk, page: DeskPage, hasNotices: true });
  await expect.element(screen.getByRole('textbox', { name: 'Reply' })).toBeVisible();
  return screen;
};

const all = (root: Element): Element[] => [root, ...root.querySelectorAll('*')];

/** Elements that move something else than their opacity. */
const moving = (root: Element): string[] =>
  all(root).flatMap((element) => {
    const { animationName, transitionProperty, transitionDuration } = getComputedStyle(element);
    const durations = transitionDuration.split(', ');
    const moves = transitionProperty.split(', ').some((name, at) => {
      const lasts = parseFloat(durations[at % durations.length] ?? '0') > 0;
      return lasts && name !== 'opacity' && name !== 'none';
    });
    const isSlow = durations.some((each) => parseFloat(each) > 0.08);
    return animationName !== 'none' || moves || (isSlow && transitionProperty !== 'none')
      ? [element.outerHTML.slice(0, 80)]
      : [];
  });

test('with less motion asked for nothing moves, and what fades does so within 80 ms', async () => {
  const { container } = await show();
  expect(moving(container).length).toBeGreaterThan(0);
  await commands.emulateMedia({ reducedMotion: 'reduce' });
  expect(moving(container)).toEqual([]);
});

const colourOf = (element: Element, name: 'stroke' | 'fill' | 'color' | 'backgroundColor'): string =>
  getComputedStyle(element)[name];

const hasEdge = (element: Element): boolean => {
  const { borderTopStyle, borderTopWidth, outlineStyle, outlineWidth } = getComputedStyle(element);
  return (
    (borderTopStyle === 'solid' && parseFloat(borderTopWidth) >= 1) ||
    (outlineStyle === 'solid' && parseFloat(outlineWidth) >= 1)
  );
};

test('[ST8] in colours of their own the three statuses keep their shapes, drawn against what is behind them', async () => {
  const screen = await show();
  await commands.emulateMedia({ forcedColors: 'active' });
  const icons = [...screen.container.querySelectorAll('svg.status')];
  expect(icons.length).toBeGreaterThan(2);
  const canvas = colourOf(document.body, 'backgroundColor');
  for (const icon of icons) {
    const drawn = [...icon.querySelectorAll('*')].flatMap((part) => [colourOf(part, 'stroke'), colourOf(part, 'fill')]);
    expect(drawn.some((colour) => colour !== 'none' && colour !== canvas)).toBe(true);
  }
  const shapes = new Set(icons.map((icon) => icon.innerHTML.replaceAll(/<!--.*?-->/gu, '')));
  expect(shapes.size).toBeGreaterThan(1);
});

test('in colours of their own focus, the chosen row, buttons and boxes have an edge', async () => {
  const screen = await show();
  const chosen = (): Element => screen.container.querySelector('.row.selected') ?? document.body;
  expect(hasEdge(chosen())).toBe(false);
  await commands.emulateMedia({ forcedColors: 'active' });
  expect(hasEdge(chosen())).toBe(true);
  const buttons = [...screen.container.querySelectorAll('.button:not(.quiet)')];
  expect(buttons.length).toBeGreaterThan(2);
  expect(buttons.filter((button) => !hasEdge(button)).map(({ outerHTML }) => outerHTML.slice(0, 80))).toEqual([]);
  expect(hasEdge(screen.container.querySelector('.composer') ?? document.body)).toBe(true);
  const row = screen.container.querySelector<HTMLElement>('.row .open');
  await userEvent.tab();
  row?.focus();
  await userEvent.keyboard('{ArrowDown}');
  const focused = document.activeElement ?? document.body;
  expect(getComputedStyle(focused).outlineStyle).toBe('solid');
  expect(parseFloat(getComputedStyle(focused).outlineWidth)).toBeGreaterThanOrEqual(2);
});

test('in colours of their own what is picked can be told from the rest', async () => {
  const screen = await show();
  await commands.emulateMedia({ forcedColors: 'active' });
  picks.isOn = true;
  await expect.element(screen.getByRole('toolbar', { name: 'Act on what is picked' })).toBeVisible();
  expect(hasEdge(screen.getByRole('toolbar', { name: 'Act on what is picked' }).element())).toBe(true);
  await userEvent.click(screen.getByRole('checkbox').first());
  await expect.element(screen.getByRole('checkbox').first()).toBeChecked();
});

test('in colours of their own a menu has an edge', async () => {
  await commands.emulateMedia({ forcedColors: 'active' });
  const menu = await render(StatusMenuHarness, { onchoose: () => undefined });
  await menu.getByRole('button', { name: 'Open' }).click();
  await expect.element(menu.getByRole('menu')).toBeVisible();
  expect(hasEdge(menu.getByRole('menu').element())).toBe(true);
});
