// A connection destroyed on one side, again and again: how often, and after what time, each has heard the other
// once more. The same loop against Trystero and y-webrtc as it comes, in the same run. Who does not recover
// is given new pages, so that one loss counts once. `--only ours,trystero,stock,stock-own`.

import { randomUUID } from 'node:crypto';

import type { Page } from '@playwright/test';

import type { Bench, BenchRun } from './bench.ts';
import { Marks, median, ms, table, worst } from './figures.ts';
import { startNostrRelay } from './nostr-relay.ts';
import type { PageKind } from './site.ts';
import { Stage, closePages, wait } from './stage.ts';
import { TRYSTERO, bundleTrystero } from './trystero.ts';

const TIMES = 50;
const MEET_LIMIT_MS = 20_000;
const LIMIT_MS = 9_000;
const SETTLED_MS = 300;
const MARK_MS = 1_000;

interface Contestant {
  readonly name: string;
  readonly title: string;
  readonly kind: PageKind;
  readonly signalling: string;
  destroy(page: Page): Promise<void>;
}

interface Score {
  readonly takenMs: readonly number[];
  readonly trials: number;
}

const breakNative = (page: Page): Promise<void> => page.evaluate(() => globalThis.loop.breakNative());

const bothHear = async (pages: readonly [Page, Page], turn: number, limitMs: number): Promise<boolean> => {
  const how = { turn, limitMs };
  const heard = await Promise.all(
    pages.map((page) => page.evaluate((all) => globalThis.loop.turn(all.turn, all.limitMs), how)),
  );
  return heard.every(Boolean);
};

/** Two who have met; null where they do not even do that. */
const openPair = async (stage: Stage, { kind, signalling }: Contestant): Promise<readonly [Page, Page] | null> => {
  const pages = [await stage.page(kind), await stage.page(kind)] as const;
  const room = `room ${randomUUID()}`;
  await Promise.all(
    pages.map((page, index) =>
      page.evaluate((all) => globalThis.loop.open(all), { name: index === 0 ? 'a' : 'b', room, signalling }),
    ),
  );
  if (await bothHear(pages, 1, MEET_LIMIT_MS)) return pages;
  await closePages(...pages);
  return null;
};

const play = async (stage: Stage, contestant: Contestant, trials: number): Promise<Score> => {
  const takenMs: number[] = [];
  let pair: readonly [Page, Page] | null = null;
  let turn = 1;
  for (let trial = 0; trial < trials; trial += 1) {
    if (pair === null) turn = 1;
    pair ??= await openPair(stage, contestant);
    if (pair === null) continue;
    await wait(SETTLED_MS);
    turn += 1;
    const begun = performance.now();
    await contestant.destroy(pair[trial % 2 === 0 ? 0 : 1]);
    if (await bothHear(pair, turn, LIMIT_MS)) takenMs.push(performance.now() - begun);
    else {
      await closePages(...pair);
      pair = null;
    }
  }
  if (pair !== null) await closePages(...pair);
  return { takenMs, trials };
};

const contestants = (stage: Stage, relay: string): readonly Contestant[] => {
  const { signalling } = stage;
  const native = { signalling, destroy: breakNative };
  const own = (page: Page): Promise<void> => page.evaluate(() => globalThis.bench.destroyConnection());
  return [
    { ...native, name: 'ours', title: 'deskmesh', kind: 'ours' },
    { ...native, name: 'trystero', title: TRYSTERO, kind: 'trystero', signalling: relay },
    { ...native, name: 'stock', title: 'y-webrtc 10.3.0', kind: 'stock' },
    { name: 'stock-own', title: 'y-webrtc 10.3.0, by its own destroy()', kind: 'stock', signalling, destroy: own },
  ];
};

const summed = (title: string, { takenMs, trials }: Score): readonly string[] => {
  const none = takenMs.length === 0;
  return [title, `${takenMs.length} of ${trials}`, none ? '-' : ms(median(takenMs)), none ? '-' : ms(worst(takenMs))];
};

const run = async ({ times, only, print }: BenchRun): Promise<boolean> => {
  const marks = new Marks(print);
  const stage = await Stage.open();
  const relay = await startNostrRelay();
  const scores = new Map<string, Score>();
  const rows: (readonly string[])[] = [['one side destroyed', 'recovered', 'median', 'worst']];
  try {
    for (const contestant of contestants(stage, relay.url)) {
      if (only.length > 0 && !only.includes(contestant.name)) continue;
      if (contestant.kind === 'trystero') stage.site.add('/trystero.js', await bundleTrystero());
      const score = await play(stage, contestant, times ?? TIMES);
      scores.set(contestant.name, score);
      rows.push(summed(contestant.title, score));
    }
  } finally {
    await stage.close();
    relay.close();
  }
  for (const line of table(rows)) print(line);
  const ours = scores.get('ours');
  if (ours === undefined) return true;
  marks.check(ours.takenMs.length === ours.trials, `deskmesh recovers ${ours.takenMs.length} of ${ours.trials} times`);
  marks.check(median(ours.takenMs) < MARK_MS, `its median is ${ms(median(ours.takenMs))}, of ${MARK_MS} ms allowed`);
  return marks.areAllKept;
};

export const bench: Bench = {
  sentence: 'A connection destroyed on one side, 50 times: recoveries beside those of Trystero and y-webrtc.',
  run,
};
