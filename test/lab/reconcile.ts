// A team comes apart, both halves are Ready and answer the same conversations. Together again, every
// screen names the same one owner of each, the reconciliation lists name all of them, and no word is missing.

import { expect } from '@playwright/test';

import type { AgentBrowser, NewConversation } from '../support/agent-browser.ts';
import { setSettings } from '../support/team.ts';
import type { LabTeam } from './lab-team.ts';
import type { Scenario } from './scenario.ts';
import { seconds, type Score } from './score.ts';
import { untilEqual } from './stored-team.ts';

const CONVERSATIONS = 20;
const SHORT_CONVERSATIONS = 3;
const PATIENCE_MS = 60_000;
const LIST_MS = 5_000;
const QUESTION = 'Where is my parcel?';

/** By subject, the words that were sent. */
type Answers = ReadonlyMap<string, string>;

const answerOf = (agent: AgentBrowser, { subject }: NewConversation): string => `${agent.name} answers ${subject}`;

const answer = async (agent: AgentBrowser, conversation: NewConversation): Promise<void> => {
  await agent.openRow(conversation);
  await agent.page.getByRole('textbox', { name: 'Reply' }).fill(answerOf(agent, conversation));
  await agent.page.getByRole('button', { name: 'Send', exact: true }).click();
};

/** Each conversation is answered by whoever of this half it was assigned to. */
const answerAll = async (half: readonly AgentBrowser[], all: readonly NewConversation[]): Promise<Answers> => {
  const offered = (agent: AgentBrowser) => agent.list('Assigned to me').getByRole('button', { name: /: Apart \d+/ });
  const count = async (): Promise<number> => {
    const counts = await Promise.all(half.map((agent) => offered(agent).count()));
    return counts.reduce((sum, each) => sum + each, 0);
  };
  await expect.poll(count, { timeout: PATIENCE_MS }).toBe(all.length);
  const answers = new Map<string, string>();
  await Promise.all(
    half.map(async (agent) => {
      for (const conversation of all) {
        if ((await agent.row(agent.list('Assigned to me'), conversation).count()) === 0) continue;
        await answer(agent, conversation);
        answers.set(conversation.subject, answerOf(agent, conversation));
      }
    }),
  );
  return answers;
};

/** Who holds it by the words in its head: a name, or "you". */
const ownerOn = async (agent: AgentBrowser, conversation: NewConversation): Promise<string> => {
  await agent.openRow(conversation);
  const words = agent.page.getByText(/^with .+ for /).first();
  await expect(agent.page.getByRole('heading', { name: conversation.subject, exact: true })).toBeVisible();
  const found = /^with (.+) for /.exec((await words.textContent()) ?? '')?.[1] ?? 'nobody';
  return found === 'you' ? agent.name : found;
};

const missingOn = async (agent: AgentBrowser, { customer }: NewConversation, texts: readonly string[]) => {
  const thread = agent.page.getByRole('log', { name: `Conversation with ${customer}` });
  const text = (await thread.textContent()) ?? '';
  return texts.filter((each) => !text.includes(each)).map((each) => `${agent.name} does not see “${each}”`);
};

/** What the reconciliation list on this screen does not name. */
const unnamedOn = async (agent: AgentBrowser, all: readonly NewConversation[]): Promise<readonly string[]> => {
  if (all.length === 0) return [];
  await agent.goTo('Dashboard');
  const list = agent.page.getByRole('region', { name: 'Reconciliation' });
  const isThere = await agent.page
    .getByRole('button', { name: 'Reconciliation', exact: true })
    .click({ timeout: LIST_MS })
    .then(() => list.getByText(/^All \d+$/).click({ timeout: LIST_MS }))
    .then(() => true)
    .catch(() => false);
  const unnamed: string[] = [];
  for (const { customer, subject } of all) {
    const named = list.getByRole('article', { name: `${customer}: ${subject}`, exact: true });
    if (!isThere || (await named.count()) !== 1) unnamed.push(`${subject} on the screen of ${agent.name}`);
  }
  await agent.goTo('Desk');
  return unnamed;
};

const comeApart = async (lab: LabTeam, all: readonly NewConversation[], score: Score): Promise<readonly Answers[]> => {
  const [alone, ...together] = lab.agents;
  if (alone === undefined) throw new Error('The lab has no agents.');
  const port = lab.portOf(alone);
  lab.network.unplug(port);
  for (const agent of lab.agents)
    await expect(agent.connection()).toHaveAccessibleName(/\b[01] of \d/, { timeout: PATIENCE_MS });
  for (const agent of lab.agents) await agent.setStatus('Ready');
  const answers = [await answerAll([alone], all), await answerAll(together, all)];
  score.trial(`${all.length} conversations answered on both sides`);
  const began = Date.now();
  lab.network.plug(port);
  const equal = await untilEqual(
    lab.agents.map(({ page }) => page),
    PATIENCE_MS,
  );
  score.mark(equal !== null, `the same ${equal?.entries ?? 0} entries on all after ${seconds(Date.now() - began)}`);
  return answers;
};

const play = async (lab: LabTeam, count: number, score: Score): Promise<void> => {
  const [first] = lab.agents;
  const all = Array.from({ length: count }, (_, index) => ({
    customer: `Caller ${index + 1}`,
    subject: `Apart ${index + 1}`,
    message: QUESTION,
  }));
  for (const conversation of all) await first?.addConversation(conversation);
  for (const agent of lab.agents) {
    await expect(agent.list('Waiting').getByRole('button', { name: /: Apart \d+/ })).toHaveCount(count);
  }
  const answers = await comeApart(lab, all, score);
  const torn: string[] = [];
  const missing: string[] = [];
  for (const conversation of all) {
    const texts = [
      QUESTION,
      ...answers.map((half) => half.get(conversation.subject) ?? 'an answer that was never sent'),
    ];
    const owners = await Promise.all(lab.agents.map((agent) => ownerOn(agent, conversation)));
    if (new Set(owners).size !== 1 || owners.includes('nobody')) torn.push(`${conversation.subject}: ${owners.join()}`);
    missing.push(...(await Promise.all(lab.agents.map((agent) => missingOn(agent, conversation, texts)))).flat());
  }
  score.mark(torn.length === 0, `each has one owner, the same on all screens ${torn.join('; ')}`);
  score.mark(missing.length === 0, `no message is missing ${missing.join('; ')}`);
  // Supervisors are shown all, agents what concerns them (CO5); the first of the team is its supervisor.
  const concerning = (agent: AgentBrowser): readonly NewConversation[] =>
    agent === first
      ? all
      : all.filter((each) => answers.some((half) => half.get(each.subject) === answerOf(agent, each)));
  const unnamed = (await Promise.all(lab.agents.map((agent) => unnamedOn(agent, concerning(agent))))).flat();
  const counts = lab.agents.map((agent) => `${concerning(agent).length} on the screen of ${agent.name}`).join(', ');
  const named = `the reconciliation lists name all ${count}: ${counts}`;
  score.mark(unnamed.length === 0, `${named}${unnamed.length > 0 ? `, but not ${unnamed.join(', ')}` : ''}`);
};

export const reconcileScenario: Scenario = {
  name: 'reconcile',
  agents: ['Hana', 'Jonas', 'Priya'],
  isShort: true,
  run: async (lab, { isShort, times }, score) => {
    const [first] = lab.agents;
    if (first === undefined) throw new Error('The lab has no agents.');
    await setSettings(first, {
      'Conversations at a time': '1000',
      'Not picked up at a time': '1000',
      'Time to pick up': '600',
    });
    for (const agent of lab.agents) {
      await agent.goTo('Desk');
      await agent.setStatus('Away');
    }
    await play(lab, times ?? (isShort ? SHORT_CONVERSATIONS : CONVERSATIONS), score);
  },
};
