// Every page as assistive technology meets it, in both themes and on a phone.

import { expect, test } from '@playwright/test';
import { AgentBrowser } from '../support/agent-browser.ts';
import { findingsOn } from '../support/axe.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';

// One desk, one page after the other.
test.describe.configure({ mode: 'serial' });

const PLACES = ['Desk', 'Dashboard', 'Chat'] as const;

let rendezvous: RendezvousProcess;
let hana: AgentBrowser;

const expectClean = async (where: string): Promise<void> => {
  // A page comes with its own file: its heading says that it is there.
  await expect(hana.page.getByRole('heading', { level: 1 }).first()).toBeAttached();
  await hana.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await findingsOn(hana.page), where).toEqual([]);
  await hana.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await findingsOn(hana.page, { look: 'colours' }), `${where}, dark`).toEqual([]);
};

test.beforeAll(async () => {
  rendezvous = await RendezvousProcess.start();
  hana = await AgentBrowser.open('Hana', rendezvous.origin);
});

test.afterAll(async () => {
  await hana.close();
  await rendezvous.stop();
});

test('the start page has nothing that axe finds, before and after a refusal', async () => {
  await expect(hana.page.getByRole('button', { name: 'Create team' })).toBeVisible();
  await expectClean('start');
  await hana.page.getByRole('button', { name: 'Join team' }).click();
  await expect(hana.page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await expectClean('start, refused');
});

test('[DI6] every page has one element with the role status, and nothing that axe finds', async () => {
  const { page } = hana;
  await hana.createTeam('Northlight Coffee');
  for (const place of [...PLACES, 'Settings'] as const) {
    await page.getByRole('link', { name: place }).click();
    await expect(page).toHaveTitle(new RegExp(`^${place}`));
    await expect(page.getByRole('status')).toHaveText(/^Assignment paused/);
    await expectClean(place);
  }
});

test('[DI6] so have the pages that are reached from others: the replay, and what was handled on both sides', async () => {
  const { page } = hana;
  await hana.goTo('Dashboard');
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByRole('slider', { name: 'Moment' })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText(/^Assignment paused/);
  await expectClean('Replay');
  await page.goto(`${hana.origin}/#/desk/reconciliation`);
  await expect(page.getByRole('region', { name: 'Reconciliation' })).toBeVisible();
  await expectClean('Reconciliation');
  await page.getByRole('button', { name: 'Back to the desk' }).click();
});

test('dialogs and menus have nothing that axe finds, and give the focus back', async () => {
  const { page } = hana;
  await hana.statusControl().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Away' })).toBeFocused();
  await expectClean('status menu');
  await page.keyboard.press('Escape');
  await expect(hana.statusControl()).toBeFocused();
  await hana.connection().click();
  await expectClean('connection');
  await page.getByRole('button', { name: 'Examine the connection' }).press('Enter');
  await expect(
    page.getByRole('dialog', { name: 'Connection' }).getByRole('list', { name: 'Step by step' }),
  ).toBeVisible();
  // While it looks, the button that looks again is faint and cannot be pressed.
  await expect(page.getByRole('button', { name: 'Look again' })).toBeEnabled({ timeout: 10_000 });
  await expectClean('connection doctor');
  await page.keyboard.press('Escape');
  await expect(hana.connection()).toBeFocused();
  const invite = page.getByRole('button', { name: 'Invite', exact: true }).first();
  await invite.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectClean('invite');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(invite).toBeFocused();
});

test('a phone has the same places, and nothing that axe finds', async () => {
  const { page } = hana;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of PLACES) {
    await page.getByRole('link', { name: place }).click();
    await expectClean(`phone, ${place}`);
  }
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await expect(page).toHaveTitle(/^Settings/);
  await expectClean('phone, Settings');
  await expect(hana.assignment()).toBeVisible();
  await expect(hana.connection()).toBeVisible();
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isWider).toBe(false);
});
