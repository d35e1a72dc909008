// Pictures of every page of the built desk, in a team that has just begun and in a busy one of twelve with 500
// conversations: wide and as a phone, light and dark, in English and in Traditional Chinese. For eyes; the best are
// kept in docs/pictures and public/screenshots. Real browsers of five agents, the real mesh; only the past is written.

import { mkdirSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { buildIfStale } from '../../tools/build.mjs';
import { watchStart } from '../bench/start-page.ts';
import { AgentBrowser } from '../support/agent-browser.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';
import { startTeam, type Team } from '../support/team.ts';
import { busyDays } from './busy-team.ts';
import { THERE } from './northlight.ts';
import { keepBest } from './kept-pictures.ts';
import { LANGUAGES, SHOTS, type Shot } from './shots.ts';

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const SCHEMES = ['light', 'dark'] as const;

export interface PictureOptions {
  readonly folder: string;
  /** Beginnings of names; none: all. */
  readonly only: readonly string[];
  print(line: string): void;
}

const documentOf = async (page: Page): Promise<readonly Uint8Array[]> => {
  const texts = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
      });
    const name = (await indexedDB.databases()).find((each) => each.name?.startsWith('deskmesh-team-') === true)?.name;
    const database = await done(indexedDB.open(name ?? ''));
    const records: unknown[] = await done(database.transaction('updates').objectStore('updates').getAll());
    database.close();
    return records
      .filter((record) => record instanceof Uint8Array)
      .map((record) => btoa(Array.from(record, (byte) => String.fromCharCode(byte)).join('')));
  });
  return texts.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
};

/** Three Ready, one Away, one logged out; what was written meanwhile comes in with the first one's next start. */
const openBusyTeam = async (): Promise<Team> => {
  const team = await startTeam([...THERE]);
  const hana = team.agent('Hana');
  const { page } = hana;
  await page.waitForTimeout(1_000);
  const update = busyDays(await documentOf(page), Date.now());
  await page.evaluate(watchStart.store, Buffer.from(update).toString('base64'));
  await page.reload();
  await hana.expectDesk();
  await team.agent('偉倫').setStatus('Away');
  await team.agent('Priya').logOut();
  await page.waitForTimeout(3_000);
  return team;
};

class Shooting {
  readonly #options: PictureOptions;
  readonly #made: string[] = [];
  failures = 0;

  constructor(options: PictureOptions) {
    this.#options = options;
  }

  get made(): readonly string[] {
    return this.#made;
  }

  async all(agent: AgentBrowser, state: Shot['state']): Promise<void> {
    const { page } = agent;
    page.setDefaultTimeout(10_000);
    for (const language of LANGUAGES) {
      await page.evaluate((code) => localStorage.setItem('deskmesh.language', code), language);
      await page.goto(`${agent.origin}/#/desk`);
      await page.reload();
      await this.#inTouch(page, state);
      for (const shot of SHOTS) {
        if (shot.state !== state || (language !== 'en' && shot.isInEnglishOnly === true)) continue;
        for (const size of ['wide', 'phone'] as const) {
          const name = [shot.name, state, size, ...(language === 'en' ? [] : [language])].join('-');
          if (this.#isWanted(name) && (shot.size ?? size) === size) await this.#take(agent, shot, size, name);
        }
      }
    }
  }

  /** The busy team's three others who are there are connected again. */
  async #inTouch(page: Page, state: Shot['state']): Promise<void> {
    if (state !== 'busy') return;
    const isInTouch = page.waitForFunction(() => /\b3 ?(of|[/／]) ?11\b/u.test(document.body.innerText));
    await isInTouch.catch(async () => {
      this.failures += 1;
      this.#options.print(
        `NOT IN TOUCH: ${(await page.locator('header, nav').first().innerText()).replaceAll('\n', ' ')}`,
      );
    });
  }

  #isWanted(name: string): boolean {
    const { only } = this.#options;
    return only.length === 0 || only.some((start) => name.startsWith(start));
  }

  async #take({ page, origin }: AgentBrowser, shot: Shot, size: keyof typeof SIZES, name: string): Promise<void> {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(`${origin}/#/${shot.at}`);
    try {
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await shot.act?.(page);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.waitForTimeout(250);
        await page.screenshot({ path: `${this.#options.folder}/${name}-${colorScheme}.png` });
        this.#made.push(`${name}-${colorScheme}`);
      }
    } catch (error) {
      this.failures += 1;
      this.#options.print(`NOT MADE ${name}: ${String(error).split('\n')[0] ?? ''}`);
    }
    // Whatever was opened is closed, and nothing of it stays with the next picture.
    if (shot.act === undefined) return;
    await page.goto(`${origin}/#/desk`);
    await page.reload();
    await this.#inTouch(page, shot.state);
  }
}

/** False where one of them could not be made. */
export const takePictures = async (options: PictureOptions): Promise<boolean> => {
  await buildIfStale();
  mkdirSync(options.folder, { recursive: true });
  const rendezvous = await RendezvousProcess.start();
  const shooting = new Shooting(options);
  const fresh = await AgentBrowser.open('Hana', rendezvous.origin);
  try {
    await shooting.all(fresh, 'start');
    await fresh.page.evaluate(() => localStorage.clear());
    await fresh.page.reload();
    await fresh.createTeam('Northlight Coffee');
    await shooting.all(fresh, 'empty');
  } finally {
    await fresh.close();
    await rendezvous.stop();
  }
  const team = await openBusyTeam();
  try {
    await shooting.all(team.agent('Hana'), 'busy');
  } finally {
    await team.close();
  }
  if (options.only.length === 0) keepBest(options.folder);
  options.print(`${shooting.made.length} pictures in ${options.folder}.`);
  return shooting.failures === 0;
};
