// The dispatcher's process dies while much waits: another takes over and gives out each one once.

import { expect, test } from '@playwright/test';
import { setSettings, startTeam, type Team } from '../support/team.ts';

const WAITING = 40;

let team: Team;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Hana', 'Jonas', 'Priya']);
});

test.afterAll(async () => {
  await team.close();
});

test('[DI2] [DI4] [CO8] the dispatcher is killed: another is elected and all 40 are assigned once each', async () => {
  test.setTimeout(180_000);
  const [hana, jonas, priya] = [team.agent('Hana'), team.agent('Jonas'), team.agent('Priya')];
  await setSettings(hana, {
    'Conversations at a time': '50',
    'Not picked up at a time': '50',
    'Time to pick up': '600',
  });
  for (let index = 1; index <= WAITING; index += 1) {
    await priya.addConversation({ customer: `Customer ${index}`, subject: 'Waits' });
  }
  await expect(jonas.list('Waiting')).toContainText(String(WAITING));
  // All at once, so that the queue is being emptied when the dispatcher dies.
  await hana.setStatus('Ready');
  await hana.kill();
  const killedAt = Date.now();
  await jonas.setStatus('Ready');
  await expect(jonas.assignment()).toContainText('Assigning: this browser', { timeout: 10_000 });
  expect(Date.now() - killedAt).toBeLessThan(10_000);
  await expect(priya.list('Waiting').getByRole('listitem')).toHaveCount(0, { timeout: 90_000 });
});
