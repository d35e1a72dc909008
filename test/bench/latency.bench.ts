// From the click on a status in one browser to its text in another: the built app, two browser processes, the
// second on the dashboard. Beside it, in the same two pages, the one-way time of a raw data channel, and how
// far one page's clock is ahead of the other's. The mark: twice the raw time and two frames.

import { type Page, expect } from '@playwright/test';

import { buildIfStale } from '../../tools/build.mjs';
import { type Team, startTeam } from '../support/team.ts';
import type { Bench, BenchRun } from './bench.ts';
import { Marks, median, ms, table, worst } from './figures.ts';
import { openRaw } from './raw-pair.ts';
import { BenchSite } from './site.ts';
import { wait } from './stage.ts';

const TIMES = 20;
const ROUND_TRIPS = 60;
const FRAMES = 40;
const SETTLED_MS = 400;
const RAW_FACTOR = 2;
const FRAMES_ALLOWED = 2;
const AGENT = 'Priya';
const WATCHER = 'Jonas';

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

const frameMs = async (page: Page): Promise<number> => {
  const frames = await page.evaluate(async (count) => {
    const at: number[] = [];
    for (let frame = 0; frame < count; frame += 1) at.push(await new Promise<number>(requestAnimationFrame));
    return at.slice(1).map((time, index) => time - (at[index] ?? 0));
  }, FRAMES);
  return median(frames);
};

interface Change {
  readonly textMs: number;
  readonly frameMs: number;
}

/** `aheadMs`: the watcher's clock before the other's. */
const change = async (team: Team, status: 'Ready' | 'Away', aheadMs: number): Promise<Change> => {
  const [agent, watcher] = [team.agent(AGENT), team.agent(WATCHER)];
  await agent.setStatus(status);
  await expect(watcher.page.getByLabel(`${AGENT}: ${status}`).first()).toBeVisible();
  await wait(SETTLED_MS);
  const clickedAt = (await agent.page.evaluate(() => globalThis.moments.clickedAt)) ?? Number.NaN;
  const seen = await watcher.page.evaluate(
    (word) => ({ text: globalThis.moments.textAt[word], frame: globalThis.moments.frameAt[word] }),
    status,
  );
  const since = (at: number | undefined): number => (at ?? Number.NaN) - aheadMs - clickedAt;
  return { textMs: since(seen.text), frameMs: since(seen.frame) };
};

const putRaw = async (site: BenchSite, ...pages: readonly Page[]): Promise<void> => {
  const code = await site.codeOf('raw');
  for (const page of pages) await page.evaluate(code);
};

const roundTrips = async (site: BenchSite, from: Page, to: Page) => {
  await putRaw(site, from, to);
  await openRaw(from, to);
  await to.evaluate(() => globalThis.raw.echo());
  return () => from.evaluate((times) => globalThis.raw.roundTrips(times), ROUND_TRIPS);
};

const run = async ({ times, print }: BenchRun): Promise<boolean> => {
  await buildIfStale();
  const marks = new Marks(print);
  const site = await BenchSite.open('127.0.0.1');
  const team = await startTeam([WATCHER, AGENT]);
  try {
    const [agent, watcher] = [team.agent(AGENT), team.agent(WATCHER)];
    // Else leaving the desk to nobody is asked about.
    await watcher.setStatus('Ready');
    await watcher.goTo('Dashboard');
    const trips = await roundTrips(site, agent.page, watcher.page);
    const before = await trips();
    await watchClicks(agent.page);
    await watchText(watcher.page, AGENT);
    const changes: Change[] = [];
    for (let time = 0; time < (times ?? TIMES); time += 1)
      changes.push(await change(team, time % 2 === 0 ? 'Ready' : 'Away', before.aheadMs));
    const after = await trips();
    const rawMs = median([...before.tripMs, ...after.tripMs]) / 2;
    const frame = await frameMs(watcher.page);
    const text = changes.map(({ textMs }) => textMs);
    const painted = changes.map((each) => each.frameMs);
    const rows = [
      ['', 'median', 'worst'],
      ['raw data channel, one way', ms(rawMs), ms(worst(after.tripMs) / 2)],
      ['click to text', ms(median(text)), ms(worst(text))],
      ['click to the frame with it', ms(median(painted)), ms(worst(painted))],
    ];
    for (const line of table(rows)) print(line);
    print(
      `A frame takes ${ms(frame)}; the clocks moved ${ms(Math.abs(after.aheadMs - before.aheadMs))} apart meanwhile.`,
    );
    const allowed = RAW_FACTOR * rawMs + FRAMES_ALLOWED * frame;
    marks.check(median(text) <= allowed, `click to text: ${ms(median(text))}, of ${ms(allowed)} allowed`);
    return marks.areAllKept;
  } finally {
    await team.close();
    await site.close();
  }
};

export const bench: Bench = {
  sentence: 'From a click on a status in one browser to its text in another, beside a raw data channel.',
  run,
};
