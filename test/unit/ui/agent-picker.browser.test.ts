// The picker in a browser: what it names, and that it needs no pointer.

import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import AgentPicker from '../../../src/ui/parts/agent-picker.svelte';
import type { PickerAgent } from '../../../src/ui/parts/part-types.ts';

const agent = (name: string, status: PickerAgent['status'], open: number): PickerAgent => ({
  id: name.toLowerCase(),
  name,
  status,
  open,
  capacity: 5,
  sinceText: 'since 13:20',
});

const TEAM = [
  agent('Priya', 'out', 1),
  agent('Wei-Lun', 'away', 1),
  agent('Amara', 'ready', 3),
  agent('Jonas', 'ready', 5),
];

const namesIn = (container: Element): (string | null)[] =>
  [...container.querySelectorAll('[role=option]')].map((element) => element.getAttribute('aria-label'));

test('[TR4] everyone is listed, Ready first, then Away, then Logged out, each with status and load', async () => {
  const screen = await render(AgentPicker, { label: 'Agents', agents: TEAM, chosen: null });
  expect(namesIn(screen.container)).toEqual([
    'Amara, Ready, 3 of 5',
    'Jonas, Ready, 5 of 5, Goes over capacity',
    'Wei-Lun, Away, 1 of 5',
    'Priya, Logged out, 1 of 5',
  ]);
  expect(screen.container.querySelectorAll('[role=option] svg.status')).toHaveLength(4);
});

test('[TR4] the keyboard finds and chooses', async () => {
  let submitted = 0;
  const props = { label: 'Agents', agents: TEAM, chosen: null, onsubmit: () => (submitted += 1) };
  const screen = await render(AgentPicker, props);
  const box = screen.getByRole('combobox');
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  await expect.element(screen.getByRole('option', { name: /^Wei-Lun/u })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('PRI');
  await expect.element(screen.getByRole('option', { name: /^Priya/u })).toHaveAttribute('aria-selected', 'true');
  expect(namesIn(screen.container)).toHaveLength(1);
  const pointed = screen.getByRole('option').element().id;
  await expect.element(box).toHaveAttribute('aria-activedescendant', pointed);
  await userEvent.keyboard('{Enter}');
  expect(submitted).toBe(1);
});

test('a name that nobody has is answered in words', async () => {
  const screen = await render(AgentPicker, { label: 'Agents', agents: TEAM, chosen: null });
  await userEvent.fill(screen.getByRole('combobox'), 'zzz');
  await expect.element(screen.getByText(/No agent of that name/u)).toBeVisible();
});
