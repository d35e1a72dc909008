// Bad days for a layout: forty agents of one name in both directions of writing, in a window as narrow as 400 % zoom
// leaves; and a page whose texts an extension has translated under the desk.

import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { PickerAgent } from '../../../src/ui/parts/part-types.ts';
import AgentPicker from '../../../src/ui/parts/agent-picker.svelte';
import SkillsBox from '../../../src/ui/parts/skills-box.svelte';
import '../../../src/ui/styles/base.css';

const NAME = 'مريم Maximiliane-Alexandrine von und zu Wolkenstein';

afterEach(() => page.viewport(414, 896));

const forty = (): readonly PickerAgent[] =>
  Array.from({ length: 40 }, (_, each) => ({
    id: `agent-${each}`,
    name: NAME,
    status: 'ready',
    open: each % 6,
    capacity: 5,
    sinceText: 'since 13:20',
  }));

test('[TR4] forty of one name: all listed, the keyboard reaches the one that is meant, nothing sticks out', async () => {
  await page.viewport(320, 480);
  const screen = await render(AgentPicker, { label: 'Agents', agents: forty(), chosen: null });
  // As much as the dialog around it gives.
  if (screen.container instanceof HTMLElement) screen.container.style.padding = '0 12px';
  const options = [...screen.container.querySelectorAll('[role=option]')];
  expect(options).toHaveLength(40);
  expect(new Set(options.map(({ id }) => id)).size).toBe(40);
  await expect.element(screen.getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.container.querySelectorAll('[aria-selected=true]')).toHaveLength(1);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

/** As translators of pages do: each text is put into an element of its own. */
const translate = (root: Element): void => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  for (const text of texts.filter(({ data }) => data.trim() !== '')) {
    const font = document.createElement('font');
    font.textContent = `~${text.data}`;
    text.replaceWith(font);
  }
};

test('a translated page still adds and removes what it shows', async () => {
  let skills: readonly string[] = ['billing', 'German'];
  const props = () => ({
    label: 'Skills of Hana',
    skills,
    known: [],
    onchange: (next: readonly string[]) => (skills = next),
  });
  const screen = await render(SkillsBox, props());
  translate(screen.container);
  await userEvent.click(screen.getByRole('button', { name: 'Remove billing' }));
  await screen.rerender(props());
  expect(skills).toEqual(['German']);
  expect(screen.container.querySelectorAll('.skill')).toHaveLength(1);
  await userEvent.keyboard('refunds{Enter}');
  await screen.rerender(props());
  expect(screen.container.querySelectorAll('.skill')).toHaveLength(2);
});
