// The status as it is drawn and named, and the menu that changes it.

import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import Avatar from '../../../src/ui/parts/avatar.svelte';
import StatusIcon from '../../../src/ui/parts/status-icon.svelte';
import MenuHarness from './menu-harness.svelte';

const drawn = (element: Element): string =>
  [...element.querySelectorAll('circle, path')].map((each) => each.outerHTML).join();

test('[ST8] each status has a shape of its own, and the avatar says it in words', async () => {
  const shapes = new Set<string>();
  for (const status of ['ready', 'away', 'out'] as const) {
    const { container, unmount } = await render(StatusIcon, { status, size: 16 });
    shapes.add(drawn(container));
    await unmount();
  }
  expect(shapes.size).toBe(3);
  const screen = await render(Avatar, { id: 'a', name: 'Priya', status: 'out' });
  await expect.element(screen.getByRole('img', { name: 'Priya: Logged out' })).toBeVisible();
  expect(screen.container.querySelector('svg.status')).not.toBeNull();
});

test('[ST1] the menu of the status works by keyboard and gives the focus back', async () => {
  const chosen: string[] = [];
  const screen = await render(MenuHarness, { onchoose: (value: string) => chosen.push(value) });
  const button = screen.getByRole('button', { name: 'Open' });
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('menuitemradio', { name: 'Ready' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(screen.getByRole('menuitemradio', { name: 'Away' })).toHaveFocus();
  await userEvent.keyboard('l');
  await expect.element(screen.getByRole('menuitem', { name: 'Log out' })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(chosen).toEqual(['away']);
  await expect.element(screen.getByRole('menu')).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Escape}');
  await expect.element(screen.getByRole('menu')).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  expect(chosen).toEqual(['away']);
});
