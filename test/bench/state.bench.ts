// A whole document to a newcomer, beside the same bytes over a raw data channel: pairs, alternated, each on
// a fresh connection and in a fresh page. Counted from the moment when the newcomer's channel is open. "Shown"
// is when all has been applied. `--only 1,10,50,session` (in MB; `session`: 9 MB written in one session).

import { randomUUID } from 'node:crypto';

import type { Page } from '@playwright/test';

import type { Bench, BenchRun } from './bench.ts';
import { Marks, median, ms, table, worst } from './figures.ts';
import { closeRaw, openRaw } from './raw-pair.ts';
import { Stage, closePages, timeUntil, wait } from './stage.ts';

const MB = 1_000_000;
const CASES = [
  { name: '1', bytes: MB, isOneSession: false },
  { name: '10', bytes: 10 * MB, isOneSession: false },
  { name: 'session', bytes: 9 * MB, isOneSession: true },
  { name: '50', bytes: 50 * MB, isOneSession: false },
];
const PAIRS = 9;
const LIMIT_MS = 240_000;
const BYTES_MARK = 0.7;
const APPLY_MARK = 1.3;
const TASK_MARK_MS = 100;
/** The browser tells of a long task a little later. */
const TASKS_TOLD_MS = 300;
const SETTLED_MS = 500;

interface Transfer {
  readonly bytesMs: number;
  readonly shownMs: number;
  readonly newcomerTaskMs: number;
  readonly giverTaskMs: number;
}

interface Pair {
  readonly mesh: Transfer;
  readonly raw: { readonly takenMs: number; readonly applyMs: number };
}

const longest = async (page: Page): Promise<number> =>
  Math.max(0, ...(await page.evaluate(() => globalThis.instruments.taskMs)));

class Giver {
  readonly #stage: Stage;
  readonly #page: Page;
  readonly #room: string;
  readonly bytes: number;

  private constructor(stage: Stage, page: Page, room: string, bytes: number) {
    this.#stage = stage;
    this.#page = page;
    this.#room = room;
    this.bytes = bytes;
  }

  static async open(stage: Stage, bytes: number, isOneSession: boolean): Promise<Giver> {
    const page = await stage.page('ours');
    const actual = await page.evaluate(
      (how) => {
        globalThis.bench.fill(how.bytes, how.isOneSession);
        return globalThis.bench.keepEncoded();
      },
      { bytes, isOneSession },
    );
    const giver = new Giver(stage, page, `room ${randomUUID()}`, actual);
    await giver.#join(page, 'giver');
    return giver;
  }

  /** Each in a page of its own: neither finds the other's code warm. */
  async pair(isMeshFirst: boolean): Promise<Pair> {
    const first = isMeshFirst ? await this.#overMesh() : null;
    const raw = await this.#overRaw();
    return { mesh: first ?? (await this.#overMesh()), raw };
  }

  close(): Promise<void> {
    return closePages(this.#page);
  }

  async #overMesh(): Promise<Transfer> {
    const newcomer = await this.#stage.page('ours');
    for (const page of [newcomer, this.#page]) await page.evaluate(() => globalThis.instruments.reset());
    await this.#join(newcomer, `newcomer ${randomUUID()}`);
    const isThere = (): Promise<boolean> => newcomer.evaluate(() => globalThis.bench.caughtUpAt() !== null);
    if ((await timeUntil(isThere, LIMIT_MS)) === null) throw new Error('The newcomer never had it all.');
    await wait(TASKS_TOLD_MS);
    const newcomerTaskMs = await longest(newcomer);
    const giverTaskMs = await longest(this.#page);
    const marks = await Promise.all(
      [newcomer, this.#page].map((page) => page.evaluate(() => globalThis.bench.vector())),
    );
    if (marks[0] !== marks[1]) throw new Error('The newcomer says it has all, and has not.');
    const times = await newcomer.evaluate(() => {
      const { received } = globalThis.instruments;
      const largest = received.reduce((a, b) => (b.bytes > a.bytes ? b : a));
      return {
        bytesMs: largest.lastLargeAt - largest.openedAt,
        shownMs: (globalThis.bench.caughtUpAt() ?? Number.NaN) - largest.openedAt,
      };
    });
    await this.#end(newcomer);
    return { ...times, newcomerTaskMs, giverTaskMs };
  }

  async #overRaw(): Promise<Pair['raw']> {
    const newcomer = await this.#stage.page('ours');
    await openRaw(this.#page, newcomer);
    const arrival = newcomer.evaluate((total) => globalThis.raw.received(total), this.bytes);
    await this.#page.evaluate(() => globalThis.raw.send(globalThis.bench.keptEncoded()));
    const takenMs = await arrival;
    const applyMs = await newcomer.evaluate(() => globalThis.bench.applyMs(globalThis.raw.bytes()));
    await closeRaw(this.#page, newcomer);
    await this.#end(newcomer);
    return { takenMs, applyMs };
  }

  #join(page: Page, name: string): Promise<void> {
    const how = { name, room: this.#room, password: 'secret', signalling: [this.#stage.signalling] };
    return page.evaluate((all) => globalThis.bench.open(all), how);
  }

  async #end(newcomer: Page): Promise<void> {
    await newcomer.evaluate(() => globalThis.bench.leave());
    await wait(SETTLED_MS);
    await closePages(newcomer);
  }
}

const HEAD = [
  'document',
  'raw',
  'mesh: bytes',
  'raw / mesh',
  'mesh: shown',
  'raw + 1.3 x apply',
  'apply',
  'longest task',
];

const summed = (name: string, bytes: number, pairs: readonly Pair[], marks: Marks): readonly string[] => {
  const of = (pick: (pair: Pair) => number): number => median(pairs.map(pick));
  const ratio = of(({ mesh, raw }) => raw.takenMs / mesh.bytesMs);
  const raw = of((pair) => pair.raw.takenMs);
  const apply = of((pair) => pair.raw.applyMs);
  const shown = of(({ mesh }) => mesh.shownMs);
  const allowed = raw + APPLY_MARK * apply;
  const newcomerTask = worst(pairs.map(({ mesh }) => mesh.newcomerTaskMs));
  const giverTask = worst(pairs.map(({ mesh }) => mesh.giverTaskMs));
  const document = `${(bytes / MB).toFixed(1)} MB${name === 'session' ? ', one session' : ''}`;
  const percent = `${(100 * ratio).toFixed(0)} %`;
  if (name === '10') marks.check(ratio >= BYTES_MARK, `${document}: ${percent} of a raw channel, of 70 % asked for`);
  marks.check(shown <= allowed, `${document}: shown after ${ms(shown)}, of ${ms(allowed)} allowed`);
  const task = Math.max(newcomerTask, giverTask);
  marks.check(task <= TASK_MARK_MS, `${document}: longest task ${ms(task)}, of ${TASK_MARK_MS} ms allowed`);
  const tasks = `newcomer ${ms(newcomerTask)}, giver ${ms(giverTask)}`;
  return [document, ms(raw), ms(of(({ mesh }) => mesh.bytesMs)), percent, ms(shown), ms(allowed), ms(apply), tasks];
};

const run = async ({ times, only, print }: BenchRun): Promise<boolean> => {
  const verdicts: string[] = [];
  const marks = new Marks((line) => verdicts.push(line));
  const rows: (readonly string[])[] = [HEAD];
  const stage = await Stage.open();
  try {
    for (const { name, bytes, isOneSession } of CASES) {
      if (only.length > 0 && !only.includes(name)) continue;
      const giver = await Giver.open(stage, bytes, isOneSession);
      const pairs: Pair[] = [];
      for (let pair = 0; pair < (times ?? PAIRS); pair += 1) pairs.push(await giver.pair(pair % 2 === 0));
      await giver.close();
      rows.push(summed(name, giver.bytes, pairs, marks));
    }
  } finally {
    await stage.close();
  }
  for (const line of [...table(rows), ...verdicts]) print(line);
  return marks.areAllKept;
};

export const bench: Bench = {
  sentence: 'Documents of 1, 9, 10 and 50 MB to a newcomer, beside a raw data channel with the same bytes.',
  run,
};
