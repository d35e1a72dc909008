// One browser profile: a device with its disk, its agent, and the tabs that are open. The first of
// them holds the device's lock; when it goes, the next takes over (DI3).

import type { AgentId } from '../../src/domain/ids.ts';
import { asAgentId } from '../../src/domain/ids.ts';
import type { Chance } from './chance.ts';
import type { Disk } from './disk.ts';
import type { Machine } from './machine.ts';
import { Tab } from './tab.ts';
import type { World } from './world.ts';

export interface ProfileOptions {
  /** Of its own, also where the device is a copy of another. */
  readonly name: string;
  readonly device: string;
  readonly agent: string;
  /** The agent's first device: joins the team by itself. */
  readonly isFirst: boolean;
  /** It runs a newer version. */
  readonly isNewer: boolean;
  readonly machine: Machine;
  readonly disk: Disk;
}

export class Profile {
  readonly name: string;
  readonly device: string;
  readonly agent: AgentId;
  readonly isFirst: boolean;
  readonly isNewer: boolean;
  readonly machine: Machine;
  readonly disk: Disk;
  readonly tabs: Tab[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  #opened = 0;

  constructor(world: World, chance: Chance, { name, device, agent, isFirst, isNewer, machine, disk }: ProfileOptions) {
    this.#world = world;
    this.#chance = chance.fork(name);
    this.name = name;
    this.device = device;
    this.agent = asAgentId(agent);
    this.isFirst = isFirst;
    this.isNewer = isNewer;
    this.machine = machine;
    this.disk = disk;
  }

  get isRunning(): boolean {
    return this.tabs.length > 0;
  }

  get isUsable(): boolean {
    return this.isRunning && !this.machine.isAsleep;
  }

  openTab(): Tab {
    this.#opened += 1;
    const name = `${this.name}/${this.#opened}`;
    const tab = new Tab(this.#world, this, name, this.#chance.fork(name));
    this.tabs.push(tab);
    tab.start(this.tabs.length === 1);
    return tab;
  }

  closeTab(tab: Tab): void {
    const isLast = this.tabs.length === 1;
    tab.close(isLast);
    this.#gone(tab);
  }

  crashTab(tab: Tab, isTailKept: boolean): void {
    tab.crash(isTailKept);
    this.#gone(tab);
  }

  /** Logs out: every tab closes. */
  logOut(): void {
    const [first] = this.tabs;
    if (first !== undefined) this.#world.as(first, 'logout', () => this.#noteLogout(first));
    for (const tab of [...this.tabs].reverse()) this.closeTab(tab);
  }

  crash(isTailKept: boolean): void {
    for (const tab of [...this.tabs].reverse()) this.crashTab(tab, isTailKept);
  }

  #noteLogout(tab: Tab): void {
    tab.replica.write(this.agent, [{ kind: 'logout' }], this.machine.wall());
  }

  #gone(tab: Tab): void {
    const wasHolder = this.tabs[0] === tab;
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    const [next] = this.tabs;
    if (!wasHolder || next === undefined) return;
    for (const other of this.tabs) this.#world.happens(other, null, () => other.station.unfollow());
    this.#world.happens(next, null, () => next.station.hold());
  }
}
