// Plays a dialogue between a customer's page and whichever agent the desk gives it to, to its end: every message is
// written on one side and seen on the other before the next. Several dialogues may go on at once: an agent's page is
// one person's, who turns to one conversation at a time.

import { expect, type Page } from '@playwright/test';

import type { AgentBrowser } from './agent-browser.ts';
import type { CustomerBrowser } from './customer-browser.ts';
import type { RealDialogue } from './real-dialogues.ts';

const SEEN_MS = 20_000;

export interface Played {
  /** What each side shows at the end. */
  readonly customer: readonly string[];
  readonly agent: readonly string[];
  readonly by: string;
  /** From the press of Send to the text on the other side. */
  readonly toAgentMs: readonly number[];
  readonly toCustomerMs: readonly number[];
}

const untilCount = async (page: Page, selector: string, count: number): Promise<void> => {
  await page.waitForFunction(
    ([what, least]) => document.querySelectorAll(what).length >= least,
    [selector, count] as const,
    { timeout: SEEN_MS },
  );
};

const since = (beganMs: number): number => performance.now() - beganMs;

const CUSTOMERS = '[role=log] .text';
const AGENTS = '[role=log] .bubble';

export class DialoguePlayers {
  readonly #agents: readonly AgentBrowser[];
  /** What each agent is busy with. */
  readonly #busy = new Map<AgentBrowser, Promise<unknown>>();

  constructor(agents: readonly AgentBrowser[]) {
    this.#agents = agents;
  }

  async play(customer: CustomerBrowser, name: string, { turns }: RealDialogue): Promise<Played> {
    const [first, ...rest] = turns;
    await customer.begin(first?.text ?? '', name);
    const agent = await this.#whoIsAsked(name);
    const toAgentMs: number[] = [];
    const toCustomerMs: number[] = [];
    await this.#turnTo(agent, name, async (page) => {
      await page.locator('section.thread').getByRole('button', { name: 'Pick up' }).click();
      await untilCount(page, AGENTS, 1);
    });
    for (const [index, { from, text }] of rest.entries()) {
      const count = index + 2;
      if (from === 'customer') {
        const began = performance.now();
        await customer.write(text);
        await this.#turnTo(agent, name, (page) => untilCount(page, AGENTS, count));
        toAgentMs.push(since(began));
      } else {
        const began = await this.#turnTo(agent, name, (page) => this.#reply(page, text));
        await untilCount(customer.page, CUSTOMERS, count);
        toCustomerMs.push(since(began));
      }
    }
    const seen = await this.#turnTo(agent, name, async (page) => {
      const texts = await page.locator(AGENTS).allTextContents();
      await page.getByRole('button', { name: 'Close conversation' }).click();
      return texts;
    });
    await expect(customer.line()).toContainText('closed', { timeout: SEEN_MS });
    return { customer: await customer.said(), agent: seen, by: agent.name, toAgentMs, toCustomerMs };
  }

  async #reply(page: Page, text: string): Promise<number> {
    await page.getByRole('textbox', { name: /^Reply/ }).fill(text);
    const began = performance.now();
    await page.getByRole('button', { name: /^Send/ }).click();
    return began;
  }

  async #whoIsAsked(name: string): Promise<AgentBrowser> {
    const rows = this.#agents.map((agent) => ({
      agent,
      row: agent.list('Assigned to me').getByRole('button', { name: new RegExp(`^${name}: `) }),
    }));
    let asked: AgentBrowser | null = null;
    await expect
      .poll(
        async () => {
          for (const { agent, row } of rows) if (await row.first().isVisible()) asked = agent;
          return asked !== null;
        },
        { timeout: SEEN_MS },
      )
      .toBe(true);
    return asked ?? this.#agents[0] ?? Promise.reject(new Error('There is no agent.'));
  }

  /** When the agent is free: opens the conversation and does something there. */
  async #turnTo<T>(agent: AgentBrowser, name: string, act: (page: Page) => Promise<T>): Promise<T> {
    const before = this.#busy.get(agent) ?? Promise.resolve();
    const turn = before
      .catch(() => undefined)
      .then(async () => {
        const thread = agent.page.getByRole('log', { name: new RegExp(name) });
        if (!(await thread.isVisible()))
          await agent.page
            .getByRole('button', { name: new RegExp(`^${name}: `) })
            .first()
            .click();
        await expect(thread).toBeVisible();
        return act(agent.page);
      });
    this.#busy.set(agent, turn);
    return turn;
  }
}
