// A Chromium that nobody pretends to look at. Playwright gives every page the focus and holds off what
// browsers do to hidden ones; here a page is hidden when another tab is in front of it, as for people.

import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

import { BROWSER_FLAGS } from '../../tools/browser.mjs';

interface Waiting {
  resolve(result: Readonly<Record<string, unknown>>): void;
  reject(error: Error): void;
}

interface Answer {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

export class BareBrowser {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #heard = '';

  /** `program`: Chromium, or what starts it. */
  constructor(program: string, profile: string, flags: readonly string[]) {
    const args = [
      '--headless=new',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      ...BROWSER_FLAGS,
      ...flags,
    ];
    this.#process = spawn(program, [...args, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    (this.#process.stdio[4] as Readable).on('data', (part) => this.#hear(String(part)));
  }

  /** Opens the address in the first tab, with a script that runs before the page's own. */
  async open(address: string, script: string): Promise<BarePage> {
    const { targetInfos } = await this.send('Target.getTargets');
    const targets = targetInfos as readonly { readonly type: string; readonly targetId: string }[];
    const targetId = targets.find(({ type }) => type === 'page')?.targetId;
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new BarePage(this, String(sessionId));
    await this.send('Page.enable', {}, page.session);
    await this.send('Page.addScriptToEvaluateOnNewDocument', { source: script }, page.session);
    await this.send('Page.navigate', { url: address }, page.session);
    return page;
  }

  /** Another tab in front: the first one is hidden now. */
  async coverUp(): Promise<void> {
    await this.send('Target.createTarget', { url: 'about:blank' });
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<Readonly<Record<string, unknown>>> {
    this.#last += 1;
    const id = this.#last;
    const message = JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      (this.#process.stdio[3] as Writable).write(`${message}\0`);
    });
  }

  close(): void {
    this.#process.kill('SIGKILL');
  }

  #hear(part: string): void {
    const messages = `${this.#heard}${part}`.split('\0');
    this.#heard = messages.pop() ?? '';
    for (const text of messages) {
      const { id, result, error } = JSON.parse(text) as Answer;
      const waiting = id === undefined ? undefined : this.#waiting.get(id);
      if (id === undefined || waiting === undefined) continue;
      this.#waiting.delete(id);
      if (error === undefined) waiting.resolve(result ?? {});
      else waiting.reject(new Error(error.message));
    }
  }
}

export class BarePage {
  readonly session: string;
  readonly #browser: BareBrowser;

  constructor(browser: BareBrowser, session: string) {
    this.#browser = browser;
    this.session = session;
  }

  /** Evaluates `(program)()` in the page. */
  async evaluate<T>(program: () => T | Promise<T>): Promise<T> {
    const params = { expression: `(${String(program)})()`, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = await this.#browser.send('Runtime.evaluate', params, this.session);
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { readonly value: T }).value;
  }
}
