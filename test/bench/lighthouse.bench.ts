// What Lighthouse says of the built app as a newcomer meets it, the median of five runs. Lighthouse is fetched by npx
// in the version below when this is run, and is no dependency: it brings over 150 packages for a judgement that is
// asked for now and then. `--times N` runs.

import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';

import { findBrowser } from '../../tools/browser.mjs';
import { buildIfStale } from '../../tools/build.mjs';
import { RendezvousProcess } from '../support/rendezvous-process.ts';
import type { Bench } from './bench.ts';
import { Marks, median, table } from './figures.ts';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const TIMES = 5;
const LIMIT_MS = 180_000;
const MAX_REPORT = 64 * 1024 * 1024;
const MARKS = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
type Category = keyof typeof MARKS;

interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string;
}

interface Report {
  readonly categories: Readonly<
    Record<
      Category,
      { readonly score: number; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly audits: Readonly<Record<string, Audit>>;
}

const reportOf = async (url: string): Promise<Report> => {
  const args = ['--yes', LIGHTHOUSE, url, '--quiet', '--output=json'];
  const flags = ['--chrome-flags=--headless=new --no-sandbox', `--only-categories=${Object.keys(MARKS).join(',')}`];
  const env = { ...process.env, CHROME_PATH: findBrowser() ?? '' };
  const options = { cwd: tmpdir(), env, maxBuffer: MAX_REPORT, timeout: LIMIT_MS };
  const { stdout } = await promisify(execFile)('npx', [...args, ...flags], options);
  return JSON.parse(stdout) as Report;
};

/** What keeps a category from its best, for who mends it. */
const wanting = ({ categories, audits }: Report, category: Category): readonly string[] =>
  categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${audits[id]?.title ?? id} ${audits[id]?.displayValue ?? ''}`.trim());

export const bench: Bench = {
  sentence: 'What Lighthouse says of the built app, the median of five.',
  run: async ({ times, print }) => {
    await buildIfStale();
    const marks = new Marks(print);
    const rendezvous = await RendezvousProcess.start();
    try {
      const reports: Report[] = [];
      for (let time = 0; time < (times ?? TIMES); time += 1) reports.push(await reportOf(rendezvous.origin));
      const rows: (readonly string[])[] = [['category', 'median', 'each']];
      for (const [category, mark] of Object.entries(MARKS) as [Category, number][]) {
        const scores = reports.map(({ categories }) => Math.round(categories[category].score * 100));
        rows.push([category, String(median(scores)), scores.join(', ')]);
        marks.check(median(scores) >= mark, `${category}: ${median(scores)}, at least ${mark}`);
        const last = reports.at(-1);
        if (last !== undefined) for (const sentence of wanting(last, category)) print(`       ${sentence}`);
      }
      for (const line of table(rows)) print(line);
    } finally {
      await rendezvous.stop();
    }
    return marks.areAllKept;
  },
};
