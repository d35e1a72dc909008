// Files on the customers' page: chosen, pasted and dropped, judged before anything is sent, taken away again, all by
// keyboard too.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import AskPage from '../../../src/ask/ask-page.svelte';
import type { Talk } from '../../../src/ask/talk.svelte.ts';
import { chooseLanguage } from '../../../src/ask/text.svelte.ts';
import { LANGUAGE_CODES } from '../../../src/messages/language.ts';
import { ASK_STATES } from '../../support/ask-states.ts';
import '../../../src/ask/ask.css';

const attached = page.getByRole('list', { name: 'Files that go with this message' });
const box = page.getByRole('textbox', { name: 'Write a message' });

let talk: Talk;

beforeEach(async () => {
  await page.viewport(320, 640);
  const props = ASK_STATES['with files']?.();
  if (props?.talk === null || props === undefined) throw new Error('There is no conversation.');
  talk = props.talk;
  const { container } = await render(AskPage, props);
  container.style.height = '100vh';
});

afterEach(async () => {
  delete document.documentElement.dataset['theme'];
  await chooseLanguage(['en-GB']);
});

const text = (name: string, words = 'Hello'): File => new File([words], name);

const picture = async (name: string): Promise<File> => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [64, 40];
  canvas.getContext('2d')?.fillRect(0, 0, 20, 20);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(new File([blob ?? ''], name))));
};

const holding = (files: readonly File[], words?: string): DataTransfer => {
  const held = new DataTransfer();
  for (const file of files) held.items.add(file);
  if (words !== undefined) held.items.add(words, 'text/plain');
  return held;
};

const drop = (files: readonly File[], on: Element = document.body): boolean =>
  on.dispatchEvent(new DragEvent('drop', { dataTransfer: holding(files), bubbles: true, cancelable: true }));

const paste = (files: readonly File[], words?: string): boolean =>
  box
    .element()
    .dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: holding(files, words), bubbles: true, cancelable: true }),
    );

const namesOf = (): readonly string[] => [...document.querySelectorAll('form .name')].map((each) => each.textContent);

test('[FI4] what is dropped anywhere on the page, or pasted, goes with the next message, also without words', async () => {
  expect(drop([await picture('door.png')], document.querySelector('[role=log]') ?? document.body)).toBe(false);
  await expect.element(attached.getByRole('listitem')).toHaveTextContent('door.png');
  expect(paste([text('notes.txt')])).toBe(false);
  await expect.poll(namesOf).toEqual(['door.png', 'notes.txt']);
  // A cell of a sheet is its text, not the picture of it that comes with it.
  expect(paste([await picture('cell.png')], 'A1')).toBe(true);
  expect(await commands.axeFindings()).toEqual([]);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.element(attached).not.toBeInTheDocument();
  expect(talk.messages.at(-1)).toMatchObject({ text: '', state: 'kept' });
  expect(talk.messages.at(-1)?.files?.map(({ name }) => name)).toEqual(['door.png', 'notes.txt']);
  await expect.element(page.getByRole('img', { name: 'door.png' })).toBeVisible();
  await expect.element(box).toHaveFocus();
});

test('[FI3] each that is refused has its sentence, what is larger is not even read, and the rest stays', async () => {
  const huge = Object.defineProperties(text('film.mp4'), {
    size: { value: 4 * 2 ** 30 },
    arrayBuffer: { value: () => Promise.reject(new Error('It was read.')) },
  });
  const moved = Object.defineProperty(text('moved.txt'), 'arrayBuffer', {
    value: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  });
  const parts = talk.parts?.files;
  const whys = await Promise.all(
    [huge, moved, text('a.txt', ''), text('setup.exe', 'MZ'), text('door.png'), text('x.bin')].map((file) =>
      parts?.choose(file),
    ),
  );
  expect(whys.map((each) => (each?.ok === false ? each.why : 'taken'))).toEqual([
    'tooLarge',
    'unreadable',
    'empty',
    'program',
    'disguised',
    'unknownKind',
  ]);
  drop([text('setup.exe', 'MZ'), text('notes.txt'), text('door.png')]);
  await expect.poll(namesOf).toEqual(['notes.txt']);
  const foot = document.querySelector('#ask-foot');
  await expect.poll(() => foot?.textContent).toContain('setup.exe could run as a program.');
  expect(foot?.textContent).toContain('door.png is not what its name says');
});

test('[FI1] five go with a message, however fast and in how many handfuls they come', async () => {
  for (let hand = 0; hand < 4; hand += 1) drop([text(`a${hand}.txt`, `a${hand}`), text(`b${hand}.txt`, `b${hand}`)]);
  await expect.poll(() => namesOf().length).toBe(5);
  await expect.element(page.getByText(/b3\.txt was left out: a message takes 5 files at most/)).toBeVisible();
  expect(namesOf()).toHaveLength(5);
  for (const code of LANGUAGE_CODES) {
    await chooseLanguage([code]);
    await expect.poll(() => document.documentElement.lang).toBe(code);
    expect(document.documentElement.scrollWidth, code).toBeLessThanOrEqual(320);
  }
});

test('[FI4] by keyboard: a file is taken away, and the hands are on the next one, at last where is written', async () => {
  drop([text('one.txt', '1'), text('two.txt', '2')]);
  await expect.poll(namesOf).toEqual(['one.txt', 'two.txt']);
  const remove = (name: string) => attached.getByRole('button', { name: `Take ${name} away` });
  (remove('one.txt').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(remove('two.txt')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(box).toHaveFocus();
  expect(namesOf()).toEqual([]);
});

test('[FI4] a picture that comes in late leaves the page at its end', async () => {
  const log = document.querySelector('[role=log]') as HTMLElement;
  const fromEnd = (): number => log.scrollHeight - log.scrollTop - log.clientHeight;
  await expect.poll(fromEnd).toBeLessThan(2);
  const before = log.scrollHeight;
  drop([await picture('door.png')]);
  await expect.poll(namesOf).toEqual(['door.png']);
  // What is to be sent takes room below.
  await expect.poll(fromEnd).toBeLessThan(2);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.element(page.getByRole('img', { name: 'door.png' })).toBeVisible();
  await expect.poll(() => log.scrollHeight - before).toBeGreaterThan(40);
  await expect.poll(fromEnd).toBeLessThan(2);
});

test('[FI3] a picture is looked at as large as the screen is, by keyboard too, and the hands are where they were', async () => {
  drop([await picture('door.png')]);
  await expect.poll(namesOf).toEqual(['door.png']);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const small = page.getByRole('button', { name: 'Show door.png' });
  await expect.element(small).toBeVisible();
  (small.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const large = page.getByRole('dialog', { name: 'door.png' });
  await expect.element(large.getByRole('img', { name: 'door.png' })).toBeVisible();
  await expect.element(large.getByRole('button', { name: 'Close picture' })).toHaveFocus();
  expect(await commands.axeFindings()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await userEvent.keyboard('{Escape}');
  await expect.element(large).not.toBeInTheDocument();
  await expect.element(small).toHaveFocus();
});
