// The dispatcher goes while a conversation comes in: its browser is killed, or its tab is closed. How long
// until another agent has the conversation is measured from that moment.

import { expect } from '@playwright/test';

import type { AgentBrowser, NewConversation } from '../support/agent-browser.ts';
import { setSettings } from '../support/team.ts';
import type { LabTeam } from './lab-team.ts';
import type { Scenario } from './scenario.ts';
import { seconds, type Score } from './score.ts';

const TIMES = 5;
const KILLED_MS = 6_000;
const CLOSED_MS = 1_000;
const PATIENCE_MS = 60_000;

/** Everything but the click that adds it. */
const prepare = async ({ page }: AgentBrowser, { customer, subject }: NewConversation): Promise<void> => {
  await page.getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('textbox', { name: 'Customer' }).fill(customer);
  await page.getByRole('textbox', { name: 'Subject' }).fill(subject);
  await page.getByRole('textbox', { name: 'Message' }).fill('Is anybody there?');
};

const playTrial = async (
  [dispatcher, ...others]: readonly [AgentBrowser, AgentBrowser, ...AgentBrowser[]],
  subject: string,
  go: () => Promise<void>,
): Promise<number> => {
  const [writer] = others;
  if (writer === undefined) throw new Error('The lab has one agent alone.');
  const conversation = { customer: 'Ida Berg', subject };
  const words = `Assigning: ${dispatcher.name}’s browser`;
  for (const other of others) await expect(other.assignment()).toContainText(words, { timeout: PATIENCE_MS });
  await prepare(writer, conversation);
  const began = Date.now();
  await go();
  await writer.page.getByRole('button', { name: 'Add to queue' }).click();
  const assigned = others.map(async (other) => {
    await other.row(other.list('Assigned to me'), conversation).waitFor({ timeout: PATIENCE_MS });
    return other;
  });
  const receiver = await Promise.any(assigned);
  const tookMs = Date.now() - began;
  await receiver
    .row(receiver.list('Assigned to me'), conversation)
    .getByRole('button', { name: 'Pick up', exact: true })
    .click();
  await Promise.allSettled(others.filter((other) => other !== receiver).map(({ page }) => page.waitForTimeout(0)));
  return tookMs;
};

const roles = (lab: LabTeam): readonly [AgentBrowser, AgentBrowser, ...AgentBrowser[]] => {
  const [dispatcher, second, ...others] = lab.agents;
  if (dispatcher === undefined || second === undefined) throw new Error('The lab needs two agents.');
  return [dispatcher, second, ...others];
};

const play = async (lab: LabTeam, count: number, score: Score): Promise<void> => {
  const [dispatcher] = roles(lab);
  const killed: number[] = [];
  const closed: number[] = [];
  for (let trial = 1; trial <= count; trial += 1) {
    killed.push(await playTrial(roles(lab), `Killed ${trial}`, () => dispatcher.kill()));
    await dispatcher.launch();
    await dispatcher.expectDesk();
    await lab.expectTogether();
    closed.push(await playTrial(roles(lab), `Closed ${trial}`, () => dispatcher.closeTab()));
    await dispatcher.openTab();
    await dispatcher.expectDesk();
    await lab.expectTogether();
    const [after, afterTab] = [seconds(killed.at(-1) ?? Number.NaN), seconds(closed.at(-1) ?? Number.NaN)];
    score.trial(`${trial}/${count} browser killed: next assignment after ${after}; tab closed: after ${afterTab}`);
  }
  score.times('browser killed to the next assignment', killed, { worstMs: KILLED_MS });
  score.times('tab closed to the next assignment', closed, { worstMs: CLOSED_MS });
};

export const dispatcherScenario: Scenario = {
  name: 'dispatcher',
  agents: ['Hana', 'Jonas', 'Priya'],
  isShort: true,
  run: async (lab, { isShort, times }, score) => {
    const [dispatcher] = roles(lab);
    await setSettings(dispatcher, {
      'Conversations at a time': '1000',
      'Not picked up at a time': '1000',
      'Time to pick up': '600',
    });
    for (const agent of lab.agents) {
      await agent.goTo('Desk');
      await agent.setStatus('Away');
    }
    // The one who is Ready first is the dispatcher (DI2).
    for (const agent of lab.agents) await agent.setStatus('Ready');
    await play(lab, times ?? (isShort ? 1 : TIMES), score);
  },
};
