// Bad days for a layout: forty agents of one name in both directions of writing, in a window as narrow as 400 % zoom
// leaves; and a page whose texts an extension has translated under the desk.

import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { PickerAgent } from '../../../src/ui/parts/part-types.ts';
import AgentPicker from '../../../src/ui/parts/agent-picker.svelte';
import SkillsBox from '../../../src/ui/parts/skills-box.svelte';
import DeskPage from '../../../src/ui/pages/desk/desk-page.svelte';
import { route } from '../../../src/ui/shell/route.svelte.ts';
import { SmallWorld } from '../../support/small-world.ts';
import { worldDesk } from '../../support/world-desk.ts';
import PageHarness from './page-harness.svelte';
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

const ODD: Readonly<Record<string, string>> = {
  'a text of 100,000 characters': 'All of it is read, and none of it is cut. '.repeat(2_400).slice(0, 100_000),
  'one word of 5,000': 'W'.repeat(5_000),
  'both directions in one line': 'שלום, order 4417 مرحبا (A-12) \u202eesrever\u202c 完了'.repeat(20),
};

test.for(Object.keys(ODD))('%s: the thread holds at 400 per cent, the box to answer is reached', async (name) => {
  const text = ODD[name] ?? '';
  await page.viewport(320, 256);
  const world = new SmallWorld();
  const hana = world.peer('Hana');
  world.advance(1_000);
  const customer = { key: 'k', name: NAME };
  const id = hana.opens({ customer, subject: text.slice(0, 200), messages: [{ key: null, from: 'customer', text }] });
  hana.desk.takeOver(id);
  hana.desk.note(id, text);
  const desk = worldDesk(world, hana);
  route.read(`#/desk/${id}`);
  const screen = await render(PageHarness, { desk, page: DeskPage });
  const box = screen.getByRole('textbox', { name: 'Reply' });
  await box.click();
  await userEvent.keyboard('Read.');
  await expect.element(box).toHaveValue('Read.');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  const wide = [...screen.container.querySelectorAll('[role=log] *')].filter(
    (element) => element.getBoundingClientRect().right > 321,
  );
  expect(wide.map(({ outerHTML }) => outerHTML.slice(0, 80))).toEqual([]);
  expect(screen.getByRole('log').element().textContent).toContain(text);
  desk.end();
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
