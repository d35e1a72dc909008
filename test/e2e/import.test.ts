// All of the real dialogues at once: the page goes on answering, a reload has them, and so has a
// browser that joins afterwards.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { AgentBrowser } from '../support/agent-browser.ts';
import { watchTasks } from '../support/long-tasks.ts';
import { startTeam, type Team } from '../support/team.ts';

const DIALOGUES = fileURLToPath(new URL('../../../shared/data/dialogues.jsonl', import.meta.url));
const COUNT = '4,000';

let team: Team | undefined;
let newcomer: AgentBrowser | undefined;

test.skip(!existsSync(DIALOGUES), 'The real dialogues are not on this machine (../shared/data/dialogues.jsonl).');

test.afterAll(async () => {
  await newcomer?.close();
  await team?.close();
});

test('[QU1] [CO1] 4,000 dialogues come in without a task over 100 ms, survive a reload and reach a newcomer', async () => {
  test.setTimeout(240_000);
  team = await startTeam(['Hana']);
  const hana = team.agent('Hana');
  const { page } = hana;
  const link = await hana.inviteLink();
  await page.getByRole('button', { name: 'Import' }).click();
  const busy = await watchTasks(page);
  await page.getByLabel('Choose files').setInputFiles(DIALOGUES);
  await expect(page.getByRole('progressbar')).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'Import conversations' });
  await expect(dialog.getByText(/^All of dialogues\.jsonl was read/)).toBeVisible({ timeout: 120_000 });
  await expect(dialog.getByText(COUNT, { exact: true })).toBeVisible();
  const { description, tooLong } = await busy();
  test.info().annotations.push({ type: 'tasks over 50 ms', description });
  expect(tooLong, description).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  const waiting = page.getByRole('region', { name: 'Waiting' });
  await expect(waiting.getByRole('button', { name: `Waiting ${COUNT}` })).toBeVisible();
  await page.getByRole('region', { name: 'Assigned to me' }).scrollIntoViewIfNeeded();
  await expect(waiting.getByRole('listitem').last()).toHaveAttribute('aria-posinset', '4000');
  await page.reload();
  await expect(waiting.getByRole('button', { name: `Waiting ${COUNT}` })).toBeVisible({ timeout: 30_000 });
  newcomer = await AgentBrowser.open('Jonas', team.rendezvous.origin);
  await newcomer.join(link);
  const theirs = newcomer.page.getByRole('region', { name: 'Waiting' });
  await expect(theirs.getByRole('button', { name: `Waiting ${COUNT}` })).toBeVisible({ timeout: 60_000 });
  expect(hana.errors).toEqual([]);
  expect(newcomer.errors).toEqual([]);
});
