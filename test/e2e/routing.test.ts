// The product in its own words, sentence by sentence, with three people in three browsers that can
// only reach each other over WebRTC.

import { expect, test } from '@playwright/test';
import type { NewConversation } from '../support/agent-browser.ts';
import { setSettings, startTeam, type Team } from '../support/team.ts';

let team: Team;
let made = 0;

const PICKUP_S = 5;

/** A conversation that no other test has. */
const fresh = (): NewConversation => {
  made += 1;
  return { customer: `Customer ${made}`, subject: `Question ${made}` };
};

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Hana', 'Jonas', 'Priya']);
  await setSettings(team.agent('Hana'), {
    'Time to pick up': String(PICKUP_S),
    'Wait after going Away': '1',
    'Conversations at a time': '50',
    'Not picked up at a time': '50',
  });
});

test.afterAll(async () => {
  await team.close();
});

const everyoneAway = async (): Promise<void> => {
  for (const agent of team.agents) await agent.setStatus('Away');
};

test('[AS1] [QU1] [DI6] conversations go to the agent who is Ready and never to one who is Away', async () => {
  const [hana, jonas] = [team.agent('Hana'), team.agent('Jonas')];
  await everyoneAway();
  await hana.setStatus('Ready');
  await expect(jonas.assignment()).toContainText('Assigning: Hana’s browser');
  const [one, two] = [fresh(), fresh()];
  await jonas.addConversation(one);
  await jonas.addConversation(two);
  for (const each of [one, two]) await expect(hana.row(hana.list('Assigned to me'), each)).toBeVisible();
  await expect(jonas.list('Assigned to me').getByRole('button', { name: 'Pick up' })).toHaveCount(0);
  for (const each of [one, two]) {
    await hana.row(hana.list('Assigned to me'), each).getByRole('button', { name: 'Pick up' }).click();
    await expect(hana.row(hana.list('In progress'), each)).toBeVisible();
  }
});

test('[RE3] [DI1] while nobody is Ready nothing is assigned and nothing is taken back; then both go on', async () => {
  test.setTimeout(90_000);
  const [hana, jonas, priya] = [team.agent('Hana'), team.agent('Jonas'), team.agent('Priya')];
  await everyoneAway();
  await hana.setStatus('Ready');
  const offered = fresh();
  await priya.addConversation(offered);
  await expect(hana.row(hana.list('Assigned to me'), offered)).toBeVisible();
  await hana.setStatus('Away');
  const waiting = fresh();
  await priya.addConversation(waiting);
  for (const agent of team.agents) {
    await expect(agent.assignment()).toContainText('Assignment paused');
    await expect(agent.row(agent.list('Waiting'), waiting)).toBeVisible();
  }
  // Past every time-out there is: pick-up and the grace of one who went Away.
  await hana.page.waitForTimeout(PICKUP_S * 1000 + 4000);
  await expect(hana.row(hana.list('Assigned to me').or(hana.list('Parked')), offered)).toBeVisible();
  await expect(priya.row(priya.list('Waiting'), waiting)).toBeVisible();
  await expect(jonas.list('Assigned to me').getByRole('button', { name: 'Pick up' })).toHaveCount(0);
  await jonas.setStatus('Ready');
  await expect(jonas.row(jonas.list('Assigned to me'), waiting)).toBeVisible({ timeout: 2000 });
  await expect(jonas.row(jonas.list('Assigned to me'), offered)).toBeVisible({ timeout: 4000 });
});

test('[TR1] [RE5] a transfer reaches an agent who is Away and is never taken back', async () => {
  test.setTimeout(90_000);
  const [hana, jonas, priya] = [team.agent('Hana'), team.agent('Jonas'), team.agent('Priya')];
  await everyoneAway();
  await hana.setStatus('Ready');
  const handed = fresh();
  await hana.addConversation(handed);
  await hana.openRow(handed);
  await hana.page.getByRole('button', { name: 'Transfer' }).first().click();
  const picker = hana.page.getByRole('dialog', { name: 'Transfer to' });
  await picker.getByRole('option', { name: /^Priya, Away/ }).click();
  await picker.getByRole('button', { name: /^Transfer to Priya/ }).click();
  await expect(priya.row(priya.list('Assigned to me').or(priya.list('Parked')), handed)).toBeVisible();
  await jonas.setStatus('Ready');
  await jonas.page.waitForTimeout(PICKUP_S * 1000 + 4000);
  await expect(priya.row(priya.list('Assigned to me').or(priya.list('Parked')), handed)).toBeVisible();
});

test('[TR1] [ST4] a transfer to an agent who is Logged out is found at the next login', async () => {
  const [hana, priya] = [team.agent('Hana'), team.agent('Priya')];
  await everyoneAway();
  await hana.setStatus('Ready');
  await priya.logOut();
  const handed = fresh();
  await hana.addConversation(handed);
  await hana.openRow(handed);
  await hana.page.getByRole('button', { name: 'Transfer' }).first().click();
  const picker = hana.page.getByRole('dialog', { name: 'Transfer to' });
  await picker.getByRole('option', { name: /^Priya, Logged out/ }).click();
  await picker.getByRole('button', { name: /^Transfer to Priya/ }).click();
  await priya.logIn();
  await expect(priya.row(priya.list('Assigned to me').or(priya.list('Parked')), handed)).toBeVisible();
});

test('[ST4] logging in brings back Away, and nobody ever sees another status in between', async () => {
  const [hana, jonas, priya] = [team.agent('Hana'), team.agent('Jonas'), team.agent('Priya')];
  await everyoneAway();
  await priya.setStatus('Ready');
  await priya.setStatus('Away');
  for (const watcher of [hana, jonas]) {
    await watcher.goTo('Dashboard');
    await expect(watcher.page.getByLabel('Priya: Away').first()).toBeVisible();
    await watcher.page.evaluate(() => {
      const seen = new Set<string>();
      const look = (): void => {
        for (const element of document.querySelectorAll('[aria-label^="Priya: "]')) {
          seen.add(element.getAttribute('aria-label') ?? '');
        }
      };
      look();
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
      Object.assign(globalThis, { statesSeen: seen });
    });
  }
  await priya.logOut();
  for (const watcher of [hana, jonas]) await expect(watcher.page.getByLabel('Priya: Logged out').first()).toBeVisible();
  await priya.logIn();
  await expect(priya.statusControl()).toHaveAccessibleName('Status: Away');
  for (const watcher of [hana, jonas]) {
    await expect(watcher.page.getByLabel('Priya: Away').first()).toBeVisible();
    const seen = await watcher.page.evaluate(() => [
      ...((globalThis as { statesSeen?: Set<string> }).statesSeen ?? []),
    ]);
    expect(seen.sort()).toEqual(['Priya: Away', 'Priya: Logged out']);
    await watcher.goTo('Desk');
  }
});

test('[ST8] the status icon stands beside the avatar on the dashboard, in the chat, in the picker and on the desk', async () => {
  const hana = team.agent('Hana');
  await everyoneAway();
  await hana.setStatus('Ready');
  const held = fresh();
  await hana.addConversation(held);
  await hana.openRow(held);
  const named = (): ReturnType<typeof hana.page.getByLabel> => hana.page.getByLabel(/^Priya: Away$/);
  await hana.page.getByRole('button', { name: 'Transfer' }).first().click();
  const picker = hana.page.getByRole('dialog', { name: 'Transfer to' });
  await expect(picker.getByRole('option', { name: /^Priya, Away, \d+ of 50/ })).toBeVisible();
  await expect(
    picker
      .getByRole('option', { name: /^Priya/ })
      .locator('svg')
      .first(),
  ).toBeVisible();
  await hana.page.keyboard.press('Escape');
  await hana.goTo('Dashboard');
  await expect(named().first()).toBeVisible();
  await hana.goTo('Chat');
  await expect(named().first()).toBeVisible();
  await hana.goTo('Desk');
  await hana.openRow(held);
  await expect(named().first()).toBeVisible();
  await expect(hana.page.getByLabel(/^Hana: Ready$/).first()).toBeVisible();
});

test('[ST1] the control in the navigation bar and the message icon are one control over one value', async () => {
  const hana = team.agent('Hana');
  await hana.goTo('Desk');
  await hana.setStatus('Away', hana.messageIcon());
  await expect(hana.statusControl()).toHaveAccessibleName('Status: Away');
  await expect(hana.messageIcon()).toHaveAccessibleName(/Away/);
  await hana.setStatus('Ready');
  await expect(hana.messageIcon()).toHaveAccessibleName(/Ready/);
  for (const place of ['Dashboard', 'Chat', 'Settings'] as const) {
    await hana.goTo(place);
    await expect(hana.statusControl()).toHaveAccessibleName('Status: Ready');
  }
  await hana.goTo('Desk');
});

test('[ST6] [CO7] no browser has logged an error in all of this', () => {
  for (const agent of team.agents) expect(agent.errors).toEqual([]);
});
