// One change of status as two pages see it: the click in one browser, and the text and the frame with it on the
// dashboard of another.

import { type Page, expect } from '@playwright/test';

import type { AgentBrowser } from '../support/agent-browser.ts';
import { wait } from './stage.ts';

const SETTLED_MS = 400;

interface Moments {
  clickedAt: number | null;
  /** By the text that stood there from then on. */
  readonly textAt: Record<string, number>;
  readonly frameAt: Record<string, number>;
}

declare global {
  var moments: Moments;
}

const watchClicks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    globalThis.moments = { clickedAt: null, textAt: {}, frameAt: {} };
    const note = (event: Event): void => {
      const isStatus = event.target instanceof Element && event.target.closest('[role=menuitemradio]') !== null;
      if (isStatus) globalThis.moments.clickedAt = event.timeStamp;
    };
    addEventListener('click', note, { capture: true });
  });

const watchText = (page: Page, agent: string): Promise<void> =>
  page.evaluate((name) => {
    globalThis.moments = { clickedAt: null, textAt: {}, frameAt: {} };
    let last = '';
    const look = (): void => {
      const row = [...document.querySelectorAll('tr')].find(
        (each) => each.cells[0]?.textContent.includes(name) ?? false,
      );
      const text = row?.querySelector('td.status')?.textContent.trim() ?? '';
      if (text === last) return;
      last = text;
      globalThis.moments.textAt[text] = performance.now();
      requestAnimationFrame(() => (globalThis.moments.frameAt[text] = performance.now()));
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, agent);

/** `watcher` shows the dashboard. */
export const watchStatuses = async (agent: AgentBrowser, watcher: AgentBrowser): Promise<void> => {
  await watchClicks(agent.page);
  await watchText(watcher.page, agent.name);
};

export interface Change {
  readonly textMs: number;
  readonly frameMs: number;
}

/** `aheadMs`: the watcher's clock before the other's. */
export const changeStatus = async (
  agent: AgentBrowser,
  watcher: AgentBrowser,
  status: 'Ready' | 'Away',
  aheadMs: number,
): Promise<Change> => {
  await agent.setStatus(status);
  await expect(watcher.page.getByLabel(`${agent.name}: ${status}`).first()).toBeVisible();
  await wait(SETTLED_MS);
  const clickedAt = (await agent.page.evaluate(() => globalThis.moments.clickedAt)) ?? Number.NaN;
  const seen = await watcher.page.evaluate(
    (word) => ({ text: globalThis.moments.textAt[word], frame: globalThis.moments.frameAt[word] }),
    status,
  );
  const since = (at: number | undefined): number => (at ?? Number.NaN) - aheadMs - clickedAt;
  return { textMs: since(seen.text), frameMs: since(seen.frame) };
};
