// The customers' page in every state, as assistive technology and small screens meet it: nothing that axe finds in
// either theme, nothing that scrolls sideways at 320 pixels in any language.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands, page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import AskPage from '../../../src/ask/ask-page.svelte';
import { chooseLanguage } from '../../../src/ask/text.svelte.ts';
import { ASK_STATES } from '../../support/ask-states.ts';
import { LANGUAGE_CODES } from '../../../src/messages/language.ts';
import '../../../src/ask/ask.css';

beforeEach(async () => {
  await page.viewport(320, 640);
});

afterEach(async () => {
  delete document.documentElement.dataset['theme'];
  await chooseLanguage(['en-GB']);
});

const show = async (state: string): Promise<void> => {
  const props = ASK_STATES[state]?.() ?? { talk: null, refusal: null };
  const { container } = await render(AskPage, props);
  container.style.height = '100vh';
};

/** What is wider than the screen, by its class or tag. */
const tooWide = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('main, main *')]
    .filter((each) => !each.closest('.sr-only') && each.getBoundingClientRect().right > innerWidth + 0.5)
    .map(({ tagName, className }) => `${tagName} ${className}`);

/** Each that looks different; the others differ from one of them by a sentence. */
const LOOKS: readonly string[] = [
  'form',
  'waiting in the queue',
  'nobody Ready',
  'nobody there',
  'talking',
  'with files',
  'ended',
  'blocked',
  'in another tab',
  'link broken',
];

test.each(LOOKS)('[AK1] %s: nothing that axe finds, in the light and in the dark', async (state) => {
  await show(state);
  for (const [theme, look] of [
    ['light', 'everything'],
    ['dark', 'colours'],
  ] as const) {
    document.documentElement.dataset['theme'] = theme;
    expect(await commands.axeFindings(look), theme).toEqual([]);
  }
});

test.each(Object.keys(ASK_STATES))('[AK1] %s: fits a screen of 320 pixels in every language', async (state) => {
  await show(state);
  for (const code of LANGUAGE_CODES) {
    await chooseLanguage([code]);
    await expect.poll(() => document.documentElement.lang).toBe(code);
    expect(tooWide(), code).toEqual([]);
    expect(document.documentElement.scrollWidth, code).toBeLessThanOrEqual(320);
  }
});

test('[AK1] the form says what is missing where it is missing, and puts the hands there', async () => {
  await show('form');
  await page.getByRole('button', { name: 'Send message' }).click();
  const name = page.getByRole('textbox', { name: 'Your name' });
  await expect.element(name).toHaveFocus();
  await expect.element(name).toHaveAccessibleDescription('Enter a name, any that you like.');
  await name.fill('Lena');
  await page.getByRole('button', { name: 'Send message' }).click();
  const text = page.getByRole('textbox', { name: 'Message' });
  await expect.element(text).toHaveFocus();
  await text.fill('x'.repeat(10_001));
  await expect.element(text).toHaveAccessibleDescription('At most 10,000 characters. This has 10,001.');
  expect(await commands.axeFindings()).toEqual([]);
});

test('[AK1] a name and a text are shown as they were written, whatever stands in them', async () => {
  const { talk } = ASK_STATES['talking']?.() ?? { talk: null };
  if (talk === null) throw new Error('There is no conversation.');
  const evil = '<img src=x onerror="globalThis.wasRun = true"><script>globalThis.wasRun = true</script>{1+1}';
  talk.team = evil;
  talk.messages = talk.messages.map((each) => ({ ...each, text: evil, by: each.by === '' ? '' : evil }));
  await render(AskPage, { talk, refusal: null });
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(evil);
  expect(document.querySelectorAll('main img, main script')).toHaveLength(0);
  expect('wasRun' in globalThis).toBe(false);
});
