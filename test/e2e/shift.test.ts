// A whole shift by keyboard alone, from logging in to logging out: no pointer is ever used.

import { expect, test } from '@playwright/test';
import { startTeam, type Team } from '../support/team.ts';

let team: Team;

test.beforeAll(async () => {
  team = await startTeam(['Ines', 'Jonas']);
  const ines = team.agent('Ines');
  await ines.addConversation({ customer: 'Zoë Müller', subject: 'Broken kettle', message: 'The handle came off.' });
});
test.afterAll(async () => {
  await team?.close();
});

test('[ST1, ST8, SR1, TA1, SN1, AT2] a whole shift is done by keyboard alone', async () => {
  const agent = team.agent('Ines');
  const { page } = agent;
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const type = (text: string): Promise<void> => page.keyboard.type(text);
  const palette = page.getByRole('dialog', { name: 'Search and act' });
  const run = async (words: string): Promise<void> => {
    await press('Control+k');
    await expect(palette.getByRole('combobox')).toBeFocused();
    await type(words);
    await press('Enter');
    await expect(palette).toBeHidden();
  };
  const leaveBox = (): Promise<void> => page.getByRole('log').focus();

  // A saved reply is made in Settings.
  await run('Go to Settings');
  const add = page.getByRole('button', { name: 'Add a saved reply' });
  await add.focus();
  await press('Enter');
  await expect(page.getByRole('dialog', { name: 'Add a saved reply' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).focus();
  await type('On its way');
  await press('Tab');
  await type('way');
  await press('Tab');
  await type('Dear {{customer}}, it is on its way. {{agent}}');
  await press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();

  await run('Go to Desk');
  await run('Set Ready');
  await expect(agent.statusControl()).toHaveAccessibleName('Status: Ready');
  await expect(page.locator('[aria-live=polite]').filter({ hasText: 'Ines: Ready' })).toBeAttached();

  await press('j');
  await expect(page.getByRole('heading', { name: 'Broken kettle' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pick up' }).first()).toBeVisible();
  await press('p');
  await press('r');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await type('/way');
  await expect(page.getByRole('group', { name: 'Saved replies' })).toContainText('On its way');
  await press('Tab');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('Dear Zoë Müller, it is on its way. Ines');
  await press('Control+Enter');
  await expect(page.getByRole('log').getByText('Dear Zoë Müller, it is on its way. Ines')).toBeVisible();

  await leaveBox();
  await press('n');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await type('@');
  await expect(page.getByRole('dialog', { name: 'Mention an agent' }).getByRole('combobox')).toBeFocused();
  await type('jon');
  await press('Enter');
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('@Jonas ');
  await type('knows the courier');
  await press('Control+Enter');
  const jonas = team.agent('Jonas').page;
  await expect(jonas.getByRole('region', { name: 'Mentions' }).getByRole('button', { name: /Zoë/ })).toBeVisible();

  await leaveBox();
  await press('g');
  await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeFocused();
  await type('courier');
  await press('Enter');
  await press('Escape');
  await expect(page.getByRole('button', { name: 'Remove the tag courier' })).toBeVisible();

  await leaveBox();
  await press('s');
  await expect(page.getByRole('button', { name: /^Tomorrow morning/ })).toBeVisible();
  await page.getByRole('button', { name: /^Tomorrow morning/ }).focus();
  await press('Enter');
  await expect(page.getByRole('button', { name: 'Take up again' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Snoozed' })).toBeVisible();

  await leaveBox();
  await press('t');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await type('jon');
  await press('Control+Enter');
  await expect(page.getByText('with Jonas')).toBeVisible();

  await run('courier');
  await expect(page.getByRole('heading', { name: 'Broken kettle' })).toBeVisible();
  await leaveBox();
  await press('e');
  await expect(page.getByText('Closed: Broken kettle')).toBeVisible();

  await run('Set Away');
  const warning = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await expect(warning).toBeVisible();
  await warning.getByRole('button', { name: /Away/ }).focus();
  await press('Enter');
  await expect(agent.statusControl()).toHaveAccessibleName('Status: Away');
  await run('Log out');
  await expect(page.getByRole('button', { name: 'Create team' })).toBeVisible();
  expect(agent.errors).toEqual([]);
});
