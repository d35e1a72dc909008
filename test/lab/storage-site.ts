// A site with one page on loopback, and a browser process on a profile that can be killed: no driver is
// attached, so what it writes to the disk is what a person's browser writes.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { chromium } from '@playwright/test';
import { build, type Rolldown } from 'vite';

import { BROWSER_FLAGS, findBrowser } from '../../tools/browser.mjs';
import { inRoot } from '../../tools/tree.mjs';

const HTML =
  '<!doctype html><meta charset="utf-8"><title>storage</title><link rel="icon" href="data:,">' +
  '<body><script type="module" src="/page.js"></script></body>';

/** The program of each file, by its path. */
const buildPage = async (name: string): Promise<ReadonlyMap<string, string>> => {
  const result = await build({
    configFile: false,
    root: inRoot('.'),
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: {
        input: inRoot(`test/bench/pages/${name}.ts`),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  const [output] = [result].flat() as Rolldown.RolldownOutput[];
  const files = output?.output.map((file) => [`/${file.fileName}`, 'code' in file ? file.code : String(file.source)]);
  return new Map(files as [string, string][]);
};

/** `path` is what was posted to. */
type Hear = (path: string, body: unknown) => void;

export class StorageSite {
  readonly #server: Server;
  #hear: Hear = () => undefined;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** `page`: which of test/bench/pages it has. */
  static async open(page = 'storage'): Promise<StorageSite> {
    const files = await buildPage(page);
    const server = createServer();
    const site = new StorageSite(server);
    server.on('request', (request, response) => {
      if (request.method === 'POST') {
        let body = '';
        request.on('data', (part: Buffer) => (body += part.toString()));
        request.on('end', () => {
          site.#hear(request.url ?? '', JSON.parse(body));
          response.writeHead(204).end();
        });
        return;
      }
      const code = files.get(request.url ?? '');
      response.writeHead(200, { 'content-type': code === undefined ? 'text/html' : 'text/javascript' });
      response.end(code ?? HTML);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return site;
  }

  hear(hear: Hear): void {
    this.#hear = hear;
  }

  urlOf(asked: Readonly<Record<string, string>> = {}): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/?${new URLSearchParams(asked)}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** A process with all its children, ended as a power switch ends them. */
export class KillableBrowser {
  readonly #child: ChildProcess;

  /** `before`: a program that runs it, with its arguments. `log`: the file that takes what it says of itself. */
  constructor(profile: string, url: string, before: readonly string[] = [], log = 'ignore' as 'ignore' | number) {
    const program = findBrowser() ?? chromium.executablePath();
    const flags = [
      '--headless=new',
      '--disable-gpu',
      '--password-store=basic',
      '--enable-logging=stderr',
      `--user-data-dir=${profile}`,
    ];
    const [command = program, ...args] = [...before, program, ...BROWSER_FLAGS, ...flags, url];
    this.#child = spawn(command, args, { detached: true, stdio: ['ignore', log, log] });
  }

  async kill(): Promise<void> {
    const { pid } = this.#child;
    if (pid === undefined || this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    process.kill(-pid, 'SIGKILL');
    await ended;
  }
}
