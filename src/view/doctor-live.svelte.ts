// The doctor while it is open: reads what it needs, again whenever something moves, and stops with
// `end()`. While it is shut there is none of it.

import type { AgentId, DeviceId } from '../domain/ids.ts';
import type { MeshPath } from '../engine/ports.ts';
import type { DeskView } from './desk-view.svelte.ts';
import { diagnose } from './doctor.ts';
import { reportOf } from './doctor-report.ts';
import type { BrowserWatch, Diagnosis, DoctorReadings, Person } from './doctor-types.ts';
import { formatDay, formatTime } from './text.svelte.ts';

export type WatchBrowser = (changed: () => void) => Promise<BrowserWatch>;

/** What it reads of the desk, or of a page that has none yet (newcomer-reach.svelte.ts). */
export interface DoctorDesk extends Pick<DeskView, 'agents' | 'meshStatus' | 'now' | 'mesh' | 'statusHistory'> {
  readonly reach: DoctorReadings['reach'];
  readonly settings: Pick<DeskView['settings'], 'iceServers'>;
}

export class Doctor {
  /** Null until the browser has been asked once. */
  readonly diagnosis: Diagnosis | null = $derived.by(() => {
    const readings = this.#readings();
    return readings === null ? null : diagnose(readings);
  });
  isLooking = $state(false);
  readonly #desk: DoctorDesk;
  #watch: BrowserWatch | null = $state.raw(null);
  #paths: readonly MeshPath[] | null = $state.raw(null);
  /** Grows when the browser reads differently. */
  #change = $state(0);
  #owners: ReadonlyMap<DeviceId, AgentId> = $state.raw(new Map());
  #hasEnded = false;
  readonly #stopHearing: () => void;

  constructor(desk: DoctorDesk, watchBrowser: WatchBrowser) {
    this.#desk = desk;
    this.#owners = this.#formerOwners();
    this.#stopHearing = desk.mesh.subscribe((event) => {
      if (event.kind !== 'heard' || event.from.agent === null) return;
      const { device, agent } = event.from;
      if (this.#owners.get(device) !== agent) this.#owners = new Map([...this.#owners, [device, agent]]);
    });
    void watchBrowser(() => (this.#change += 1)).then((watch) => {
      if (this.#hasEnded) watch.end();
      else this.#watch = watch;
    });
    void this.lookAgain();
  }

  async lookAgain(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    this.#paths = null;
    this.#paths = await this.#desk.mesh.inspect();
    this.isLooking = false;
  }

  /** '' before there is anything to tell. */
  report(): string {
    const readings = this.#readings();
    const { now } = this.#desk;
    return readings === null ? '' : reportOf(readings, `${formatDay(now)} ${formatTime(now)}`);
  }

  end(): void {
    this.#hasEnded = true;
    this.#stopHearing();
    this.#watch?.end();
  }

  #readings(): DoctorReadings | null {
    // Ages move on with the second, the rest with what happens.
    void this.#desk.now;
    void this.#change;
    if (this.#watch === null) return null;
    const { agents, settings, meshStatus, reach } = this.#desk;
    const people = new Map<AgentId, Person>(agents.map((agent) => [agent.id, agent]));
    const owners = this.#owners;
    return {
      browser: this.#watch.read(),
      mesh: meshStatus,
      paths: this.#paths,
      servers: settings.iceServers,
      reach,
      missing: agents.filter((agent) => !agent.isMe && !agent.isResponding),
      ownerOf: (device) => {
        const agent = owners.get(device);
        return agent === undefined ? null : (people.get(agent) ?? null);
      },
    };
  }

  /** Who logged in where, for devices that have not been heard since. */
  #formerOwners(): ReadonlyMap<DeviceId, AgentId> {
    const owners = new Map<DeviceId, AgentId>();
    for (const { id } of this.#desk.agents) {
      for (const entry of this.#desk.statusHistory(id)) if (entry.kind === 'login') owners.set(entry.device, id);
    }
    return owners;
  }
}
