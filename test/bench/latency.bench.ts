// From the click on a status in one browser to its text in another: the built app, two browser processes, the
// second on the dashboard. Beside it, in the same two pages, the one-way time of a raw data channel, and how
// far one page's clock is ahead of the other's. The mark: twice the raw time and two frames.

import type { Page } from '@playwright/test';

import { buildIfStale } from '../../tools/build.mjs';
import { startTeam } from '../support/team.ts';
import type { Bench, BenchRun } from './bench.ts';
import { Marks, median, ms, table, worst } from './figures.ts';
import { openRaw } from './raw-pair.ts';
import { BenchSite } from './site.ts';
import { type Change, changeStatus, watchStatuses } from './status-change.ts';

const TIMES = 20;
const ROUND_TRIPS = 60;
const FRAMES = 40;
const RAW_FACTOR = 2;
const FRAMES_ALLOWED = 2;
const AGENT = 'Priya';
const WATCHER = 'Jonas';

const frameMs = async (page: Page): Promise<number> => {
  const frames = await page.evaluate(async (count) => {
    const at: number[] = [];
    for (let frame = 0; frame < count; frame += 1) at.push(await new Promise<number>(requestAnimationFrame));
    return at.slice(1).map((time, index) => time - (at[index] ?? 0));
  }, FRAMES);
  return median(frames);
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
    await watchStatuses(agent, watcher);
    const changes: Change[] = [];
    for (let time = 0; time < (times ?? TIMES); time += 1)
      changes.push(await changeStatus(agent, watcher, time % 2 === 0 ? 'Ready' : 'Away', before.aheadMs));
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
