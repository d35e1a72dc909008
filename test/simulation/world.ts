// The simulated world: one seed decides who is there, what they do, what breaks and when. Counts
// steps, and lets the checkers look after each event at a tab and before each write.

import type { Draft } from '../../src/domain/entry.ts';
import { Chance } from './chance.ts';
import type { Checker } from './checker.ts';
import { CHECKERS } from './checkers.ts';
import { Clockwork } from './clockwork.ts';
import { Counts } from './counts.ts';
import { Disk } from './disk.ts';
import { Ledger } from './ledger.ts';
import { Machine } from './machine.ts';
import { Network } from './network.ts';
import { Nonsense } from './nonsense.ts';
import { Profile } from './profile.ts';
import { Readings } from './sight.ts';
import type { Tab } from './tab.ts';
import { tollOf, type Toll } from './toll.ts';
import { Trace } from './trace.ts';

export interface WorldOptions {
  readonly seed: number;
  /** Peers at the start; by default 3 to 8 by the seed. */
  readonly peers?: number;
  readonly hasTrace?: boolean;
  /** False where the fold is deliberately another one: its states are not held against the reference. */
  readonly hasReference?: boolean;
}

export interface Violation {
  readonly rule: string;
  readonly sentence: string;
  readonly step: number;
}

/** Small teams more often: links grow with the square. */
const TEAM_SIZES = [3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7, 8];
const AGENTS = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal'];

export class World {
  readonly seed: number;
  readonly chance: Chance;
  readonly clockwork = new Clockwork();
  readonly ledger = new Ledger();
  readonly readings = new Readings();
  readonly network: Network;
  readonly profiles: Profile[] = [];
  readonly nonsense: Nonsense | null;
  readonly counts = new Counts();
  readonly violations: Violation[] = [];
  readonly trace: Trace;
  readonly hasReference: boolean;
  readonly #checkers: readonly Checker[];
  /** The happening of the script that came last. */
  happening = -1;
  /** As of the last gathering. */
  toll: Toll | null = null;
  #writes = 0;

  constructor({ seed, peers, hasTrace = false, hasReference = true }: WorldOptions) {
    this.seed = seed;
    this.chance = new Chance(seed);
    this.hasReference = hasReference;
    this.trace = new Trace(hasTrace);
    this.network = new Network(this.clockwork, this.chance.fork('network'));
    this.#checkers = CHECKERS.map((make) => make(this));
    const chance = this.chance.fork('team');
    const count = peers ?? chance.one(TEAM_SIZES);
    const agents = Math.max(2, Math.min(AGENTS.length, Math.ceil(count * (0.6 + 0.4 * chance.next()))));
    for (let index = 0; index < count; index += 1) this.#employ(chance, index, agents);
    this.nonsense = chance.happens(0.25) ? new Nonsense(this, this.chance.fork('nonsense')) : null;
  }

  get now(): number {
    return this.clockwork.now;
  }

  get tabs(): readonly Tab[] {
    return this.profiles.flatMap((profile) => profile.tabs);
  }

  /** Lets time pass until then, or until so many steps were done. */
  run(until: number, mostSteps = Number.POSITIVE_INFINITY): void {
    while (this.counts.steps < mostSteps && this.violations.length === 0 && this.clockwork.next(until));
  }

  /** An event at a tab: what follows from it, then what the checkers say. */
  happens(tab: Tab, step: string | null, run: () => void): void {
    const writes = this.#writes;
    if (step !== null) this.step(step, tab.name);
    try {
      run();
    } catch (error) {
      this.violate('OF1', `${tab.name} threw: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    }
    if (step === null && this.#writes > writes && tab.act === null) this.step('timer', tab.name);
    this.settle(tab);
  }

  /** Something that a person does at a tab. */
  as(tab: Tab, act: string, run: () => void): void {
    tab.act = act;
    this.counts.acts += 1;
    this.happens(tab, `act ${act}`, run);
    tab.act = null;
  }

  step(kind: string, where: string): void {
    this.counts.steps += 1;
    if (kind === 'beat') this.counts.beats += 1;
    this.trace.note(this.counts.steps, this.now, kind, where);
  }

  fault(kind: string, where: string): void {
    this.counts.faults += 1;
    this.step(`fault ${kind}`, where);
  }

  aboutToWrite(tab: Tab, drafts: readonly Draft[]): void {
    this.#writes += 1;
    for (const checker of this.#checkers) checker.write?.(tab, drafts);
    this.counts.wrote(tab, drafts);
    if (this.trace.isOn) this.trace.say(`  ${tab.name} writes ${JSON.stringify(drafts)}`);
  }

  settle(tab: Tab): void {
    const { sight } = tab;
    sight.refresh();
    for (const id of sight.news) {
      const reading = sight.reading(id);
      if (reading === null) continue;
      for (const checker of this.#checkers) checker.change?.(tab, id, reading);
    }
    sight.news.clear();
    for (const checker of this.#checkers) checker.look?.(tab);
  }

  /** All are together again, and nothing is on its way. */
  gathered(): void {
    for (const checker of this.#checkers) checker.gather?.(this.tabs);
    const [first] = this.tabs;
    if (first === undefined) return;
    this.toll = tollOf(first);
    this.counts.gathered(first);
  }

  violate(rule: string, sentence: string): void {
    // Checkers know the rules of this desk; under another rule only what no desk may do ends the day.
    if (!this.hasReference && rule !== 'OF1' && rule !== 'CO3') return;
    this.violations.push({ rule, sentence, step: this.counts.steps });
  }

  clone(profile: Profile): Profile {
    const name = `${profile.name}-copy`;
    const machine = new Machine(name, this.clockwork, this.chance.fork(name));
    const { device, agent, isNewer } = profile;
    const options = { name, device, agent, isFirst: false, isNewer, machine, disk: profile.disk.copy() };
    const copy = new Profile(this, this.chance, options);
    this.profiles.push(copy);
    return copy;
  }

  #employ(chance: Chance, index: number, agents: number): void {
    const agent = AGENTS[index % agents] ?? 'ann';
    const turn = Math.floor(index / agents);
    const name = `${agent}${turn === 0 ? '' : turn + 1}`;
    const machine = new Machine(name, this.clockwork, this.chance.fork(`machine ${name}`));
    const disk = new Disk(chance.happens(0.2) ? chance.between(500, 4_000) : chance.between(5, 200));
    const [isFirst, isNewer, device] = [turn === 0, chance.happens(0.15), `${name}-device`];
    this.profiles.push(new Profile(this, this.chance, { name, device, agent, isFirst, isNewer, machine, disk }));
  }
}
