// The longest task of any page by the processor's time, which other programs do not lengthen, from
// Chromium's own trace. By the clock on the wall a page can only be judged on a quiet machine.

import type { CDPSession, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const US_A_MS = 1_000;

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

export class TaskTrace {
  readonly #session: CDPSession;
  readonly #events: TraceEvent[] = [];

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async start(page: Page): Promise<TaskTrace> {
    const browser = page.context().browser();
    if (browser === null) throw new Error('This page has no browser to trace.');
    const session = await browser.newBrowserCDPSession();
    const trace = new TaskTrace(session);
    session.on('Tracing.dataCollected', ({ value }) => trace.#events.push(...(value as unknown as TraceEvent[])));
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['toplevel'] },
    });
    return trace;
  }

  async stopMs(): Promise<number> {
    const complete = new Promise((resolve) => this.#session.once('Tracing.tracingComplete', resolve));
    await this.#session.send('Tracing.end');
    await complete;
    await this.#session.detach();
    const isPage = ({ name, args }: TraceEvent): boolean => name === 'thread_name' && args?.name === 'CrRendererMain';
    const pages = new Set(this.#events.filter(isPage).map(threadOf));
    const tasks = this.#events.filter((event) => event.ph === 'X' && pages.has(threadOf(event)));
    return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / US_A_MS;
  }
}
