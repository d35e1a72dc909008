// Two hosts of one machine, each in a network namespace with a browser of its own, and a link between them
// that can be cut. A bridge joins them; the rendezvous stands on it. Needs root on Linux, and iproute2.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findBrowser } from '../../tools/browser.mjs';

const BRIDGE = 'dmbench0';
const NET = '10.213.7';
const HOSTS = ['dmbench-a', 'dmbench-b'] as const;

export type Host = (typeof HOSTS)[number];

const ip = (...args: readonly string[]): void => void execFileSync('ip', args, { stdio: 'pipe' });

const quietly = (act: () => void): void => {
  try {
    act();
  } catch {
    // What is not there need not be removed.
  }
};

/** Why there can be none here; null where there can. */
export const hindranceOfHosts = (): Promise<string | null> => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return Promise.resolve('a link can be cut as root on Linux only');
  try {
    ip('-V');
    return Promise.resolve(null);
  } catch {
    return Promise.resolve('a link can be cut with iproute2 only, which is not installed');
  }
};

export class TwoHosts {
  readonly address = `${NET}.1`;
  readonly hosts = HOSTS;
  readonly #folder = mkdtempSync(join(tmpdir(), 'deskmesh-hosts-'));

  constructor() {
    this.#remove();
    ip('link', 'add', BRIDGE, 'type', 'bridge');
    ip('address', 'add', `${this.address}/24`, 'dev', BRIDGE);
    ip('link', 'set', BRIDGE, 'up');
    HOSTS.forEach((host, index) => this.#add(host, `${NET}.${index + 2}`));
  }

  /** A program that starts the browser on that host. */
  executable(host: Host): string {
    const file = join(this.#folder, host);
    writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${host} ${findBrowser() ?? 'chromium'} "$@"\n`);
    chmodSync(file, 0o755);
    return file;
  }

  link(host: Host, to: 'up' | 'down'): void {
    ip('link', 'set', `${host}0`, to);
  }

  close(): void {
    this.#remove();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #add(host: Host, address: string): void {
    ip('netns', 'add', host);
    ip('link', 'add', `${host}0`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', host);
    ip('link', 'set', `${host}0`, 'master', BRIDGE);
    ip('link', 'set', `${host}0`, 'up');
    ip('-n', host, 'link', 'set', 'lo', 'up');
    ip('-n', host, 'address', 'add', `${address}/24`, 'dev', 'eth0');
    ip('-n', host, 'link', 'set', 'eth0', 'up');
    // Without a default route Chromium gathers no candidates.
    ip('-n', host, 'route', 'add', 'default', 'via', this.address);
  }

  #remove(): void {
    for (const host of HOSTS) quietly(() => ip('link', 'del', `${host}0`));
    for (const host of HOSTS) quietly(() => ip('netns', 'del', host));
    quietly(() => ip('link', 'del', BRIDGE));
  }
}
