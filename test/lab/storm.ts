// Fifty faults at random, several at a time, while people go on writing: when it is over everybody has
// everything that was stored anywhere, and nobody had to load a page again.

import { setTimeout as sleep } from 'node:timers/promises';

import type { AgentBrowser } from '../support/agent-browser.ts';
import { faultsOf, lifeOf, sayToTeam } from './acts.ts';
import { between, oneOf, seeded, type Chance } from './chance.mjs';
import { nextFault, type Fault, type Target } from './faults.ts';
import { Journal } from './journal.ts';
import type { LabTeam } from './lab-team.ts';
import type { Scenario } from './scenario.ts';
import { seconds, type Score } from './score.ts';
import { readStoredTeam, untilEqual } from './stored-team.ts';

const FAULTS = 50;
const LEAST_PAUSE_MS = 300;
const MOST_PAUSE_MS = 4_000;
const WRITE_EVERY_MS = 700;
const ONCE_IN = 4;
const CALM_MS = 60_000;

class Storm {
  readonly #lab: LabTeam;
  readonly #score: Score;
  readonly #chance: Chance;
  readonly #busy = new Set<Target>();
  readonly #killed = new Set<AgentBrowser>();
  /** When each page began; told anew after a kill, and by nothing else. */
  readonly #lives = new Map<AgentBrowser, number>();
  readonly #running = new Set<Promise<void>>();
  readonly #journal = new Journal();
  #isOver = false;
  #reloads = 0;

  constructor(lab: LabTeam, score: Score, seed: number) {
    this.#lab = lab;
    this.#score = score;
    this.#chance = seeded(seed);
  }

  async play(count: number): Promise<void> {
    for (const agent of this.#lab.agents) await this.#begin(agent);
    const writing = this.#write();
    for (let done = 0; done < count;) {
      const fault = nextFault(this.#chance, this.#lab.agents, this.#busy);
      if (fault !== null) {
        done += 1;
        this.#score.trial(`${done}/${count} ${fault.words}`);
        const run = this.#run(fault).finally(() => this.#running.delete(run));
        this.#running.add(run);
      }
      await sleep(between(this.#chance, LEAST_PAUSE_MS, MOST_PAUSE_MS));
    }
    await Promise.all(this.#running);
    this.#isOver = true;
    await writing;
    await this.#judge();
  }

  async #begin(agent: AgentBrowser): Promise<void> {
    // From here on its page opens without a network.
    await agent.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    this.#lives.set(agent, await lifeOf(agent.page));
  }

  async #run(fault: Fault): Promise<void> {
    this.#busy.add(fault.target);
    if (fault.isKill && fault.target !== 'rendezvous') this.#killed.add(fault.target);
    if (fault.isKill && fault.target !== 'rendezvous') await this.#countReload(fault.target);
    await fault.play(this.#lab);
    if (fault.isKill && fault.target !== 'rendezvous') {
      await this.#begin(fault.target);
      this.#killed.delete(fault.target);
    }
    this.#busy.delete(fault.target);
  }

  async #countReload(agent: AgentBrowser): Promise<void> {
    if ((await lifeOf(agent.page)) !== this.#lives.get(agent)) this.#reloads += 1;
  }

  async #write(): Promise<void> {
    const chance = seeded(between(this.#chance, 1, 2 ** 30));
    for (let turn = 1; !this.#isOver; turn += 1) {
      const [first, ...others] = this.#lab.agents.filter((agent) => !this.#killed.has(agent));
      if (first !== undefined) {
        const agent = oneOf(chance, [first, ...others]);
        await this.#writeOnce(agent, turn).catch((error: unknown) => {
          // Killed in the middle of a word.
          if (!this.#killed.has(agent)) throw error;
        });
      }
      await sleep(WRITE_EVERY_MS);
    }
  }

  async #writeOnce(agent: AgentBrowser, turn: number): Promise<void> {
    const text = `${agent.name} writes line ${turn} in the storm`;
    if (turn % ONCE_IN === 0) {
      await agent.goTo('Desk');
      await agent.addConversation({ customer: `Customer ${turn}`, subject: `Storm ${turn}`, message: text });
    } else await sayToTeam(agent, text);
    await this.#journal.note(agent, text);
  }

  async #judge(): Promise<void> {
    const { agents } = this.#lab;
    const began = Date.now();
    const equal = await untilEqual(
      agents.map(({ page }) => page),
      CALM_MS,
    );
    const entries = equal === null ? '' : `: ${equal.entries} entries, digest ${equal.digest}`;
    this.#score.mark(equal !== null, `equal on all ${seconds(Date.now() - began)} after the last fault${entries}`);
    const missing: string[] = [];
    for (const agent of agents) {
      const { texts } = await readStoredTeam(agent.page);
      missing.push(...this.#journal.missingFrom(texts).map((text) => `${agent.name} lacks “${text}”`));
      await this.#countReload(agent);
    }
    const { promised, written } = this.#journal;
    const words = `of ${written} texts written, ${promised} were stored where they were written, and none is missing`;
    this.#score.mark(missing.length === 0 && promised > 0, `${words} ${missing.join('; ')}`);
    this.#score.mark(this.#reloads === 0, `${this.#reloads} pages were loaded again`);
    const faults = agents.flatMap((agent) => faultsOf(agent).map((fault) => `${agent.name}: ${fault}`));
    this.#score.mark(faults.length === 0, `nothing was thrown into a console ${faults.join('; ')}`);
    await this.#lab.expectTogether(CALM_MS);
  }
}

export const stormScenario: Scenario = {
  name: 'storm',
  agents: ['Hana', 'Jonas', 'Priya', 'Rahel'],
  isShort: false,
  run: (lab, { times, seed }, score) => new Storm(lab, score, seed).play(times ?? FAULTS),
};
