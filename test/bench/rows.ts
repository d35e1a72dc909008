// What a row of the table of known faults is: one case, run alike against a page of either kind, and the
// steps that most cases begin with.

import { randomUUID } from 'node:crypto';

import type { Browser, Page } from '@playwright/test';

import { type Stage, closePages, timeUntil } from './stage.ts';

export type Kind = 'stock' | 'ours';

export interface Outcome {
  readonly isOk: boolean;
  readonly seen: string;
}

export interface Row {
  /** As in the titles of the tests. */
  readonly id: string;
  readonly tried: string;
  /** Why it cannot be tried here; null where it can. */
  readonly hindrance?: () => Promise<string | null>;
  /** `times`: null: as many trials as the row has by itself. */
  run(kind: Kind, stage: Stage, times: number | null): Promise<Outcome>;
}

export interface MemberOptions {
  readonly browser?: Browser;
  readonly origin?: string;
  readonly signalling?: readonly string[];
  readonly isByDefault?: boolean;
  readonly isSilent?: boolean;
}

/** One case's room, and the pages that were opened for it. */
export class Room {
  readonly name = `room ${randomUUID()}`;
  readonly password = 'secret';
  readonly #stage: Stage;
  readonly #kind: Kind;
  readonly #pages: Page[] = [];

  constructor(stage: Stage, kind: Kind) {
    this.#stage = stage;
    this.#kind = kind;
  }

  /** A page that has joined nothing yet. */
  async page({ browser, origin }: MemberOptions = {}): Promise<Page> {
    const options = { ...(browser === undefined ? {} : { browser }), ...(origin === undefined ? {} : { origin }) };
    const page = await this.#stage.page(this.#kind, options);
    this.#pages.push(page);
    return page;
  }

  async join(page: Page, name: string, options: MemberOptions = {}): Promise<void> {
    const { signalling = [this.#stage.signalling], isByDefault = false, isSilent = false } = options;
    const how = { name, room: this.name, password: this.password, signalling, isByDefault, isSilent };
    await page.evaluate((all) => globalThis.bench.open(all), how);
  }

  async member(name: string, options: MemberOptions = {}): Promise<Page> {
    const page = await this.page(options);
    await this.join(page, name, options);
    return page;
  }

  /** Two who have met, and in whom a word of each has reached the other; null where they never did. */
  async pair(options: readonly [MemberOptions, MemberOptions] = [{}, {}]): Promise<readonly [Page, Page] | null> {
    const a = await this.member('a', options[0]);
    const b = await this.member('b', options[1]);
    return (await exchange(a, b, 'hello', 15_000)) === null ? null : [a, b];
  }

  async stranger(): Promise<Page> {
    const page = await this.#stage.page('stranger');
    this.#pages.push(page);
    const at = { url: this.#stage.signalling, room: this.name, password: this.password };
    await page.evaluate(({ url, room, password }) => globalThis.stranger.enter(url, room, password), at);
    return page;
  }

  close(): Promise<void> {
    return closePages(...this.#pages);
  }
}

const write = (page: Page, key: string): Promise<void> => page.evaluate((name) => globalThis.bench.write(name, 1), key);

const has = (page: Page, key: string): Promise<boolean> =>
  page.evaluate((name) => globalThis.bench.read(name) === 1, key);

/** Both write; the time until each has the other's, null where that never came. */
export const exchange = async (a: Page, b: Page, key: string, limitMs: number): Promise<number | null> => {
  await Promise.all([write(a, `${key} of a`), write(b, `${key} of b`)]);
  return timeUntil(async () => (await has(b, `${key} of a`)) && (await has(a, `${key} of b`)), limitMs);
};

export const contentOf = (page: Page): Promise<string> => page.evaluate(() => globalThis.bench.content());

export const seenIn = (page: Page) => page.evaluate(() => globalThis.bench.seen());

/** The time until both hold the same; null where they never did. */
export const same = (a: Page, b: Page, limitMs: number): Promise<number | null> =>
  timeUntil(async () => (await contentOf(a)) === (await contentOf(b)), limitMs);

export const errorsIn = (page: Page): Promise<readonly string[]> => page.evaluate(() => globalThis.instruments.errors);

export const inSeconds = (timeMs: number): string => `${(timeMs / 1000).toFixed(1)} s`;

export const NEVER_MET: Outcome = { isOk: false, seen: 'the two never met' };

/** A case with a room of its own, which is left behind empty. */
export const inRoom =
  (play: (room: Room, times: number | null, stage: Stage, kind: Kind) => Promise<Outcome>): Row['run'] =>
  async (kind, stage, times) => {
    const room = new Room(stage, kind);
    try {
      return await play(room, times, stage, kind);
    } finally {
      await room.close();
    }
  };
