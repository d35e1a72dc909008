// The longest task of some pages by the processor's time, which other programs do not lengthen, from
// Chromium's own trace. By the clock on the wall a page can only be judged on a quiet machine. The pages mark
// themselves in the trace: Chromium draws parts of its own window as pages too, and those are not meant.

import type { CDPSession, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time in microseconds. */
  readonly tdur?: number;
}

const US_A_MS = 1_000;
const MARK = 'deskmesh-traced';

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

export class TaskTrace {
  readonly #session: CDPSession;
  readonly #pages: readonly Page[];
  readonly #events: TraceEvent[] = [];

  private constructor(session: CDPSession, pages: readonly Page[]) {
    this.#session = session;
    this.#pages = pages;
  }

  /** All of one browser. */
  static async start(pages: readonly Page[]): Promise<TaskTrace> {
    const browser = pages[0]?.context().browser() ?? null;
    if (browser === null) throw new Error('This page has no browser to trace.');
    const session = await browser.newBrowserCDPSession();
    const trace = new TaskTrace(session, pages);
    session.on('Tracing.dataCollected', ({ value }) => trace.#events.push(...(value as unknown as TraceEvent[])));
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
    });
    await trace.#mark();
    return trace;
  }

  /** At the end too: a page that was loaded anew may have another process. */
  async #mark(): Promise<void> {
    for (const page of this.#pages) await page.evaluate((mark) => performance.mark(mark), MARK);
  }

  async stopMs(): Promise<number> {
    await this.#mark();
    const complete = new Promise((resolve) => this.#session.once('Tracing.tracingComplete', resolve));
    await this.#session.send('Tracing.end');
    await complete;
    await this.#session.detach();
    const pages = new Set(this.#events.filter(({ name }) => name === MARK).map(threadOf));
    if (pages.size === 0) throw new Error('No page is in the trace.');
    const tasks = this.#events.filter((event) => event.ph === 'X' && pages.has(threadOf(event)));
    return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / US_A_MS;
  }
}
