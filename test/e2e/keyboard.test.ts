// The desk by keyboard alone: everything can be found and started without a pointer.

import { expect, test } from '@playwright/test';
import { AgentBrowser } from '../support/agent-browser.ts';
import { findingsOn } from '../support/axe.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';

const KETTLE = { customer: 'Zoë Müller', subject: 'Broken kettle', message: 'The handle came off at once.' };
const INVOICE = { customer: 'Omar', subject: 'Invoice 4471', message: 'Where is the receipt?' };

let rendezvous: RendezvousProcess;
let agent: AgentBrowser;

test.beforeAll(async () => {
  rendezvous = await RendezvousProcess.start();
  agent = await AgentBrowser.open('Ines', rendezvous.origin);
  await agent.createTeam('Northlight Coffee');
  await agent.addConversation(KETTLE);
  await agent.addConversation(INVOICE);
});
test.afterAll(async () => {
  await agent?.close();
  await rendezvous?.stop();
});

const palette = () => agent.page.getByRole('dialog', { name: 'Search and act' });
const press = (key: string): Promise<void> => agent.page.keyboard.press(key);
/** What is typed before it is there would go nowhere. */
const openPalette = async (): Promise<void> => {
  await press('Control+k');
  await expect(palette().getByRole('combobox')).toBeFocused();
};
const type = (text: string): Promise<void> => agent.page.keyboard.type(text);

test('Ctrl K finds a conversation by a word of the customer, accents and capitals aside', async () => {
  await press('Control+k');
  await expect(palette().getByRole('combobox')).toBeFocused();
  await type('HANDLE');
  const option = palette().getByRole('option', { name: /Zoë Müller/ });
  await expect(option).toContainText('The handle came off at once.');
  await press('Enter');
  await expect(agent.page.getByRole('heading', { name: 'Broken kettle' })).toBeVisible();
  await openPalette();
  await type('muller kettle');
  await expect(palette().getByRole('option', { name: /Zoë Müller/ })).toBeVisible();
  expect(await findingsOn(agent.page)).toEqual([]);
  await press('Escape');
  await expect(palette()).toBeHidden();
});

test('[ST1] an act is found by its words and done by Enter', async () => {
  await openPalette();
  await type('ready');
  await press('Enter');
  await expect(agent.statusControl()).toHaveAccessibleName('Status: Ready');
  await openPalette();
  await type('dashboard');
  await press('Enter');
  await expect(agent.page).toHaveURL(/#\/dashboard$/);
  await agent.goTo('Desk');
});

test('a whole conversation is handled by single keys', async () => {
  const { page } = agent;
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/#\/desk\/.+/);
  await expect(page.getByRole('button', { name: 'Pick up' }).first()).toBeVisible();
  await press('p');
  await press('r');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await type('A new one is on its way. jkrnte?');
  await press('Control+Enter');
  await expect(page.getByRole('log').getByText('A new one is on its way. jkrnte?')).toBeVisible();
  await press('Escape');
  await page.getByRole('log').focus();
  await press('n');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.getByRole('log').focus();
  await press('t');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press('Escape');
  await page.getByRole('log').focus();
  await press('e');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
});

test('the keys are listed, and single ones can be switched off', async () => {
  const { page } = agent;
  await press('?');
  const list = page.getByRole('dialog', { name: 'Shortcuts' });
  await expect(list.getByText('Write an internal note')).toBeVisible();
  await press('Escape');
  await agent.goTo('Settings');
  await page.getByRole('group', { name: 'Single-key shortcuts' }).getByText('Off').click();
  await page.getByRole('heading', { name: 'Settings' }).click();
  await press('?');
  await expect(list).toBeHidden();
  await press('Control+k');
  await expect(palette()).toBeVisible();
  await press('Escape');
  expect(agent.errors).toEqual([]);
});
