// A tab that nobody looks at and that has no teammate: browsers wake its own timers once a minute. The
// desk's timers must ring all the same. How late each one is, is read at the border between the page and
// its worker; that the page was hidden and held back, from the page itself; and in the end it must take a
// conversation back in time from an agent who is gone.

import { setTimeout as sleep } from 'node:timers/promises';

import { expect } from '@playwright/test';

import { setSettings } from '../support/team.ts';
import type { BarePage } from './bare-browser.ts';
import type { LabTeam } from './lab-team.ts';
import type { Scenario } from './scenario.ts';
import { seconds, type Score } from './score.ts';
import { decodeTeam, storedUpdates, untilEqual, type StoredTeam } from './stored-team.ts';

const MINUTES = 10;
const MINUTE_MS = 60_000;
const LOOK_MS = 10_000;
const LATE_MS = 5_000;
/** What is left of a minute after the page's own granularity. */
const HELD_BACK_MS = 55_000;
/** ST7, from the last beat, which came up to 2 s before the kill. */
const GONE_MS = 75_000;
const BEAT_MS = 2_000;
const PATIENCE_MS = 60_000;

interface Watched {
  readonly rings: number;
  readonly worstLateMs: number;
  readonly worstGapMs: number;
  readonly longGaps: number;
}

/** In the page, before anything of it: notes when the worker was to ring and when it did, and the gaps of
 * a timer of the page. */
const watch = (): void => {
  const watched = { rings: 0, worstLateMs: 0, worstGapMs: 0, longGaps: 0 };
  Object.assign(globalThis, { labWatched: watched });
  const due = new Map<unknown, number>();
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        const at = due.get(data);
        due.delete(data);
        if (at === undefined) return;
        watched.rings += 1;
        watched.worstLateMs = Math.max(watched.worstLateMs, performance.now() - at);
      });
    }

    override postMessage(message: readonly [unknown, number | null]): void {
      const [id, delayMs] = message;
      if (delayMs === null) due.delete(id);
      else due.set(id, performance.now() + delayMs);
      super.postMessage(message);
    }
  };
  let last = performance.now();
  setInterval(() => {
    const gap = performance.now() - last;
    last += gap;
    watched.worstGapMs = Math.max(watched.worstGapMs, gap);
    if (gap >= 55_000) watched.longGaps += 1;
  }, 1_000);
};

const watchedIn = (page: BarePage): Promise<Watched> =>
  page.evaluate(() => (globalThis as unknown as { labWatched: Watched }).labWatched);

const storedIn = async (page: BarePage): Promise<StoredTeam> => decodeTeam(await page.evaluate(storedUpdates));

const isHidden = (page: BarePage): Promise<boolean> => page.evaluate(() => document.hidden);

const until = async (isSo: () => Promise<boolean>, timeoutMs: number): Promise<boolean> => {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (await isSo()) return true;
    await sleep(250);
  }
  return false;
};

/** Hana holds one conversation, so that the next goes to Jonas; then both browsers end. */
const prepare = async (lab: LabTeam): Promise<void> => {
  const [hana, jonas] = [lab.agent('Hana'), lab.agent('Jonas')];
  await setSettings(hana, { 'Time to pick up': '3600' });
  await hana.setStatus('Ready');
  const held = { customer: 'Ida Berg', subject: 'Held by Hana' };
  await hana.addConversation(held);
  await hana.row(hana.list('Assigned to me'), held).getByRole('button', { name: 'Pick up', exact: true }).click();
  await expect(hana.row(hana.list('In progress'), held)).toBeVisible();
  await untilEqual([hana.page, jonas.page], PATIENCE_MS);
  for (const agent of [jonas, hana]) await agent.kill();
};

const stayHidden = async (page: BarePage, minutes: number, score: Score): Promise<void> => {
  const ends = Date.now() + minutes * MINUTE_MS;
  let looks = 0;
  let seenHidden = 0;
  while (Date.now() < ends) {
    await sleep(LOOK_MS);
    looks += 1;
    if (await isHidden(page)) seenHidden += 1;
  }
  const { rings, worstLateMs, worstGapMs, longGaps } = await watchedIn(page);
  score.mark(seenHidden === looks, `document.hidden at ${seenHidden} of ${looks} looks in ${minutes} minutes`);
  const gaps = `a timer of the page was held back: ${longGaps} gaps of a minute, worst ${seconds(worstGapMs)}`;
  score.mark(worstGapMs >= HELD_BACK_MS, gaps);
  const late = `${rings} alarms of the desk: worst ${seconds(worstLateMs)} late, at most ${seconds(LATE_MS)}`;
  score.mark(rings > 0 && worstLateMs <= LATE_MS, late);
};

/** Jonas comes, is offered a conversation, and is killed: the hidden page must take it back when he is gone. */
const takeBack = async (lab: LabTeam, page: BarePage, score: Score): Promise<void> => {
  const jonas = lab.agent('Jonas');
  await jonas.launch();
  await jonas.expectDesk();
  await expect(jonas.connection()).toHaveAccessibleName(/^Connection: 1 of 1/, { timeout: PATIENCE_MS });
  await jonas.setStatus('Ready');
  const offered = { customer: 'Per Lund', subject: 'Offered to Jonas' };
  await jonas.addConversation(offered);
  await jonas.row(jonas.list('Assigned to me'), offered).waitFor({ timeout: PATIENCE_MS });
  const killedAt = Date.now();
  await jonas.kill();
  const find = async (): Promise<number | undefined> => (await storedIn(page)).stampsOf('reclaimed').at(-1);
  const isBack = await until(async () => (await find()) !== undefined, GONE_MS + PATIENCE_MS);
  const tookMs = ((await find()) ?? Number.NaN) - killedAt;
  const words = `taken back from an agent ${seconds(tookMs)} after his browser was killed, due after ${seconds(GONE_MS)}`;
  score.mark(isBack && tookMs >= GONE_MS - BEAT_MS - LATE_MS && tookMs <= GONE_MS + LATE_MS, words);
  score.mark(await isHidden(page), 'the page was hidden all the while');
};

export const hiddenScenario: Scenario = {
  name: 'hidden',
  agents: ['Hana', 'Jonas'],
  isShort: false,
  run: async (lab, { minutes }, score) => {
    await prepare(lab);
    const browser = lab.openBare(lab.agent('Hana'));
    try {
      const page = await browser.open(lab.origin, `(${String(watch)})()`);
      const isOpen = await until(
        () => page.evaluate(() => document.body?.textContent?.includes('Assigning:') ?? false),
        PATIENCE_MS,
      );
      score.mark(isOpen, 'the desk opened, Ready and alone');
      await browser.coverUp();
      await stayHidden(page, minutes ?? MINUTES, score);
      await takeBack(lab, page, score);
    } finally {
      browser.close();
    }
  },
};
