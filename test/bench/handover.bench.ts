// The browser of who talks with a customer is killed while the customer writes, again and again: how long until
// another browser of the team has what was written since, whether the customer sees who goes on, also after a
// transfer, and whether anything is lost or doubled, also once the killed browser is back. `--times N` kills.

import { expect } from '@playwright/test';

import { buildIfStale } from '../../tools/build.mjs';
import type { AgentBrowser } from '../support/agent-browser.ts';
import { CustomerBrowser } from '../support/customer-browser.ts';
import { makeCustomerLink } from '../support/customer-link.ts';
import { startTeam, type Team } from '../support/team.ts';
import type { Bench, BenchRun } from './bench.ts';
import { Marks, median, ms, table, worst } from './figures.ts';
import { wait } from './stage.ts';

const TIMES = 20;
const MARK_MS = 10_000;
const LIMIT_MS = 30_000;
const WRITTEN = 6;
const MOST_PAUSE_MS = 400;

interface Kill {
  readonly goesOnMs: number;
  readonly newAgentMs: number;
  readonly faults: readonly string[];
}

const messagesOf = (agent: AgentBrowser): Promise<readonly string[]> =>
  agent.page.locator('[role=log] .bubble').allTextContents();

const open = async (agent: AgentBrowser, name: string): Promise<void> => {
  const row = agent.page.getByRole('button', { name: new RegExp(`^${name}: `) }).first();
  await row.click({ timeout: LIMIT_MS });
  await expect(agent.page.getByRole('log', { name: new RegExp(name) })).toBeVisible();
};

const reply = async (agent: AgentBrowser, text: string): Promise<void> => {
  await agent.page.getByRole('textbox', { name: /^Reply/ }).fill(text);
  await agent.page.getByRole('button', { name: /^Send/ }).click();
};

const pickUp = async (agent: AgentBrowser, name: string): Promise<void> => {
  await open(agent, name);
  await agent.page.locator('section.thread').getByRole('button', { name: 'Pick up' }).click();
};

/** Who was asked. */
const askedOf = async (team: Team, name: string): Promise<AgentBrowser> => {
  const deadline = performance.now() + LIMIT_MS;
  while (performance.now() < deadline) {
    for (const agent of team.agents) {
      const row = agent.list('Assigned to me').getByRole('button', { name: new RegExp(`^${name}: `) });
      if (await row.first().isVisible()) return agent;
    }
    await wait(100);
  }
  throw new Error(`Nobody was asked for ${name}.`);
};

const wrongIn = (where: string, said: readonly string[], written: readonly string[]): readonly string[] =>
  JSON.stringify(said) === JSON.stringify(written) ? [] : [`${where}: ${said.join(' | ')}`];

const kill = async (team: Team, customer: CustomerBrowser, name: string): Promise<Kill> => {
  await customer.begin('One', name);
  const holder = await askedOf(team, name);
  const [next, third] = team.agents.filter((agent) => agent !== holder) as [AgentBrowser, AgentBrowser];
  await pickUp(holder, name);
  await expect(customer.line()).toHaveText(`${holder.name} is helping you`);
  await reply(holder, 'Two');
  await expect(customer.log()).toContainText('Two');
  const written = ['One', 'Two'];
  const write = async (text: string): Promise<void> => {
    written.push(text);
    await customer.write(text);
  };
  // Killed somewhere among these.
  const killAfter = Math.floor(Math.random() * WRITTEN);
  let killedAt = 0;
  for (let index = 0; index < WRITTEN; index += 1) {
    await write(`While it dies ${index + 1}`);
    await wait(Math.random() * MOST_PAUSE_MS);
    if (index !== killAfter) continue;
    await holder.kill();
    killedAt = performance.now();
  }
  await write('Are you there?');
  await open(next, name);
  await expect(next.page.getByRole('log')).toContainText('Are you there?', { timeout: LIMIT_MS });
  const goesOnMs = performance.now() - killedAt;
  // Who replies without holding it takes it: the customer sees who goes on.
  await reply(next, 'I go on.');
  written.push('I go on.');
  await expect(customer.line()).toHaveText(`${next.name} is helping you`, { timeout: LIMIT_MS });
  await expect(customer.log()).toContainText('I go on.');
  const faults = [...wrongIn(`on the screen of ${next.name}`, await messagesOf(next), written)];
  await next.page.getByRole('button', { name: 'Transfer' }).first().click();
  const picker = next.page.getByRole('dialog', { name: 'Transfer to' });
  await picker.getByRole('option', { name: new RegExp(third.name) }).click();
  await picker.getByRole('button', { name: new RegExp(`^Transfer to ${third.name}`) }).click();
  const transferredAt = performance.now();
  await pickUp(third, name);
  await expect(customer.line()).toHaveText(`${third.name} is helping you`, { timeout: LIMIT_MS });
  const newAgentMs = performance.now() - transferredAt;
  await reply(third, 'So do I.');
  await expect(customer.log()).toContainText('So do I.', { timeout: LIMIT_MS });
  await write('Thank you.');
  await holder.launch();
  await holder.expectDesk();
  const all = [...written.slice(0, -1), 'So do I.', 'Thank you.'];
  await expect(third.page.getByRole('log')).toContainText('Thank you.', { timeout: LIMIT_MS });
  await open(holder, name);
  await expect.poll(() => messagesOf(holder), { timeout: LIMIT_MS }).toHaveLength(all.length);
  faults.push(...wrongIn('on the customer’s page', await customer.said(), all));
  for (const agent of team.agents) {
    await open(agent, name);
    faults.push(...wrongIn(`at the end, on the screen of ${agent.name}`, await messagesOf(agent), all));
  }
  await third.page.getByRole('button', { name: 'Close conversation' }).click();
  return { goesOnMs, newAgentMs, faults };
};

const run = async ({ times, print }: BenchRun): Promise<boolean> => {
  await buildIfStale();
  const marks = new Marks(print);
  const count = times ?? TIMES;
  const kills: Kill[] = [];
  const team = await startTeam(['Hana', 'Jonas', 'Priya']);
  const customer = await CustomerBrowser.open('Mia', await makeCustomerLink(team.agent('Hana')));
  try {
    for (const agent of team.agents) await agent.setStatus('Ready');
    for (let turn = 1; turn <= count; turn += 1) {
      const each = await kill(team, customer, `Mia ${String(turn).padStart(2, '0')}`);
      kills.push(each);
      print(`${turn}: goes on after ${ms(each.goesOnMs)}; seen after a transfer: ${ms(each.newAgentMs)}`);
      for (const fault of each.faults) print(`   not whole ${fault}`);
      await customer.forget();
    }
  } finally {
    await customer.close();
    await team.close();
  }
  const goesOn = kills.map(({ goesOnMs }) => goesOnMs);
  const newAgent = kills.map(({ newAgentMs }) => newAgentMs);
  const rows = [
    ['', 'median', 'worst'],
    ['from the kill to the next message at another agent', ms(median(goesOn)), ms(worst(goesOn))],
    ['from the transfer to the new agent’s name', ms(median(newAgent)), ms(worst(newAgent))],
  ];
  for (const line of table(rows)) print(line);
  const broken = kills.filter(({ faults }) => faults.length > 0).length;
  marks.check(worst(goesOn) <= MARK_MS, `goes on within ${ms(worst(goesOn))}, of ${MARK_MS} ms allowed`);
  marks.check(kills.length === count && broken === 0, `nothing lost or doubled in ${count - broken} of ${count}`);
  return marks.areAllKept;
};

export const bench: Bench = {
  sentence: 'The browser that talks with a customer is killed, 20 times: how soon another goes on, and what is lost.',
  run,
};
