// The real program behind `npm start`, as a process of its own that a test can stop and start again
// on the same port.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../dist/rendezvous/main.js', import.meta.url));
const START_MS = 10_000;

const printedPort = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error(`The rendezvous printed no address: ${text}`)), START_MS);
    const read = (chunk: unknown): void => {
      text += String(chunk);
      const port = /http:\/\/localhost:(\d+)/.exec(text)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });

export class RendezvousProcess {
  port: number;
  #child: ChildProcess;

  private constructor(port: number, child: ChildProcess) {
    this.port = port;
    this.#child = child;
  }

  static async start(port = 0): Promise<RendezvousProcess> {
    const child = RendezvousProcess.#spawn(port);
    return new RendezvousProcess(await printedPort(child), child);
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }

  /** On the same port, so that pages find it where it was. */
  async restart(): Promise<void> {
    this.#child = RendezvousProcess.#spawn(this.port);
    await printedPort(this.#child);
  }

  static #spawn(port: number): ChildProcess {
    return spawn(process.execPath, [PROGRAM, '--no-open'], {
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}
