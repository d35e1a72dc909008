// The dispatcher's process dies while much waits: another takes over and gives out each one once.

import { expect, test } from '@playwright/test';
import type { AgentBrowser } from '../support/agent-browser.ts';
import { setSettings, startTeam, type Team } from '../support/team.ts';

const WAITING = 40;

let team: Team;

/** All at once, as a file. */
const importWaiting = async ({ page }: AgentBrowser): Promise<void> => {
  const turns = [{ from: 'customer', text: 'Hello, can you help me?' }];
  const lines = Array.from({ length: WAITING }, (_, at) => JSON.stringify({ id: `${at + 1}`, topic: 'Waits', turns }));
  await page.getByRole('button', { name: 'Import' }).click();
  const file = { name: 'waiting.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(lines.join('\n')) };
  await page.getByLabel('Choose files').setInputFiles(file);
  await page.getByRole('button', { name: 'Done' }).click();
};

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Hana', 'Jonas', 'Priya']);
});

test.afterAll(async () => {
  await team.close();
});

test('[DI2] [DI4] [CO8] the dispatcher is killed while 40 wait: another is elected, and each is assigned once', async () => {
  test.setTimeout(240_000);
  const [hana, jonas, priya] = [team.agent('Hana'), team.agent('Jonas'), team.agent('Priya')];
  // One each, so that the others wait although two are Ready.
  await setSettings(priya, {
    'Conversations at a time': '1',
    'Not picked up at a time': '50',
    'Time to pick up': '600',
  });
  await hana.setStatus('Ready');
  await jonas.setStatus('Ready');
  for (const name of ['Full A', 'Full B']) await priya.addConversation({ customer: name, subject: 'Fills a place' });
  await expect(jonas.list('Assigned to me').getByRole('listitem')).toHaveCount(1);
  await importWaiting(priya);
  await expect(jonas.list('Waiting').getByRole('listitem')).toHaveCount(WAITING);
  await expect(jonas.assignment()).toContainText('Assigning: Hana’s browser');
  await hana.kill();
  await expect(jonas.assignment()).toContainText('Assigning: this browser', { timeout: 10_000 });
  await setSettings(priya, { 'Conversations at a time': '50' });
  await expect(priya.list('Waiting').getByRole('listitem')).toHaveCount(0, { timeout: 20_000 });
  await expect(jonas.list('Assigned to me').getByRole('button', { name: 'Pick up' })).toHaveCount(WAITING + 1);
  for (let index = 1; index <= WAITING; index += 1) {
    const conversation = { customer: `Customer ${index}`, subject: 'Waits' };
    await expect(jonas.row(jonas.list('Assigned to me'), conversation)).toHaveCount(1);
    await jonas.openRow(conversation);
    const thread = jonas.page.getByRole('log', { name: `Conversation with ${conversation.customer}` });
    await expect(thread.getByText(/^Assigned to /)).toHaveCount(1);
  }
});
