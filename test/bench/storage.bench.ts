// What "saved here" and a start cost beside IndexedDB and Yjs alone. Pairs in turn, in one page, so that a
// busy machine slows both; the marks are ratios of medians. In a profile on the disk: what a browser keeps of a
// context that Playwright makes up for a test is in its memory, and there is no second copy to flush.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { BROWSER_FLAGS, findBrowser } from '../../tools/browser.mjs';
import { StorageSite } from '../lab/storage-site.ts';
import type { Bench } from './bench.ts';
import { Marks, median, ms, table } from './figures.ts';
import type { Pair } from './pages/storage-speed.ts';

const SAVES = 300;
const STARTS = 9;
const ENTRIES = 100_000;
const SAVE_MARK = 1.3;
const START_MARK = 1.5;

const ratioOf = (pairs: readonly Pair[]): number =>
  median(pairs.map(({ oursMs }) => oursMs)) / median(pairs.map(({ rawMs }) => rawMs));

const rowOf = (what: string, pairs: readonly Pair[], mark: number): readonly string[] => [
  what,
  ms(median(pairs.map(({ oursMs }) => oursMs))),
  ms(median(pairs.map(({ rawMs }) => rawMs))),
  `${ratioOf(pairs).toFixed(2)} x`,
  `${mark} x`,
];

export const bench: Bench = {
  sentence: 'Saving and starting beside a strict transaction, and beside raw reading with Yjs.',
  run: async ({ times, only, print }) => {
    const site = await StorageSite.open('storage-speed');
    const executablePath = findBrowser();
    const profile = mkdtempSync(join(tmpdir(), 'deskmesh-storage-speed-'));
    const browser = await chromium.launchPersistentContext(profile, {
      ...(executablePath === null ? {} : { executablePath }),
      args: BROWSER_FLAGS,
    });
    const marks = new Marks(print);
    const isWanted = (part: string): boolean => only.length === 0 || only.includes(part);
    try {
      const page = await browser.newPage();
      await page.goto(site.urlOf());
      const rows = [['what', 'desk', 'raw', 'ratio', 'mark']];
      const check = (what: string, pairs: readonly Pair[], mark: number): void => {
        rows.push([...rowOf(what, pairs, mark)]);
        marks.check(ratioOf(pairs) <= mark, `${what}: ${ratioOf(pairs).toFixed(2)} x raw, at most ${mark} x`);
      };
      if (isWanted('save')) {
        const pairs = await page.evaluate((count) => globalThis.storageSpeed.saves(count), times ?? SAVES);
        check('command to "saved"', pairs, SAVE_MARK);
      }
      if (isWanted('start')) {
        const { bytes, pairs } = await page.evaluate(
          ([entries, count]) => globalThis.storageSpeed.starts(entries, count),
          [ENTRIES, times ?? STARTS] as const,
        );
        check(`start with ${ENTRIES} entries (${(bytes / 1e6).toFixed(1)} MB)`, pairs, START_MARK);
      }
      for (const line of table(rows)) print(line);
    } finally {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      site.close();
    }
    return marks.areAllKept;
  },
};
