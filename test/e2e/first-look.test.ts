// The lists of the last time stand before the log is read, say so, and give way to what the log says. The log is
// held up by holding back its program.

import { expect, test, type Page } from '@playwright/test';
import { startTeam, type Team } from '../support/team.ts';

let team: Team;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Hana']);
});

test.afterAll(async () => {
  await team.close();
});

/** Each list with its count and its rows, as they are read out; ages move on by themselves, and to look is to have
 * read. */
const lists = (page: Page): Promise<readonly string[]> =>
  page.getByRole('region', { name: 'Conversations' }).evaluate((pane) => {
    const words = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent;
    return [...pane.querySelectorAll('section section > :first-child button, li a, li button')].map((element) =>
      words(element)
        .replace(/(, (unread|Draft)|\d+ (s|min)\b)/gu, '')
        .trim(),
    );
  });

/** Past the service worker, which would answer by itself. */
const reloadHeld = async (page: Page): Promise<() => void> => {
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  });
  const held: (() => void)[] = [];
  const hold = new Promise<void>((resolve) => held.push(resolve));
  await page.route(
    /\/assets\/session-/,
    async (route) => {
      await hold;
      await route.continue();
    },
    { times: 1 },
  );
  await page.reload();
  return () => {
    for (const release of held) release();
  };
};

test('[OF2] the lists of the last time stand before the log is read, and what the log says takes their place', async () => {
  test.setTimeout(90_000);
  const hana = team.agent('Hana');
  const { page } = hana;
  const questions = ['Grinder jams', 'Bill of May', 'No hot water'].map((subject) => ({ customer: 'Daniel', subject }));
  await hana.addConversation(questions[0] ?? { customer: '', subject: '' });
  await hana.setStatus('Ready');
  await hana.row(hana.list('Assigned to me'), { customer: 'Daniel', subject: 'Grinder jams' }).waitFor();
  await hana.setStatus('Away');
  for (const question of questions.slice(1)) await hana.addConversation(question);
  await expect(hana.row(hana.list('Waiting'), { customer: 'Daniel', subject: 'No hot water' })).toBeVisible();
  const before = await lists(page);
  expect(before.join(' ')).toContain('Bill of May');

  const release = await reloadHeld(page);
  const opening = page.getByText('Reading the log.');
  await expect(opening).toBeVisible();
  expect(await lists(page)).toEqual(before);
  await hana.openRow({ customer: 'Daniel', subject: 'Bill of May' });
  await page.getByRole('textbox', { name: 'Reply' }).fill('Not lost.');
  await page.getByRole('button', { name: /^Send/ }).click();
  await expect(page.getByText('The log is still being read, so nothing was done.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('Not lost.');
  release();
  await expect(opening).toBeHidden();
  await expect(page.getByText('Hello, can you help me?').last()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('Not lost.');
  expect(await lists(page)).toEqual(before);
  // What was counted for the snapshot goes on with the log.
  await hana.addConversation({ customer: 'Mei', subject: 'After the log' });
  await expect(hana.list('Waiting').getByRole('button', { name: 'Waiting 3', exact: true })).toBeVisible();
  const after = await lists(page);

  // The same from the log alone.
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      if (name?.startsWith('deskmesh-first-look-') === true) indexedDB.deleteDatabase(name);
    }
  });
  await page.reload();
  await expect(page.getByRole('region', { name: 'Waiting' })).toBeVisible();
  await expect.poll(() => lists(page)).toEqual(after);
  expect(hana.errors).toEqual([]);
});
