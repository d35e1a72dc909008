// Ten thousand knocks at the customers' link of a team at work: from the click on a status in one browser to its
// text in another, quiet and under the flood in the same run, and how long honest customers take to get through. The
// flood comes steadily, then all at once. `--times N` changes of status of each kind.

import { expect } from '@playwright/test';

import { buildIfStale } from '../../tools/build.mjs';
import { CustomerBrowser } from '../support/customer-browser.ts';
import { makeCustomerLink } from '../support/customer-link.ts';
import { KnockFlood } from '../support/knock-flood.ts';
import { startTeam, type Team } from '../support/team.ts';
import type { Bench, BenchRun } from './bench.ts';
import { Marks, median, ms, table, worst } from './figures.ts';
import { changeStatus, watchStatuses } from './status-change.ts';
import { wait } from './stage.ts';

const TIMES = 16;
const KNOCKS = 10_000;
const PER_SECOND = 600;
const AT_ONCE = 1_000_000;
const HONEST = 3;
const FACTOR = 2;
const THROUGH_MS = 60_000;
/** The porter counts within windows of this length. */
const REST_MS = 11_000;

const AGENT = 'Priya';
const WATCHER = 'Jonas';

const changes = async (team: Team, times: number, isOver: () => boolean = () => false): Promise<readonly number[]> => {
  const [agent, watcher] = [team.agent(AGENT), team.agent(WATCHER)];
  const [origin, theirs] = await Promise.all(
    [agent, watcher].map(({ page }) => page.evaluate(() => performance.timeOrigin)),
  );
  const taken: number[] = [];
  for (let time = 0; time < times && !(time >= 2 && isOver()); time += 1) {
    const status = time % 2 === 0 ? 'Ready' : 'Away';
    taken.push((await changeStatus(agent, watcher, status, (origin ?? 0) - (theirs ?? 0))).textMs);
  }
  return taken;
};

/** From the press of Send to "delivered", one customer after the other, each new. */
const honest = async (customer: CustomerBrowser, count: number): Promise<readonly number[]> => {
  const taken: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const began = performance.now();
    await customer.begin('Is anybody there?');
    await expect(customer.log()).toContainText('delivered', { timeout: THROUGH_MS });
    taken.push(performance.now() - began);
    await customer.forget();
  }
  return taken;
};

interface Measured {
  readonly title: string;
  readonly statusMs: readonly number[];
  readonly honestMs: readonly number[];
}

const run = async ({ times, print }: BenchRun): Promise<boolean> => {
  await buildIfStale();
  const marks = new Marks(print);
  const team = await startTeam([WATCHER, AGENT]);
  const link = await makeCustomerLink(team.agent(WATCHER));
  const customer = await CustomerBrowser.open('Lena', link);
  const count = times ?? TIMES;
  try {
    await team.agent(WATCHER).setStatus('Ready');
    await team.agent(WATCHER).goTo('Dashboard');
    await watchStatuses(team.agent(AGENT), team.agent(WATCHER));
    const flood = await KnockFlood.at(`ws://localhost:${team.rendezvous.port}/rendezvous`, link);
    await honest(customer, 1);
    const quiet: Measured = {
      title: 'quiet',
      statusMs: await changes(team, count),
      honestMs: await honest(customer, HONEST),
    };
    const measured: Measured[] = [quiet];
    for (const [title, perSecond] of [
      [`${KNOCKS} knocks, ${PER_SECOND} a second`, PER_SECOND],
      [`${KNOCKS} knocks at once`, AT_ONCE],
    ] as const) {
      await wait(REST_MS);
      const knocks = await flood.make(KNOCKS);
      let isOver = false;
      const flooding = flood.send(knocks, perSecond).finally(() => (isOver = true));
      const [statusMs, honestMs, tookMs] = await Promise.all([
        changes(team, count, () => isOver),
        honest(customer, HONEST),
        flooding,
      ]);
      print(`${title}: through the rendezvous in ${ms(tookMs)}.`);
      measured.push({ title, statusMs, honestMs });
    }
    const rows = [['', 'status: median', 'worst', 'changes', 'honest customer: median', 'worst']];
    for (const { title, statusMs, honestMs } of measured) {
      const figures = [ms(median(statusMs)), ms(worst(statusMs)), String(statusMs.length)];
      rows.push([title, ...figures, ms(median(honestMs)), ms(worst(honestMs))]);
    }
    for (const line of table(rows)) print(line);
    for (const { title, statusMs, honestMs } of measured.slice(1)) {
      const ratio = median(statusMs) / median(quiet.statusMs);
      marks.check(
        ratio <= FACTOR,
        `${title}: a status takes ${ratio.toFixed(2)} x its quiet time, at most ${FACTOR} x`,
      );
      marks.check(honestMs.length === HONEST, `${title}: ${honestMs.length} of ${HONEST} honest customers got through`);
    }
    const errors = [customer, ...team.agents].flatMap((each) => each.errors);
    marks.check(errors.length === 0, `nothing in any console (${errors.slice(0, 3).join('; ') || 'none'})`);
    return marks.areAllKept;
  } finally {
    await customer.close();
    await team.close();
  }
};

export const bench: Bench = {
  sentence: 'Ten thousand knocks: what they do to the team’s statuses and to honest customers, beside a quiet team.',
  run,
};
