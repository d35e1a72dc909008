// A backup made in one browser and restored in a fresh one that reaches nobody: the team is there. And what
// the person is told of where the data is.

import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { AgentBrowser } from '../support/agent-browser.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';

const PASSPHRASE = 'several words that are long enough';
const QUESTION = { customer: 'Daniel Okafor', subject: 'Grinder jams on light roasts' };

let rendezvous: RendezvousProcess;
let hana: AgentBrowser;
let fresh: AgentBrowser;

test.beforeAll(async () => {
  rendezvous = await RendezvousProcess.start();
  hana = await AgentBrowser.open('Hana', rendezvous.origin);
  fresh = await AgentBrowser.open('Hana', rendezvous.origin);
});

test.afterAll(async () => {
  await Promise.all([hana.close(), fresh.close()]);
  await rendezvous.stop();
});

const settings = async ({ page }: AgentBrowser): Promise<void> => {
  await page.evaluate(() => (location.hash = '#/settings'));
  await expect(page.getByRole('heading', { name: 'Where is our data' })).toBeVisible();
};

test('[I6] a backup made here is the team on a fresh device that reaches nobody', async () => {
  test.setTimeout(120_000);
  await hana.createTeam('Northlight Coffee');
  const link = await hana.inviteLink();
  await hana.addConversation(QUESTION);
  await settings(hana);
  await expect(hana.page.getByText(/may delete the data when the disk gets full/)).toBeVisible();
  await hana.page.getByRole('button', { name: 'Make a backup' }).last().click();
  const dialog = hana.page.getByRole('dialog');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await dialog.getByLabel('Passphrase again').fill(PASSPHRASE);
  const downloading = hana.page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Make a backup' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^deskmesh-Northlight-Coffee-\d{4}-\d\d-\d\d\.backup$/);
  await expect(hana.page.getByText(/Last backup made here/)).toBeVisible();
  const bytes = readFileSync(await download.path());
  expect(bytes.includes('Daniel')).toBe(false);
  await hana.page.context().setOffline(true);

  await fresh.page.getByRole('textbox', { name: 'Your name' }).fill('Hana');
  await fresh.page.getByRole('textbox', { name: 'Invite link' }).fill(link);
  await hana.kill();
  await fresh.page.getByRole('button', { name: 'Join team' }).click();
  await fresh.page.getByRole('button', { name: /alone|without/i }).click({ timeout: 30_000 });
  await fresh.expectDesk();
  await settings(fresh);
  await fresh.page.getByRole('button', { name: 'Restore a backup' }).click();
  const restore = fresh.page.getByRole('dialog');
  const file = { name: 'team.backup', mimeType: 'application/octet-stream', buffer: bytes };
  await restore.getByLabel('Backup file').setInputFiles({ ...file, buffer: bytes.subarray(0, 200) });
  await restore.getByLabel('Passphrase').fill('not the passphrase');
  await restore.getByRole('button', { name: 'Restore' }).click();
  await expect(restore.getByText(/The end of this file is missing/)).toBeVisible();
  await restore.getByLabel('Backup file').setInputFiles(file);
  await restore.getByRole('button', { name: 'Restore' }).click();
  await expect(restore.getByText(/not the passphrase of this backup/)).toBeVisible({ timeout: 15_000 });
  await restore.getByLabel('Passphrase').fill(PASSPHRASE);
  await restore.getByRole('button', { name: 'Restore' }).click();
  await expect(fresh.page.getByText(/entries came from the backup/)).toBeVisible({ timeout: 15_000 });
  await fresh.goTo('Desk');
  await expect(fresh.page.getByRole('button', { name: `${QUESTION.customer}: ${QUESTION.subject}` })).toBeVisible();
  expect([...hana.errors, ...fresh.errors].filter((error) => !/WebSocket|net::ERR/.test(error))).toEqual([]);
});
