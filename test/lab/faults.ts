// Faults for the storm: each begins, lasts a while, and is undone. One host has one at a time.

import { setTimeout as sleep } from 'node:timers/promises';

import type { AgentBrowser } from '../support/agent-browser.ts';
import { between, oneOf, type Chance } from './chance.mjs';
import type { LabTeam } from './lab-team.ts';
import { seconds } from './score.ts';

const KINDS = ['cable', 'silence', 'deaf', 'mute', 'slow', 'slow', 'cable', 'kill', 'rendezvous'] as const;
const LEAST_MS = 1_000;
const MOST_MS = 12_000;
const MOST_DELAY_MS = 400;
const LOSS = 0.05;

/** What is hit: an agent's host, or the rendezvous. */
export type Target = AgentBrowser | 'rendezvous';

export interface Fault {
  readonly target: Target;
  readonly words: string;
  readonly isKill: boolean;
  /** Does it, waits, and undoes it. */
  play(lab: LabTeam): Promise<void>;
}

const onRendezvous = (lastsMs: number): Fault => ({
  target: 'rendezvous',
  words: `rendezvous killed for ${seconds(lastsMs)}`,
  isKill: false,
  play: async (lab) => {
    await lab.killRendezvous();
    await sleep(lastsMs);
    await lab.startRendezvous();
  },
});

const kill = (agent: AgentBrowser, lastsMs: number): Fault => ({
  target: agent,
  words: `${agent.name}’s browser killed for ${seconds(lastsMs)}`,
  isKill: true,
  play: async () => {
    await agent.kill();
    await sleep(lastsMs);
    await agent.launch();
    await agent.expectDesk();
  },
});

const drawCable = (agent: AgentBrowser, lastsMs: number): Fault => ({
  target: agent,
  words: `${agent.name}’s cable drawn for ${seconds(lastsMs)}`,
  isKill: false,
  play: async (lab) => {
    const port = lab.portOf(agent);
    lab.network.unplug(port);
    await sleep(lastsMs);
    lab.network.plug(port);
  },
});

const trouble = (agent: AgentBrowser, lastsMs: number, kind: (typeof KINDS)[number], delayMs: number): Fault => {
  const direction = kind === 'deaf' ? 'in' : kind === 'mute' ? 'out' : 'both';
  const how = kind === 'slow' ? { delayMs, loss: LOSS } : { loss: 1 };
  const name = kind === 'slow' ? `${delayMs} ms slow and lossy` : kind === 'silence' ? 'cut off in silence' : kind;
  return {
    target: agent,
    words: `${agent.name} ${name} for ${seconds(lastsMs)}`,
    isKill: false,
    play: async (lab) => {
      const port = lab.portOf(agent);
      await lab.network.trouble(port, direction, how);
      await sleep(lastsMs);
      await lab.network.trouble(port, 'both');
    },
  };
};

/** The next fault, on something that has none now. */
export const nextFault = (chance: Chance, agents: readonly AgentBrowser[], busy: ReadonlySet<Target>): Fault | null => {
  const kind = oneOf(chance, KINDS);
  const lastsMs = between(chance, LEAST_MS, MOST_MS);
  const delayMs = between(chance, 1, MOST_DELAY_MS);
  const [agent, ...others] = agents.filter((each) => !busy.has(each));
  if (kind === 'rendezvous') return busy.has('rendezvous') ? null : onRendezvous(lastsMs);
  if (agent === undefined) return null;
  const victim = oneOf(chance, [agent, ...others]);
  if (kind === 'kill') return kill(victim, lastsMs);
  return kind === 'cable' ? drawCable(victim, lastsMs) : trouble(victim, lastsMs, kind, delayMs);
};
