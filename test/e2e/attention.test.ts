// What calls for an agent who looks elsewhere: real notifications of the browser, counted as they are made.

import { expect, test } from '@playwright/test';
import { startTeam, type Team } from '../support/team.ts';

// Nobody is Ready: the first conversation pauses assignment, and that is news too.
const TOLD = ['Assignment is paused: nobody is Ready', 'Hana transferred Mira Keller to you'];

let team: Team;

test.beforeAll(async () => {
  team = await startTeam(['Hana', 'Jonas']);
});
test.afterAll(async () => team?.close());

const shownTo = (name: string): Promise<readonly string[]> =>
  team.agent(name).page.evaluate(() => (globalThis as { shown?: string[] }).shown ?? []);

test('[TR3] a transfer reaches an agent behind another window; a choice to be quiet is kept', async () => {
  const [hana, jonas] = [team.agent('Hana'), team.agent('Jonas')];
  const { page } = jonas;
  await page.context().grantPermissions(['notifications'], { origin: team.rendezvous.origin });
  await page.evaluate(() => {
    const shown: string[] = [];
    const Real = Notification;
    class Counted extends Real {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        shown.push(title);
      }
    }
    // In front of nobody: a test has no other window to look at.
    document.hasFocus = () => false;
    Object.assign(globalThis, { Notification: Counted, shown });
  });
  await jonas.goTo('Settings');
  await page.getByRole('checkbox', { name: /not while I am Away/ }).uncheck();
  await jonas.goTo('Desk');
  const mira = { customer: 'Mira Keller', subject: 'A late parcel' };
  await hana.addConversation(mira);
  await hana.openRow(mira);
  await hana.page.getByRole('button', { name: 'Transfer' }).click();
  await hana.page.getByRole('option', { name: /Jonas/ }).click();
  await hana.page.getByRole('button', { name: /^Transfer to Jonas/ }).click();
  await expect.poll(() => shownTo('Jonas')).toEqual(TOLD);
  await expect(page).toHaveTitle(/^\(1\) /);
  await jonas.openRow(mira);
  await expect(page).toHaveTitle(/^Desk/);
  await page.reload();
  await jonas.goTo('Settings');
  await expect(page.getByRole('checkbox', { name: /not while I am Away/ })).not.toBeChecked();
  expect([...hana.errors, ...jonas.errors]).toEqual([]);
});
