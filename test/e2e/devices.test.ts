// One person on several devices and in several tabs; leaving a team.

import { expect, test } from '@playwright/test';
import { AgentBrowser } from '../support/agent-browser.ts';
import { startTeam, type Team } from '../support/team.ts';

let team: Team;
let phone: AgentBrowser | undefined;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Hana', 'Jonas']);
});

test.afterAll(async () => {
  await phone?.close();
  await team.close();
});

test('[ST5] [ST4] a second device of the same agent takes over the status, and closing it changes nothing', async () => {
  const [hana, jonas] = [team.agent('Hana'), team.agent('Jonas')];
  await hana.setStatus('Ready');
  const link = await jonas.inviteLink();
  phone = await AgentBrowser.open('Hana', team.rendezvous.origin);
  await phone.page.getByRole('textbox', { name: 'Your name' }).fill('hana');
  await phone.page.getByRole('textbox', { name: 'Invite link' }).fill(link);
  await phone.page.getByRole('button', { name: 'Join team' }).click();
  await phone.page.getByRole('button', { name: /Hana/ }).first().click();
  await expect(phone.statusControl()).toHaveAccessibleName('Status: Ready');
  await expect(jonas.connection()).toHaveAccessibleName(/1 of 1/);
  await phone.setStatus('Away');
  await expect(hana.statusControl()).toHaveAccessibleName('Status: Away');
  await phone.kill();
  await expect(hana.statusControl()).toHaveAccessibleName('Status: Away');
});

test('[DI3] [ST5] a second tab shows the same desk, and takes over when the first closes', async () => {
  const [hana, jonas] = [team.agent('Hana'), team.agent('Jonas')];
  const tab = await hana.newTab();
  await expect(tab.getByRole('button', { name: 'Status: Away' })).toBeVisible();
  await tab.getByRole('button', { name: /^Status: / }).click();
  await tab.getByRole('menuitemradio', { name: 'Ready' }).click();
  await expect(hana.statusControl()).toHaveAccessibleName('Status: Ready');
  await expect(jonas.assignment()).toContainText('Assigning: Hana’s browser');
  await hana.page.close();
  await jonas.addConversation({ customer: 'Late', subject: 'After the first tab' });
  const assigned = tab.getByRole('region', { name: 'Assigned to me' });
  // The phone killed just before may be the dispatcher: its silence is noticed within 6 s (DI2).
  const given = assigned.getByRole('button', { name: /^Late: After the first tab/ });
  await expect(given).toBeVisible({ timeout: 8_000 });
  await expect(jonas.connection()).toHaveAccessibleName(/1 of 1/);
});

test('[CO9] leaving the team deletes it from this device, after saying who else has a copy', async () => {
  const jonas = team.agent('Jonas');
  await jonas.goTo('Settings');
  await jonas.page.getByRole('button', { name: 'Leave this team' }).click();
  const dialog = jonas.page.getByRole('dialog');
  await expect(dialog.getByText(/copy|teammate/i).first()).toBeVisible();
  await dialog.getByRole('button', { name: /Leave/ }).click();
  await expect(jonas.page.getByRole('button', { name: 'Create team' })).toBeVisible();
  await expect(jonas.page.getByRole('button', { name: 'Log in' })).toHaveCount(0);
  const databases = await jonas.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  expect(databases.filter((name) => name.includes('team-'))).toEqual([]);
  expect(jonas.errors).toEqual([]);
});
