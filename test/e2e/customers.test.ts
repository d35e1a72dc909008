// Customers reach the desk by themselves: two of them, each in a browser of their own, and two agents.

import { expect, test } from '@playwright/test';

import { CustomerBrowser } from '../support/customer-browser.ts';
import { makeCustomerLink } from '../support/customer-link.ts';
import { startTeam, type Team } from '../support/team.ts';

let team: Team;
let link: string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Hana', 'Jonas']);
  link = await makeCustomerLink(team.agent('Hana'));
});

test.afterAll(async () => {
  await team.close();
});

test('[QU1] [AK1] two customers write and are answered, by whoever picks them up, and again after they come back', async () => {
  test.setTimeout(120_000);
  const [hana, jonas] = [team.agent('Hana'), team.agent('Jonas')];
  const lena = await CustomerBrowser.open('Lena', link);
  await lena.begin('My parcel did not come.');
  await expect(lena.line()).toHaveText(/not answering just now/, { timeout: 15_000 });
  await expect(lena.log()).toContainText('delivered');
  await expect(jonas.list('Waiting')).toContainText('Lena');
  await hana.setStatus('Ready');
  await expect(lena.line()).toHaveText(/You are next/);
  const parcel = { customer: 'Lena', subject: 'My parcel did not come.' };
  await hana.openRow(parcel);
  await hana.page.getByRole('button', { name: 'Pick up' }).first().click();
  await expect(lena.line()).toHaveText('Hana is helping you');
  // Told also where the customer is still on the way to the browser of who has just picked up.
  await hana.page.getByRole('textbox', { name: /^Reply/ }).pressSequentially('Hello Lena');
  await expect(lena.log()).toContainText('Hana is writing');
  await hana.page.getByRole('button', { name: /^Send/ }).click();
  await expect(lena.log()).toContainText('Hello Lena');
  await expect(hana.page.getByText('your last reply was read')).toBeVisible();
  await expect(lena.log()).toContainText('read');
  await lena.write('Hello Hana');
  await expect(hana.page.getByRole('log')).toContainText('Hello Hana');

  const omar = await CustomerBrowser.open('Omar', link);
  await omar.begin('When do you open?');
  await expect(omar.line()).toHaveText(/You are next/, { timeout: 15_000 });

  await lena.page.reload();
  await expect(lena.line()).toHaveText('Hana is helping you', { timeout: 15_000 });
  expect(await lena.said()).toEqual(['My parcel did not come.', 'Hello Lena', 'Hello Hana']);
  expect([...lena.errors, ...omar.errors, ...hana.errors, ...jonas.errors]).toEqual([]);
  await lena.close();
  await omar.close();
});

test('[AK3] [AK4] the agent’s browser is killed in mid-dialogue and another goes on; with nobody there a message is kept', async () => {
  test.setTimeout(180_000);
  const [hana, jonas] = [team.agent('Hana'), team.agent('Jonas')];
  const mia = await CustomerBrowser.open('Mia', link);
  await mia.begin('Is the blue one in stock?');
  const question = { customer: 'Mia', subject: 'Is the blue one in stock?' };
  await expect(hana.list('Assigned to me')).toContainText('Mia', { timeout: 15_000 });
  await hana.openRow(question);
  await hana.page.getByRole('button', { name: 'Pick up' }).first().click();
  await hana.page.getByRole('textbox', { name: /^Reply/ }).fill('I will look.');
  await hana.page.getByRole('button', { name: /^Send/ }).click();
  await expect(mia.log()).toContainText('I will look.');
  await hana.kill();
  await mia.write('Are you still there?');
  await expect(jonas.page.getByRole('button', { name: 'Mia: Is the blue one in stock?' }).first()).toBeVisible();
  await jonas.openRow(question);
  await expect(jonas.page.getByRole('log')).toContainText('Are you still there?', { timeout: 10_000 });
  await jonas.page.getByRole('textbox', { name: /^Reply/ }).fill('I am Jonas. Yes, two of them.');
  await jonas.page.getByRole('button', { name: /^Send/ }).click();
  await expect(mia.line()).toHaveText('Jonas is helping you');
  await expect(mia.log()).toContainText('I am Jonas.');

  await mia.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await jonas.closeTab();
  await expect(mia.line()).toContainText('Nobody of Northlight Coffee is here', { timeout: 20_000 });
  await mia.write('Then I come at five.');
  await expect(mia.log()).toContainText('on this device');
  // No server either: the page opens from the device, with all that was said.
  await team.rendezvous.stop();
  await mia.page.reload();
  await expect(mia.line()).toContainText('No connection', { timeout: 10_000 });
  await expect(mia.log()).toContainText('Then I come at five.');
  await team.rendezvous.restart();
  await jonas.openTab();
  await jonas.expectDesk();
  await expect(mia.line()).toHaveText('Jonas is helping you', { timeout: 30_000 });
  await jonas.openRow(question);
  await expect(jonas.page.getByRole('log')).toContainText('Then I come at five.');
  expect(await mia.said()).toEqual([
    'Is the blue one in stock?',
    'I will look.',
    'Are you still there?',
    'I am Jonas. Yes, two of them.',
    'Then I come at five.',
  ]);
  // That a server is not there is the browser's own to say.
  expect(mia.errors.filter((error) => !error.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  await mia.close();
});
