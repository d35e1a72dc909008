// A year of a busy team (125,000 conversations, 1,000,000 entries) beside a team with none, and beside one raw Yjs
// document of the same entries: start, memory, a newcomer, search. `--times N` starts and newcomers of each;
// `--only start,memory,newcomer,search` does some; `--only profile` tells where one start goes.

import type { Page } from '@playwright/test';

import { buildIfStale } from '../../tools/build.mjs';
import { AgentBrowser } from '../support/agent-browser.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';
import { wordOf, YEAR, yearOf } from '../support/year-team.ts';
import type { Bench } from './bench.ts';
import { Marks, median, ms, table, worst } from './figures.ts';
import { PageProfile } from './profile.ts';
import { buildRaw, type Start, watchStart } from './start-page.ts';
import { cachedYear } from './year-cache.ts';
import { heldBytes, searchFor } from './year-page.ts';

const TIMES = 3;
const START_MARK = 1.3;
const MEMORY_MARK = 1.5;
const NEWCOMER_MARK = 1.5;
const SEARCH_MARK_MS = 500;
const SETTLED_MS = 5_000;
const NEWCOMER_LIMIT_MS = 240_000;
/** Conversations looked for: early, in the middle, late. */
const SOUGHT = [7, 61_234, 124_000];
const SMALL = { days: 1, conversationsADay: 80 };

const startOf = async (page: Page): Promise<Start> => {
  await page.reload();
  await page.waitForFunction(() => globalThis.started?.logMs !== undefined, null, { timeout: 240_000 });
  return page.evaluate(() => globalThis.started as Required<Start>);
};

const openTeam = async (name: string, origin: string, records: Iterable<Uint8Array>): Promise<AgentBrowser> => {
  const agent = await AgentBrowser.open(name, origin);
  await agent.createTeam('Northlight Coffee');
  await agent.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  for (const record of records) await agent.page.evaluate(watchStart.store, Buffer.from(record).toString('base64'));
  await agent.page.addInitScript(watchStart.watch);
  // The first start reads the log alone, and leaves a snapshot behind.
  await startOf(agent.page);
  await agent.page.waitForTimeout(SETTLED_MS);
  return agent;
};

interface Raw {
  readonly startMs: number;
  readonly bytes: number;
  readonly newcomerMs: number;
  readonly searchMs: number;
}

const rawOf = async (page: Page): Promise<Raw> => {
  const path = new URL('/raw-year', page.url()).href;
  const code = await buildRaw('raw-year');
  const raw = await page.context().newPage();
  await raw.route(path, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><script>${code}</script>` }),
  );
  await raw.goto(path);
  const startMs = await raw.evaluate(() => globalThis.rawYear.load());
  const bytes = await heldBytes(raw);
  const found = await raw.evaluate((word) => globalThis.rawYear.search(word), wordOf(SOUGHT[1] ?? 0, 1));
  if (found.found !== 1) throw new Error(`The raw document has the word ${found.found} times.`);
  const newcomerMs = await raw.evaluate(() => globalThis.rawYear.handOver());
  await raw.close();
  return { startMs, bytes, newcomerMs, searchMs: found.ms };
};

/** From "Join team" until the desk stands with its lists, and acts are taken. */
const newcomerOf = async (origin: string, link: string, name: string): Promise<number> => {
  const agent = await AgentBrowser.open(name, origin);
  try {
    const { page } = agent;
    await page.getByRole('textbox', { name: 'Your name' }).fill(name);
    await page.getByRole('textbox', { name: 'Invite link' }).fill(link);
    const begun = performance.now();
    await page.getByRole('button', { name: 'Join team' }).click();
    const waiting = page.getByRole('region', { name: 'Waiting' }).getByRole('listitem').first();
    await waiting.waitFor({ timeout: NEWCOMER_LIMIT_MS });
    await agent.statusControl().waitFor({ timeout: NEWCOMER_LIMIT_MS });
    return performance.now() - begun;
  } finally {
    await agent.close();
  }
};

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const times = (ratio: number): string => `${ratio.toFixed(2)} x`;

class YearBench {
  readonly #marks: Marks;
  readonly #origin: string;
  readonly #times: number;
  readonly rows: (readonly string[])[] = [['what', 'the year', 'beside', 'ratio', 'raw Yjs']];

  constructor(marks: Marks, origin: string, count: number) {
    this.#marks = marks;
    this.#origin = origin;
    this.#times = count;
  }

  async start(year: Page, none: Page, raw: Raw): Promise<void> {
    const starts: { readonly year: Start; readonly none: Start }[] = [];
    for (let time = 0; time < this.#times; time += 1)
      starts.push({ none: await startOf(none), year: await startOf(year) });
    for (const [what, key, isMark] of [
      ['start: the lists stand', 'listMs', true],
      ['start: a key is answered', 'keyMs', true],
      ['start: the log is in', 'logMs', false],
    ] as const) {
      const own = median(starts.map((each) => each.year[key] ?? NaN));
      const beside = median(starts.map((each) => each.none[key] ?? NaN));
      this.rows.push([what, ms(own), `none: ${ms(beside)}`, times(own / beside), isMark ? '' : ms(raw.startMs)]);
      const said = `${what} ${times(own / beside)} a start with none, at most ${START_MARK} x`;
      if (isMark) this.#marks.check(own / beside <= START_MARK, said);
    }
  }

  async memory(year: Page, none: Page, raw: Raw): Promise<void> {
    const [own, beside] = [await heldBytes(year), await heldBytes(none)];
    this.rows.push(['memory', mb(own), `none: ${mb(beside)}`, times(own / beside), mb(raw.bytes)]);
    const said = `memory ${times(own / beside)} that of an empty team, at most ${MEMORY_MARK} x`;
    this.#marks.check(own / beside <= MEMORY_MARK, said);
  }

  async search(year: Page, raw: Raw): Promise<void> {
    const taken: number[] = [];
    for (const at of SOUGHT) taken.push(await searchFor(year, wordOf(at, 1), `Customer ${at % 30_000}`));
    const each = taken.map(ms).join(', ');
    this.rows.push(['search', each, '', '', ms(raw.searchMs)]);
    const said = `search: at most ${ms(worst(taken))} from the word to the row, at most ${SEARCH_MARK_MS} ms`;
    this.#marks.check(worst(taken) <= SEARCH_MARK_MS, said);
  }

  async newcomer(year: AgentBrowser, raw: Raw): Promise<void> {
    const small = await openTeam('Sari', this.#origin, yearOf(SMALL));
    const [own, beside]: [number[], number[]] = [[], []];
    try {
      const links = [await year.inviteLink(), await small.inviteLink()] as const;
      for (let time = 0; time < this.#times; time += 1) {
        beside.push(await newcomerOf(this.#origin, links[1], `Small ${time}`));
        own.push(await newcomerOf(this.#origin, links[0], `Year ${time}`));
      }
    } finally {
      await small.close();
    }
    const ratio = median(own) / median(beside);
    const cells = [ms(median(own)), `small: ${ms(median(beside))}`, times(ratio), `${ms(raw.newcomerMs)}, no network`];
    this.rows.push(['a newcomer is usable', ...cells]);
    const said = `a newcomer: ${times(ratio)} the time of a small team, at most ${NEWCOMER_MARK} x`;
    this.#marks.check(ratio <= NEWCOMER_MARK, said);
  }
}

export const bench: Bench = {
  sentence: 'A year of a busy team: start, memory, newcomer and search, beside none and one raw Yjs document.',
  run: async ({ times: count, only, print }) => {
    await buildIfStale();
    const marks = new Marks(print);
    const isWanted = (part: string): boolean => only.length === 0 || only.includes(part);
    const rendezvous = await RendezvousProcess.start();
    const agents: AgentBrowser[] = [];
    try {
      const records = cachedYear();
      const bytes = records.reduce((sum, { length }) => sum + length, 0);
      const conversations = YEAR.days * YEAR.conversationsADay;
      print(`${conversations} conversations, ${mb(bytes)} in ${records.length} records.`);
      const year = await openTeam('Hana', rendezvous.origin, records);
      agents.push(year);
      const none = await openTeam('Omar', rendezvous.origin, []);
      agents.push(none);
      const raw = await rawOf(year.page);
      const run = new YearBench(marks, rendezvous.origin, count ?? TIMES);
      if (isWanted('start')) await run.start(year.page, none.page, raw);
      if (isWanted('memory')) await run.memory(year.page, none.page, raw);
      if (isWanted('search')) await run.search(year.page, raw);
      if (isWanted('newcomer')) await run.newcomer(year, raw);
      for (const line of table(run.rows)) print(line);
      if (only.includes('profile')) {
        const profile = await PageProfile.start(year.page);
        await startOf(year.page);
        for (const line of await profile.stop()) print(line);
      }
    } finally {
      for (const agent of agents) await agent.close();
      await rendezvous.stop();
    }
    return marks.areAllKept;
  },
};
