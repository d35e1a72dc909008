// Where benches play: the site with their pages, a rendezvous on loopback, and browsers. Every page stands
// in a context of its own, so that pages can only meet over WebRTC. `close` ends all that was opened.

import { type Browser, type BrowserServer, type Page, chromium } from '@playwright/test';

import { type Rendezvous, startRendezvous } from '../../src/rendezvous/server.ts';
import { BROWSER_FLAGS, findBrowser } from '../../tools/browser.mjs';
import { BenchSite, type PageKind } from './site.ts';

export interface OpenOptions {
  readonly browser?: Browser;
  readonly origin?: string;
}

export interface LaunchOptions {
  readonly flags?: readonly string[];
  /** Another program that starts the browser. */
  readonly executable?: string;
}

const LOOPBACK = '127.0.0.1';

const launchOptions = ({ flags = [], executable }: LaunchOptions) => {
  const executablePath = executable ?? findBrowser();
  return { ...(executablePath === null ? {} : { executablePath }), args: [...BROWSER_FLAGS, ...flags] };
};

export class Stage {
  readonly site: BenchSite;
  readonly host: string;
  readonly rendezvous: Rendezvous;
  #browser: Browser | null = null;
  readonly #servers: BrowserServer[] = [];
  readonly #browsers: Browser[] = [];

  private constructor(host: string, site: BenchSite, rendezvous: Rendezvous) {
    this.host = host;
    this.site = site;
    this.rendezvous = rendezvous;
  }

  static async open(host = LOOPBACK): Promise<Stage> {
    const rendezvous = await startRendezvous({ site: new Map(), port: 0, hosts: [host] });
    return new Stage(host, await BenchSite.open(host), rendezvous);
  }

  get signalling(): string {
    return `ws://${this.host}:${this.rendezvous.port}/rendezvous`;
  }

  get origin(): string {
    return `http://${this.host}:${this.site.port}`;
  }

  /** A further browser process, which can be killed. */
  async launch(options: LaunchOptions = {}): Promise<{ readonly browser: Browser; kill(): Promise<void> }> {
    const server = await chromium.launchServer(launchOptions(options));
    this.#servers.push(server);
    const browser = await chromium.connect(server.wsEndpoint());
    this.#browsers.push(browser);
    return { browser, kill: () => server.kill() };
  }

  async page(kind: PageKind, { browser, origin = this.origin }: OpenOptions = {}): Promise<Page> {
    const path = await this.site.pathOf(kind);
    this.#browser ??= await chromium.launch(launchOptions({}));
    const context = await (browser ?? this.#browser).newContext();
    const page = await context.newPage();
    await page.goto(`${origin}${path}`, { waitUntil: 'load' });
    return page;
  }

  async close(): Promise<void> {
    for (const browser of this.#browsers) await browser.close().catch(() => undefined);
    for (const server of this.#servers) await server.kill().catch(() => undefined);
    await this.#browser?.close();
    await this.site.close();
    await this.rendezvous.close();
  }
}

export const closePages = async (...pages: readonly Page[]): Promise<void> => {
  await Promise.all(
    pages.map((page) =>
      page
        .context()
        .close()
        .catch(() => undefined),
    ),
  );
};

export const wait = (timeMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, timeMs));

/** The time that it took; null where it did not come true in time. */
export const timeUntil = async (check: () => Promise<boolean>, limitMs: number): Promise<number | null> => {
  const begun = performance.now();
  for (;;) {
    if (await check()) return performance.now() - begun;
    if (performance.now() - begun > limitMs) return null;
    await wait(20);
  }
};
