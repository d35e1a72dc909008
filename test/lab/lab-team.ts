// A team on hosts of its own: the real program of `npm start` on one, an agent with a real browser on
// each of the others. They can reach each other through the lab's network and no other way.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, expect } from '@playwright/test';

import { findBrowser } from '../../tools/browser.mjs';
import { AgentBrowser } from '../support/agent-browser.ts';
import { BareBrowser } from './bare-browser.ts';
import { Network, type Host } from './network.ts';
import { traceNetwork } from './trace.ts';

const PORT = 4173;
const RENDEZVOUS = 0;
const START_MS = 15_000;
const MEET_MS = 30_000;

/** Chromium in a host. The flag for loopback is for tests without a network: here there is one. */
const wrapper = (host: Host): string => {
  const file = join(tmpdir(), `browser-${host.port}.sh`);
  const program = findBrowser() ?? chromium.executablePath();
  const text = `#!/bin/sh
for each do shift; [ "$each" = --allow-loopback-in-peer-connection ] || set -- "$@" "$each"; done
exec ip netns exec ${host.namespace} '${program}' "$@"
`;
  writeFileSync(file, text, { mode: 0o755 });
  return file;
};

export class LabTeam {
  readonly network: Network;
  readonly origin: string;
  readonly agents: AgentBrowser[] = [];
  readonly #folder: string;
  readonly #ports = new Map<AgentBrowser, number>();
  #rendezvous: ChildProcess | null = null;

  private constructor(network: Network, folder: string) {
    this.network = network;
    this.origin = `http://${network.host(RENDEZVOUS).address}:${PORT}`;
    this.#folder = folder;
  }

  /** `folder` has the built programs. `spare` hosts have no browser yet. */
  static async open(
    folder: string,
    names: readonly string[],
    { spare = 0, seed = 1, isTraced = false } = {},
  ): Promise<LabTeam> {
    const network = await Network.open(1 + names.length + spare, seed);
    const team = new LabTeam(network, folder);
    await team.startRendezvous();
    await Promise.all(names.map((name, index) => team.addAgent(name, index + 1)));
    if (isTraced) await Promise.all(team.agents.map(({ page }) => traceNetwork(page)));
    const [first, ...others] = team.agents;
    if (first === undefined) throw new Error('A team has at least one agent.');
    await first.createTeam('Northlight Coffee');
    const link = await first.inviteLink();
    await Promise.all(others.map((other) => other.join(link)));
    await team.expectTogether();
    return team;
  }

  agent(name: string): AgentBrowser {
    const agent = this.agents.find((each) => each.name === name);
    if (agent === undefined) throw new Error(`No agent of the lab is called ${name}.`);
    return agent;
  }

  portOf(agent: AgentBrowser): number {
    const port = this.#ports.get(agent);
    if (port === undefined) throw new Error(`${agent.name} has no host.`);
    return port;
  }

  /** A browser with a fresh profile on that host, at the start page. */
  async addAgent(name: string, port: number): Promise<AgentBrowser> {
    const agent = await AgentBrowser.open(name, this.origin, this.#flags(), wrapper(this.network.host(port)));
    this.#ports.set(agent, port);
    this.agents.push(agent);
    this.agents.sort((a, b) => this.portOf(a) - this.portOf(b));
    return agent;
  }

  /** On the host and the profile of this agent, whose own browser does not run. */
  openBare(agent: AgentBrowser): BareBrowser {
    return new BareBrowser(wrapper(this.network.host(this.portOf(agent))), agent.profile, this.#flags());
  }

  /** Its profile goes as well. */
  async removeAgent(agent: AgentBrowser): Promise<void> {
    this.agents.splice(this.agents.indexOf(agent), 1);
    await agent.close();
  }

  /** Every one of them says that all the others are reachable. */
  async expectTogether(timeoutMs = MEET_MS): Promise<void> {
    const others = this.agents.length - 1;
    const together = new RegExp(`^Connection: ${others} of \\d+ .*synced`);
    await Promise.all(
      this.agents.map((agent) => expect(agent.connection()).toHaveAccessibleName(together, { timeout: timeoutMs })),
    );
  }

  async startRendezvous(): Promise<void> {
    const { namespace } = this.network.host(RENDEZVOUS);
    const program = join(this.#folder, 'rendezvous/main.js');
    const child = spawn('ip', ['netns', 'exec', namespace, process.execPath, program, '--lan', '--no-open'], {
      env: { ...process.env, PORT: String(PORT) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#rendezvous = child;
    const started = once(child.stdout, 'data', { signal: AbortSignal.timeout(START_MS) });
    await Promise.race([
      started,
      once(child, 'exit').then(() => Promise.reject(new Error('The rendezvous did not start.'))),
    ]);
  }

  async killRendezvous(): Promise<void> {
    const child = this.#rendezvous;
    this.#rendezvous = null;
    if (child === null || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async close(): Promise<void> {
    await Promise.all(this.agents.map((agent) => agent.close()));
    await this.killRendezvous();
    this.network.close();
  }

  #flags(): readonly string[] {
    return [`--unsafely-treat-insecure-origin-as-secure=${this.origin}`];
  }
}
