// A restart with no network: the app starts, everything is there, and what is written then arrives.

import { expect, test } from '@playwright/test';
import { startTeam, type Team } from '../support/team.ts';

let team: Team;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Hana', 'Jonas']);
});

test.afterAll(async () => {
  await team.close();
});

test('[OF1] [OF2] [OF3] killed and started again without a network: all is there, and a reply arrives later', async () => {
  test.setTimeout(120_000);
  const [hana, jonas] = [team.agent('Hana'), team.agent('Jonas')];
  const question = { customer: 'Daniel Okafor', subject: 'Grinder jams on light roasts' };
  await hana.setStatus('Ready');
  await hana.addConversation(question);
  await hana.row(hana.list('Assigned to me'), question).getByRole('button', { name: 'Pick up' }).click();
  await hana.openRow(question);
  await hana.page.getByRole('textbox', { name: 'Reply' }).fill('One moment please.');
  await hana.page.getByRole('button', { name: /^Send/ }).click();
  await expect(hana.page.getByText(/^Saved on/).first()).toBeVisible();
  await expect(hana.page.evaluate(() => navigator.serviceWorker.ready.then(() => true))).resolves.toBe(true);
  await team.rendezvous.stop();
  await hana.kill();
  await hana.launch();
  await hana.expectDesk();
  await expect(hana.statusControl()).toHaveAccessibleName('Status: Ready');
  await hana.openRow(question);
  await expect(hana.page.getByText('One moment please.').first()).toBeVisible();
  await hana.page.getByRole('textbox', { name: 'Reply' }).fill('Written without a network.');
  await hana.page.getByRole('button', { name: /^Send/ }).click();
  await expect(hana.page.getByText('Written without a network.').first()).toBeVisible();
  await team.rendezvous.restart();
  await jonas.openRow(question);
  await expect(jonas.page.getByText('Written without a network.').first()).toBeVisible({ timeout: 30_000 });
});
