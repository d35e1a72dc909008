// Whoever joins a team with a long past works with what is open at once; the past comes meanwhile, and a browser that
// dies in the middle of that goes on where it was.

import { expect, test } from '@playwright/test';

import { AgentBrowser } from '../support/agent-browser.ts';
import { store } from '../support/stored-record.ts';
import { startTeam, type Team } from '../support/team.ts';
import { wordOf, yearOf } from '../support/year-team.ts';

const SIZE = { days: 40, conversationsADay: 150 };
const LAST = SIZE.days * SIZE.conversationsADay - 1;
const WAITS = { customer: `Customer ${LAST - 5}`, subject: `Question ${LAST - 5}` };
const PAST = { customer: 'Customer 7', subject: 'Question 7' };

let team: Team;
let jonas: AgentBrowser | undefined;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Hana']);
});

test.afterAll(async () => {
  await jonas?.close();
  await team.close();
});

const coming = ({ page }: AgentBrowser) => page.getByText(/^What is open is here/);

test('[CO11] [OF2] a newcomer answers who waits while the past of the team is still coming', async () => {
  test.setTimeout(180_000);
  const hana = team.agent('Hana');
  const link = await hana.inviteLink();
  for (const record of yearOf(SIZE)) await hana.page.evaluate(store, Buffer.from(record).toString('base64'));
  await hana.page.reload();
  await expect(hana.list('Waiting').getByRole('button', { name: 'Waiting 40' })).toBeVisible({ timeout: 30_000 });
  jonas = await AgentBrowser.open('Jonas', team.rendezvous.origin);
  await jonas.join(link);
  await expect(jonas.list('Waiting').getByRole('button', { name: 'Waiting 40' })).toBeVisible();
  await expect(coming(jonas)).toBeVisible();
  await jonas.openRow(WAITS);
  await expect(jonas.page.getByText(wordOf(LAST - 5, 0)).first()).toBeVisible();
  await jonas.page.getByRole('textbox', { name: 'Reply' }).fill('It is on its way.');
  await jonas.page.getByRole('button', { name: /^Send/ }).click();
  await expect(
    jonas.list('In progress').getByRole('button', { name: `${WAITS.customer}: ${WAITS.subject}` }),
  ).toBeVisible();
  await hana.openRow(WAITS);
  await expect(hana.page.getByText('It is on its way.').first()).toBeVisible();
  await jonas.kill();
  await jonas.launch();
  await jonas.expectDesk();
  await jonas.openRow(WAITS);
  await expect(jonas.page.getByText('It is on its way.').first()).toBeVisible();
  await jonas.page.keyboard.press('Control+k');
  const search = jonas.page.getByRole('combobox');
  const found = jonas.page.getByRole('option').filter({ hasText: PAST.customer }).first();
  await expect(async () => {
    await search.fill('');
    await search.fill(wordOf(7, 1));
    await expect(found).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(coming(jonas)).toBeHidden();
  await jonas.page.keyboard.press('Escape');
  await expect(jonas.list('Waiting').getByRole('button', { name: 'Waiting 39' })).toBeVisible();
  // He is one agent, however often he came.
  await jonas.goTo('Dashboard');
  await expect(jonas.page.getByRole('row').filter({ hasText: 'Jonas' })).toHaveCount(1);
  expect([...hana.errors, ...jonas.errors]).toEqual([]);
});
