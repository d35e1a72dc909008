// W2, W5: a host's link goes down, and comes back. Each host is a network namespace with a browser.

import type { Page } from '@playwright/test';

import { type Kind, NEVER_MET, type Outcome, Room, type Row, exchange, inSeconds, same, seenIn } from './rows.ts';
import { Stage, timeUntil, wait } from './stage.ts';
import { TwoHosts, hindranceOfHosts } from './two-hosts.ts';

const CUT_MS = 40_000;
const HEAL_LIMIT_MS = 60_000;
const GONE_MARK_MS = 10_000;

interface Linked {
  readonly pair: readonly [Page, Page];
  /** Of the second. */
  link(to: 'up' | 'down'): void;
}

const onTwoHosts = async (kind: Kind, play: (linked: Linked) => Promise<Outcome>): Promise<Outcome> => {
  const hosts = new TwoHosts();
  const stage = await Stage.open(hosts.address);
  const room = new Room(stage, kind);
  try {
    const flags = [`--unsafely-treat-insecure-origin-as-secure=${stage.origin}`];
    const [first, second] = await Promise.all(
      hosts.hosts.map((host) => stage.launch({ flags, executable: hosts.executable(host) })),
    );
    if (first === undefined || second === undefined) return NEVER_MET;
    const pair = await room.pair([{ browser: first.browser }, { browser: second.browser }]);
    if (pair === null) return NEVER_MET;
    return await play({ pair, link: (to) => hosts.link(hosts.hosts[1], to) });
  } finally {
    await room.close();
    await stage.close();
    hosts.close();
  }
};

const write = (page: Page): Promise<void> => page.evaluate(() => globalThis.bench.write('meanwhile', 1));

const cut: Row = {
  id: 'W2',
  tried: `one host's link is down for ${CUT_MS / 1000} s`,
  hindrance: hindranceOfHosts,
  run: (kind) =>
    onTwoHosts(kind, async ({ pair: [a, b], link }): Promise<Outcome> => {
      link('down');
      await write(a);
      await wait(CUT_MS);
      link('up');
      const begun = performance.now();
      const healed = await same(a, b, HEAL_LIMIT_MS);
      const works = healed !== null && (await exchange(a, b, 'healed', HEAL_LIMIT_MS)) !== null;
      return works
        ? { isOk: true, seen: `the same ${inSeconds(performance.now() - begun)} after the link was up` }
        : { isOk: false, seen: `not healed ${inSeconds(HEAL_LIMIT_MS)} after the link was up` };
    }),
};

const noticed: Row = {
  id: 'W5',
  tried: "one host's link is cut",
  hindrance: hindranceOfHosts,
  run: (kind) =>
    onTwoHosts(kind, async ({ pair: [a], link }): Promise<Outcome> => {
      link('down');
      const gone = async (): Promise<boolean> =>
        (await seenIn(a)).connected === 0 && !(await a.evaluate(() => globalThis.bench.sees('b')));
      const taken = await timeUntil(gone, CUT_MS);
      const seen = taken === null ? `still there after ${inSeconds(CUT_MS)}` : `gone after ${inSeconds(taken)}`;
      return { isOk: taken !== null && taken <= GONE_MARK_MS, seen };
    }),
};

export const ROWS_OF_LINKS: readonly Row[] = [cut, noticed];
