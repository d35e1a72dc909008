// Where the time of a page goes: its functions by the time spent in them alone, from Chromium's own profiler.

import type { CDPSession, Page } from '@playwright/test';

import { ms } from './figures.ts';

const SHOWN = 12;
const SAMPLE_US = 500;

const nameOf = ({ functionName, url }: { functionName: string; url: string }): string =>
  `${functionName === '' ? '(anonymous)' : functionName}${url === '' ? '' : ` ${url.slice(url.lastIndexOf('/') + 1)}`}`;

export class PageProfile {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async start(page: Page): Promise<PageProfile> {
    const session = await page.context().newCDPSession(page);
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
    await session.send('Profiler.start');
    return new PageProfile(session);
  }

  /** The functions that took most, idle time left out. */
  async stop(): Promise<readonly string[]> {
    const { profile } = await this.#session.send('Profiler.stop');
    const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
    const spentMs = new Map<string, number>();
    (profile.samples ?? []).forEach((id, index) => {
      const name = names.get(id) ?? '';
      if (!/^\((idle|root|program)\)/.test(name))
        spentMs.set(name, (spentMs.get(name) ?? 0) + (profile.timeDeltas?.[index] ?? 0) / 1000);
    });
    const most = [...spentMs].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
    return most.map(([name, time]) => `${ms(time).padStart(8)}  ${name}`);
  }
}
