// The box of skills in a browser: chips are added and taken away without a pointer.

import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import SkillsBox from '../../../src/ui/parts/skills-box.svelte';

test('[QU3] Enter and comma add, Backspace takes the last away, the button any', async () => {
  let skills: readonly string[] = ['billing'];
  const props = () => ({
    label: 'Skills of Hana',
    skills,
    known: ['German'],
    onchange: (next: readonly string[]) => (skills = next),
  });
  const screen = await render(SkillsBox, props());
  const box = screen.getByRole('combobox', { name: 'Skills of Hana' });
  await userEvent.click(box);
  await userEvent.keyboard('german{Enter}');
  expect(skills).toEqual(['billing', 'German']);
  await screen.rerender(props());
  await userEvent.keyboard('中文，');
  expect(skills).toEqual(['billing', 'German', '中文']);
  await screen.rerender(props());
  await userEvent.click(screen.getByRole('button', { name: 'Remove billing' }));
  await screen.rerender(props());
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard('{Backspace}');
  expect(skills).toEqual(['German']);
});
