// Who gives a whole document to newcomers, over the mesh and over a raw data channel: each newcomer in a page
// of its own, on a fresh connection. Every time counts from the moment when the newcomer's channel is open.

import { randomUUID } from 'node:crypto';

import type { Page } from '@playwright/test';

import { PageProfile } from './profile.ts';
import { closeRaw, openRaw } from './raw-pair.ts';
import { TaskTrace } from './task-trace.ts';
import { type Stage, closePages, wait } from './stage.ts';

const LIMIT_MS = 240_000;
/** The browser tells of a long task a little later. */
const TASKS_TOLD_MS = 300;
const SETTLED_MS = 500;

export interface Transfer {
  readonly firstMs: number;
  readonly bytesMs: number;
  readonly shownMs: number;
  readonly newcomerTaskMs: number;
  readonly giverTaskMs: number;
}

export interface Pair {
  readonly mesh: Transfer;
  readonly raw: { readonly takenMs: number; readonly applyMs: number; readonly taskMs: number };
}

const longest = async (page: Page): Promise<number> =>
  Math.max(0, ...(await page.evaluate(() => globalThis.instruments.taskMs)));

export class Giver {
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

  /** The longest task of a transfer by the processor's time. */
  async taskMs(): Promise<number> {
    let trace: TaskTrace | null = null;
    let taskMs = Number.NaN;
    await this.#overMesh(
      async (newcomer) => {
        trace = await TaskTrace.start([newcomer, this.#page]);
      },
      async () => {
        taskMs = (await trace?.stopMs()) ?? Number.NaN;
      },
    );
    return taskMs;
  }

  /** One transfer, and what both pages spent their time with. */
  async profile(print: (line: string) => void): Promise<void> {
    const profiles = new Map<string, PageProfile>();
    await this.#overMesh(
      async (newcomer) => {
        profiles.set('newcomer', await PageProfile.start(newcomer));
        profiles.set('giver', await PageProfile.start(this.#page));
      },
      async () => {
        for (const [name, profile] of profiles)
          for (const line of await profile.stop()) print(`${name.padEnd(8)} ${line}`);
      },
    );
  }

  close(): Promise<void> {
    return closePages(this.#page);
  }

  async #overMesh(begin?: (newcomer: Page) => Promise<void>, end?: () => Promise<void>): Promise<Transfer> {
    const newcomer = await this.#stage.page('ours');
    await begin?.(newcomer);
    for (const page of [newcomer, this.#page]) await page.evaluate(() => globalThis.instruments.reset());
    await this.#join(newcomer, `newcomer ${randomUUID()}`);
    const isThere = await newcomer.evaluate((limitMs) => globalThis.bench.catchUp(limitMs), LIMIT_MS);
    if (!isThere) throw new Error('The newcomer never had it all.');
    await end?.();
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
        firstMs: largest.firstLargeAt - largest.openedAt,
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
    for (const page of [newcomer, this.#page]) await page.evaluate(() => globalThis.instruments.reset());
    const arrival = newcomer.evaluate((total) => globalThis.raw.received(total), this.bytes);
    await this.#page.evaluate(() => globalThis.raw.send(globalThis.bench.keptEncoded()));
    const takenMs = await arrival;
    await wait(TASKS_TOLD_MS);
    const taskMs = Math.max(await longest(newcomer), await longest(this.#page));
    const applyMs = await newcomer.evaluate(() => globalThis.bench.applyMs(globalThis.raw.bytes()));
    await closeRaw(this.#page, newcomer);
    await this.#end(newcomer);
    return { takenMs, applyMs, taskMs };
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
