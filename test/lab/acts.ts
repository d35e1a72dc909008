// What people do and see in the lab's scenarios, by the names on the screen.

import type { Page } from '@playwright/test';

import type { AgentBrowser } from '../support/agent-browser.ts';

/** Writes to the team room. Leaves the page there. */
export const sayToTeam = async (agent: AgentBrowser, text: string): Promise<void> => {
  await agent.goTo('Chat');
  const { page } = agent;
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
};

/** When the page first showed all of these, by the clock of this machine, which the hosts share. */
export const whenShown = async (page: Page, texts: readonly string[], timeoutMs: number): Promise<number> => {
  const isThere = (wanted: readonly string[]): number | false => {
    const { textContent } = document.body;
    return wanted.every((text) => textContent?.includes(text)) && Date.now();
  };
  const shown = await page.waitForFunction(isThere, texts, { polling: 50, timeout: timeoutMs });
  return Number(await shown.jsonValue());
};

/** The start of the page's life: another one after a reload. */
export const lifeOf = (page: Page): Promise<number> => page.evaluate(() => performance.timeOrigin);

/** What the page said in its console but that the network was gone. */
export const faultsOf = (agent: AgentBrowser): readonly string[] =>
  agent.errors.filter((error) => !/^WebSocket connection to|net::ERR_/.test(error));
