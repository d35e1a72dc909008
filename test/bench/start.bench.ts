// What a start costs with 10,000 conversations (150,000 entries) beside a start with none, in turn in the same
// run: until the lists stand, until a key is answered, until the log is in. Then tasks by the processor's time,
// keys, and scrolling. `--times N` starts of each; `--only profile` tells where the time of one start goes.

import type { Page } from '@playwright/test';

import { buildIfStale } from '../../tools/build.mjs';
import { AgentBrowser } from '../support/agent-browser.ts';
import { largeTeam } from '../support/large-team.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';
import type { Bench } from './bench.ts';
import { Marks, median, ms, table, worst } from './figures.ts';
import { PageProfile } from './profile.ts';
import { buildRaw, type Start, watchStart } from './start-page.ts';
import { TaskTrace } from './task-trace.ts';

const CONVERSATIONS = 10_000;
const TIMES = 9;
const RATIO_MARK = 1.5;
const KEY_MARK_MS = 50;
const TASK_MARK_MS = 50;
const KEYS = 60;
const SCROLLS = 40;

const startOf = async (page: Page): Promise<Start> => {
  await page.reload();
  await page.waitForFunction(() => globalThis.started?.logMs !== undefined, null, { timeout: 120_000 });
  return page.evaluate(() => globalThis.started as Required<Start>);
};

const openTeam = async (origin: string, updates: readonly Uint8Array[]): Promise<AgentBrowser> => {
  const agent = await AgentBrowser.open('Hana', origin);
  await agent.createTeam('Northlight Coffee');
  await agent.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  for (const update of updates) await agent.page.evaluate(watchStart.store, Buffer.from(update).toString('base64'));
  await agent.page.addInitScript(watchStart.watch);
  // The first start reads the log alone, and leaves a snapshot behind.
  await startOf(agent.page);
  await agent.page.waitForTimeout(4_000);
  return agent;
};

const rawOf = async (page: Page, code: string, times: number): Promise<readonly number[]> => {
  const path = new URL('/raw-start', page.url()).href;
  const raw = await page.context().newPage();
  await raw.route(path, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><script>${code}</script>` }),
  );
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await raw.goto(path);
    taken.push(await raw.evaluate(() => globalThis.rawStart()));
  }
  await raw.close();
  return taken;
};

/** From a key to what it draws, as the browser itself counts; what it does not tell was under 16 ms. */
const keysOf = async (page: Page): Promise<readonly number[]> => {
  await page.evaluate(watchStart.watchKeys);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key < KEYS / 2 ? 'j' : 'k');
    await page.waitForTimeout(80);
  }
  const told = await page.evaluate(() => globalThis.keysMs ?? []);
  return [...told, ...Array.from({ length: Math.max(0, KEYS - told.length) }, () => 16)].sort((a, b) => a - b);
};

const scroll = async (page: Page): Promise<number> => {
  const trace = await TaskTrace.start([page]);
  await page.getByRole('region', { name: 'Waiting' }).getByRole('listitem').first().hover();
  for (let turn = 0; turn < SCROLLS; turn += 1) await page.mouse.wheel(0, turn < SCROLLS / 2 ? 900 : -900);
  await page.waitForTimeout(500);
  return trace.stopMs();
};

export const bench: Bench = {
  sentence: 'A start with 10,000 conversations beside one with none; tasks, keys and scrolling afterwards.',
  run: async ({ times, only, print }) => {
    await buildIfStale();
    const marks = new Marks(print);
    const rendezvous = await RendezvousProcess.start();
    const agents: AgentBrowser[] = [];
    try {
      const updates = largeTeam(CONVERSATIONS);
      const bytes = updates.reduce((sum, { length }) => sum + length, 0);
      print(`${CONVERSATIONS} conversations, ${(bytes / 1e6).toFixed(1)} MB in ${updates.length} records.`);
      const large = await openTeam(rendezvous.origin, updates);
      const none = await openTeam(rendezvous.origin, []);
      agents.push(large, none);
      const starts: { readonly large: Start; readonly none: Start }[] = [];
      const code = await buildRaw('raw-start');
      const raw: number[] = [];
      for (let time = 0; time < (times ?? TIMES); time += 1) {
        starts.push({ none: await startOf(none.page), large: await startOf(large.page) });
        raw.push(...(await rawOf(large.page, code, 1)));
      }
      const of = (who: 'large' | 'none', what: keyof Start): number =>
        median(starts.map((each) => each[who][what] ?? NaN));
      const rows = [['from the call of the page until', 'with 10,000', 'with none', 'ratio']];
      for (const [what, key] of [
        ['the lists stand', 'listMs'],
        ['a key is answered', 'keyMs'],
        ['the log is in', 'logMs'],
      ] as const) {
        rows.push([what, ms(of('large', key)), ms(of('none', key)), (of('large', key) / of('none', key)).toFixed(2)]);
      }
      const logMs = of('large', 'logMs') - of('none', 'logMs');
      rows.push(['the log alone, beside Yjs alone', ms(logMs), ms(median(raw)), (logMs / median(raw)).toFixed(2)]);
      for (const line of table(rows)) print(line);
      for (const [what, key] of [
        ['lists', 'listMs'],
        ['a key', 'keyMs'],
      ] as const) {
        const ratio = of('large', key) / of('none', key);
        marks.check(ratio <= RATIO_MARK, `${what}: ${ratio.toFixed(2)} x a start with none, at most ${RATIO_MARK} x`);
      }
      const ratio = logMs / median(raw);
      marks.check(ratio <= RATIO_MARK, `the log: ${ratio.toFixed(2)} x Yjs alone, at most ${RATIO_MARK} x`);
      const trace = await TaskTrace.start([large.page]);
      await startOf(large.page);
      const task = await trace.stopMs();
      marks.check(task <= 2 * TASK_MARK_MS, `longest task of a start: ${ms(task)} by the processor, at most 100 ms`);
      const keys = await keysOf(large.page);
      const late = keys[Math.floor(keys.length * 0.95)] ?? NaN;
      marks.check(
        late <= KEY_MARK_MS,
        `keys: ${ms(late)} at the 95th percentile, worst ${ms(worst(keys))}, at most 50 ms`,
      );
      const scrolled = await scroll(large.page);
      marks.check(scrolled <= TASK_MARK_MS, `scrolling: longest task ${ms(scrolled)} by the processor, at most 50 ms`);
      if (only.includes('profile')) {
        const profile = await PageProfile.start(large.page);
        await startOf(large.page);
        for (const line of await profile.stop()) print(line);
      }
    } finally {
      for (const agent of agents) await agent.close();
      await rendezvous.stop();
    }
    return marks.areAllKept;
  },
};
