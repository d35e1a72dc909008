// What stands on a screen that was open all the time is what a reload would show: nothing on it has stopped following
// the log. On every page, while colleagues change about everything that can change.

import { expect, test, type Page } from '@playwright/test';
import { setSettings, startTeam, type Team } from '../support/team.ts';

let team: Team;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Hana', 'Jonas', 'Priya']);
});

test.afterAll(async () => {
  await team.close();
});

/** What a day's charts say of times that go on. */
const CHARTED = /^(?:Paused # to #|Nobody was Ready for # in all|\w+ #)$/u;

/** All that is read or spoken on the page, line by line, without what a clock moves and what was only announced. */
const words = async (page: Page): Promise<string> => {
  const lines = await page.evaluate(() => {
    const passing = [...document.querySelectorAll<HTMLElement>('.sr-only[aria-live]')].map((each) => each.innerText);
    const read = document.body.innerText.split('\n').filter((line) => !passing.includes(line));
    const named = [...document.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label') ?? '');
    return [...read, document.title, ...named];
  });
  return lines
    .map((line) => line.replaceAll(/[\d.]+ (?:s|ms|min|h|kB|MB|bytes)\b|\d+:\d\d(?::\d\d)?/gu, '#').trim())
    .filter((line) => line !== '' && !CHARTED.test(line))
    .join('\n');
};

/** Once two looks agree: a part comes with a file of its own. */
const settled = async (page: Page): Promise<readonly string[]> => {
  let last = '';
  await expect
    .poll(
      async () => {
        const before = last;
        last = await words(page);
        return last === before;
      },
      { intervals: [300] },
    )
    .toBe(true);
  return last.split('\n');
};

const visit = async (page: Page): Promise<Record<string, readonly string[]>> => {
  const seen: Record<string, readonly string[]> = {};
  for (const place of ['Dashboard', 'Chat', 'Settings', 'Desk']) {
    await page.getByRole('link', { name: place }).click();
    await expect(page).toHaveTitle(new RegExp(place));
    seen[place] = await settled(page);
  }
  return seen;
};

test('[OF2] [DI6] a page that was open all the time shows what one that is opened anew shows', async () => {
  test.setTimeout(120_000);
  const [hana, jonas, priya] = [team.agent('Hana'), team.agent('Jonas'), team.agent('Priya')];
  // From here on what Hana sees began with a snapshot.
  await hana.addConversation({ customer: 'First', subject: 'Before the reload' });
  await hana.page.reload();
  await hana.expectDesk();
  await visit(hana.page);

  await jonas.setStatus('Ready');
  for (const customer of ['Mei', 'Lena', 'Omar', 'Kofi'])
    await priya.addConversation({ customer, subject: 'Question' });
  await jonas.openRow({ customer: 'Mei', subject: 'Question' });
  await jonas.page.getByRole('textbox', { name: 'Reply' }).fill('It is on its way.');
  await jonas.page.getByRole('button', { name: /^Send/ }).click();
  await jonas.page.getByRole('button', { name: 'Close conversation' }).click();
  await priya.setStatus('Ready');
  await priya.setStatus('Away');
  await setSettings(priya, { 'Conversations at a time': '4' });
  await priya.goTo('Chat');
  await priya.page.getByRole('textbox').fill('Hello all.');
  await priya.page.keyboard.press('Enter');
  await priya.goTo('Desk');
  await jonas.setStatus('Away');
  await expect(hana.assignment()).toHaveText(/^Assignment paused/);

  const before = await visit(hana.page);
  await hana.page.reload();
  await hana.expectDesk();
  await expect(hana.connection()).toHaveAccessibleName(/2 of 2/);
  const after = await visit(hana.page);
  for (const place of Object.keys(before)) expect.soft(after[place], place).toEqual(before[place]);
  expect(hana.errors).toEqual([]);
});
