// The network of the lab: a namespace for each host, joined by the switch in wire.ts. Cables are drawn
// and plugged in as on real machines (no carrier), or a host is cut off by a switch that says nothing.

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { killAllIn, labName } from './sweep.mjs';

export type Direction = 'out' | 'in';

export interface Host {
  readonly namespace: string;
  readonly address: string;
  readonly port: number;
}

/** How a host's frames fare; what is left out is as on a good network. */
export interface Trouble {
  readonly delayMs?: number;
  readonly loss?: number;
}

const ADDRESSES = '10.77.0';
const WIRE = fileURLToPath(new URL('wire.mjs', import.meta.url));
/** Threads that read, and some for the rest. */
const SPARE_THREADS = 4;

const ip = (...args: string[]): void => {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });
};

export class Network {
  readonly hosts: readonly Host[];
  readonly #wire: ChildProcess;
  readonly #answers: Interface;
  readonly #waiting: (() => void)[] = [];

  private constructor(hosts: readonly Host[], wire: ChildProcess, answers: Interface) {
    this.hosts = hosts;
    this.#wire = wire;
    this.#answers = answers;
    answers.on('line', () => this.#waiting.shift()?.());
  }

  /** So many hosts; the first is where the others' default route leads. */
  static async open(count: number, seed: number): Promise<Network> {
    const prefix = labName(process.pid);
    const middle = `${prefix}-wire`;
    const names = Array.from({ length: count }, (_, index) => `h${index}`);
    ip('netns', 'add', middle);
    const wire = spawn(
      'ip',
      ['netns', 'exec', middle, process.execPath, WIRE, String(process.pid), String(seed), ...names],
      {
        env: { ...process.env, UV_THREADPOOL_SIZE: String(count + SPARE_THREADS) },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    if (wire.stdout === null) throw new Error('The switch has no voice.');
    const answers = createInterface(wire.stdout);
    await new Promise<void>((resolve, reject) => {
      answers.once('line', () => resolve());
      wire.once('exit', () => reject(new Error('The switch did not start.')));
    });
    const hosts = names.map((name, port) => plugIn(`${prefix}-${name}`, middle, name, port));
    return new Network(hosts, wire, answers);
  }

  host(port: number): Host {
    const host = this.hosts[port];
    if (host === undefined) throw new Error(`The lab has no host ${port}.`);
    return host;
  }

  /** As if somebody drew the cable: the host sees it. */
  unplug(port: number): void {
    ip('-n', this.host(port).namespace, 'link', 'set', 'eth0', 'carrier', 'off');
  }

  plug(port: number): void {
    ip('-n', this.host(port).namespace, 'link', 'set', 'eth0', 'carrier', 'on');
  }

  /** From now on; no trouble heals. */
  async trouble(port: number, direction: Direction | 'both', trouble: Trouble = {}): Promise<void> {
    const directions = direction === 'both' ? (['out', 'in'] as const) : [direction];
    for (const each of directions) {
      await this.#order({ port, direction: each, delayMs: 0, loss: 0, ...trouble });
    }
  }

  close(): void {
    this.#answers.close();
    this.#wire.kill('SIGKILL');
    for (const { namespace } of this.hosts) killAllIn(namespace);
    for (const name of [`${labName(process.pid)}-wire`, ...this.hosts.map(({ namespace }) => namespace)]) {
      ip('netns', 'del', name);
    }
  }

  #order(fault: Required<Trouble> & { readonly port: number; readonly direction: Direction }): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#wire.stdin?.write(`${JSON.stringify(fault)}\n`);
    });
  }
}

/** Without a default route Chromium gathers no candidates. */
const plugIn = (namespace: string, middle: string, name: string, port: number): Host => {
  const address = `${ADDRESSES}.${port + 1}`;
  ip('netns', 'add', namespace);
  ip('-n', middle, 'link', 'set', name, 'netns', namespace, 'name', 'eth0');
  ip('-n', namespace, 'link', 'set', 'eth0', 'address', `02:00:00:00:00:${port.toString(16).padStart(2, '0')}`);
  ip('-n', namespace, 'link', 'set', 'eth0', 'addrgenmode', 'none');
  ip('-n', namespace, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
  ip('-n', namespace, 'link', 'set', 'lo', 'up');
  ip('-n', namespace, 'link', 'set', 'eth0', 'up');
  ip('-n', namespace, 'route', 'add', 'default', 'via', `${ADDRESSES}.${port === 0 ? 254 : 1}`);
  return { namespace, address, port };
};
