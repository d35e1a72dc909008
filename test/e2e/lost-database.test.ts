// The browser has thrown away its database between a kill and the next start, as Chromium was seen to do: the
// person is let in as before, everything is there, and one sentence says what happened.

import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';
import { AgentBrowser } from '../support/agent-browser.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';

const QUESTION = { customer: 'Daniel Okafor', subject: 'Grinder jams on light roasts' };

let rendezvous: RendezvousProcess;
let hana: AgentBrowser;

test.beforeAll(async () => {
  rendezvous = await RendezvousProcess.start();
  hana = await AgentBrowser.open('Hana', rendezvous.origin);
});
test.afterAll(async () => {
  await hana?.close();
  await rendezvous?.stop();
});

test('[OF2] killed, and the database gone: all that was saved comes back from the second copy', async () => {
  test.setTimeout(60_000);
  const brought = /had lost stored data\. It was brought back/;
  await hana.createTeam('Northlight Coffee');
  await hana.setStatus('Ready');
  await hana.addConversation(QUESTION);
  await hana.row(hana.list('Assigned to me'), QUESTION).getByRole('button', { name: 'Pick up' }).click();
  await hana.openRow(QUESTION);
  await hana.page.getByRole('textbox', { name: 'Reply' }).fill('One moment please.');
  await hana.page.getByRole('button', { name: /^Send/ }).click();
  await expect(hana.page.getByText(/^Saved on/).first()).toBeVisible();
  await hana.kill();
  rmSync(join(hana.profile, 'Default', 'IndexedDB'), { recursive: true });
  await hana.launch();
  await hana.expectDesk();
  await expect(hana.statusControl()).toHaveAccessibleName('Status: Ready');
  await expect(hana.page.getByText(brought)).toBeVisible();
  await hana.openRow(QUESTION);
  await expect(hana.page.getByText('One moment please.').first()).toBeVisible();
  await hana.page.evaluate(() => (location.hash = '#/settings'));
  await expect(hana.page.getByText(/Kept twice in this browser/)).toBeVisible();
  await hana.page.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect(hana.page.getByText(brought)).toBeHidden();
  expect(hana.errors).toEqual([]);
});
