// A practice in the built app: the real engine on a team that exists in this tab alone, and no trace of it.

import { expect, test, type Page } from '@playwright/test';

import { findingsOn } from '../support/axe.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';

/** Everything that a page of this origin can leave behind. */
const traces = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name).toSorted(),
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    cookies: document.cookie,
  }));

test('[AS1] a practice team assigns and answers, marks every page, sends nothing and leaves no trace', async ({
  page,
}) => {
  const rendezvous = await RendezvousProcess.start();
  const errors: string[] = [];
  const sockets: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('websocket', (socket) => sockets.push(socket.url()));
  try {
    await page.goto(rendezvous.origin);
    await expect(page.getByRole('button', { name: 'Try it' })).toBeVisible();
    const before = await traces(page);
    await page.getByRole('button', { name: 'Try it' }).click();
    const band = page.getByRole('complementary', { name: 'Practice' });
    await expect(band).toContainText('Set yourself Ready');
    expect(await findingsOn(page)).toEqual([]);
    await page.getByRole('button', { name: /^Status: / }).click();
    await page.getByRole('menuitemradio', { name: 'Ready' }).click();
    await page.getByRole('button', { name: 'Pick up', exact: true }).first().click({ timeout: 40_000 });
    await page.getByRole('region', { name: 'In progress' }).getByRole('listitem').getByRole('button').first().click();
    await page.getByRole('textbox', { name: 'Reply' }).fill('It is on its way.');
    await page.getByRole('button', { name: /^Send/ }).click();
    await expect(band).toContainText('Close it');
    for (const place of ['Dashboard', 'Chat', 'Settings', 'Desk']) {
      await page.getByRole('link', { name: place }).click();
      await expect(page).toHaveTitle(new RegExp(`^(\\(\\d+\\) )?${place}`));
      await expect(band).toBeVisible();
    }
    await band.getByRole('button', { name: 'Leave practice' }).click();
    await expect(page.getByRole('button', { name: 'Create team' })).toBeVisible();
    expect(await traces(page)).toEqual(before);
    expect(sockets).toEqual([]);
    expect(errors).toEqual([]);
    // Nothing of it stands in the address, and a reload knows of no team.
    await page.reload();
    await expect(page).toHaveURL(`${rendezvous.origin}/`);
    await expect(page.getByRole('button', { name: 'Log in' })).toHaveCount(0);
  } finally {
    await rendezvous.stop();
  }
});
