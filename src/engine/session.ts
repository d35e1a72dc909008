// One team, open on this device: its document, where it is kept, how it reaches the others, and from
// the login on the desk of one agent. Decides the order of things: what is stored is loaded before
// anything is sent or decided (OF2), and goodbye is said before the doors close (ST7).

import type { Role } from '../domain/entry.ts';
import { asAgentId, type AgentId, type DeviceId } from '../domain/ids.ts';
import type { Agent } from '../domain/team-state.ts';
import { Replica } from '../replica/replica.ts';
import { Desk } from './desk.ts';
import { Presence } from './presence.ts';
import type { Alarm, Clock, Mesh, MeshEvent, Random, Storage, StorageFault } from './ports.ts';

export interface SessionPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly alarm: Alarm;
  openStorage(doc: Replica['doc']): Storage;
  openMesh(doc: Replica['doc']): Mesh;
  /** Told of every fault of the storage, those while it opens included. */
  onFault(fault: StorageFault): void;
  /** Lets the browser get a turn in long work; by default none is needed. */
  readonly pause?: () => Promise<void>;
  /** This device has never had all of the team's document. */
  readonly isNewcomer?: boolean;
}

/** A login this short after the last one of the same agent here is the same visit: a reload. */
const SAME_VISIT_MS = 10 * 60_000;
const PEER_BYTES = 9;
const AGENT_BYTES = 9;

/** Case and stray spaces do not make another person. */
const comparable = (name: string): string => name.trim().normalize('NFKC').toLowerCase();

export class Session {
  readonly replica: Replica;
  readonly storage: Storage;
  readonly mesh: Mesh;
  readonly #ports: SessionPorts;
  readonly #peer: string;
  /** Who was heard before anybody logged in: a desk that starts later knows them. */
  readonly #presence = new Presence();
  readonly #stopHearing: () => void;
  #desk: Desk | null = null;

  #hasFirst = false;
  #isFirstComing = false;
  #hasCaughtUp = false;
  #resolve: () => void = () => undefined;
  /** Resolves once all of the team's document is here; never where nobody brings it. */
  readonly whole = new Promise<void>((resolve) => (this.#resolve = resolve));

  private constructor(device: DeviceId, ports: SessionPorts) {
    this.#ports = ports;
    this.#peer = ports.random.token(PEER_BYTES);
    const { pause = () => Promise.resolve(), isNewcomer = false } = ports;
    this.replica = new Replica({ device, token: (bytes) => ports.random.token(bytes), isNewcomer, pause });
    const { doc } = this.replica;
    this.storage = ports.openStorage(doc);
    this.storage.onFault((fault) => ports.onFault(fault));
    this.mesh = ports.openMesh(doc);
    this.mesh.giveFirst(() => this.replica.firstPart());
    this.#stopHearing = this.mesh.subscribe((event) => {
      this.#presence.take(event, { mono: ports.clock.mono(), wall: ports.clock.wall() });
    });
    if (isNewcomer) this.mesh.subscribe((event) => this.#arrive(event));
    else this.#resolve();
  }

  /** Resolves with everything loaded that is stored here; not connected yet. */
  static async open(device: DeviceId, ports: SessionPorts): Promise<Session> {
    const session = new Session(device, ports);
    await session.storage.load();
    return session;
  }

  get desk(): Desk | null {
    return this.#desk;
  }

  /** True once this device holds a team at all: its own, or one that a teammate sent. */
  get hasTeam(): boolean {
    return this.replica.team.agents.size > 0;
  }

  /** What is open of the team, and who is in it, is here: enough to work with, though more may be coming. */
  get hasFirst(): boolean {
    return this.#hasFirst;
  }

  #arrive(event: MeshEvent): void {
    if (!this.replica.isPartial) return;
    if (event.kind === 'firstComing') {
      this.#isFirstComing = true;
      this.replica.expectFirst(event.said);
    }
    this.#hasCaughtUp ||= event.kind === 'caughtUp';
    this.#hasFirst ||= event.kind === 'firstIn' || this.#hasCaughtUp;
    // Another newcomer may have told all it has, while what is long still comes from elsewhere.
    if (this.#hasCaughtUp && (!this.#isFirstComing || this.#presence.isCaughtUp())) void this.takeAsWhole();
  }

  /** What is here is all that there is. */
  async takeAsWhole(): Promise<void> {
    await this.replica.tellAll();
    this.#resolve();
  }

  /** The first entries of a new team; its creator is its first supervisor. */
  found(teamName: string, yourName: string): AgentId {
    const agent = this.#newAgent();
    const at = this.#ports.clock.wall();
    this.replica.write(
      agent,
      [
        { kind: 'founded', name: teamName },
        { kind: 'joined', name: yourName, role: 'supervisor' },
      ],
      at,
    );
    return agent;
  }

  join(yourName: string, role: Role = 'agent'): AgentId {
    const agent = this.#newAgent();
    this.replica.write(agent, [{ kind: 'joined', name: yourName, role }], this.#ports.clock.wall());
    return agent;
  }

  /** Agents of that name: perhaps the same person on another device. */
  agentsNamed(name: string): readonly Agent[] {
    const wanted = comparable(name);
    return [...this.replica.team.agents.values()].filter((agent) => comparable(agent.name) === wanted);
  }

  /** Syncs with the others as a device on which nobody is logged in yet. */
  connectAsNobody(): void {
    const { device } = this.replica;
    this.mesh.announce({ device, agent: null, peer: this.#peer, isCaughtUp: false });
    this.mesh.connect();
  }

  onMesh(listener: (event: MeshEvent) => void): () => void {
    return this.mesh.subscribe(listener);
  }

  /** Once a session. Restores the choice from before the last logout, because that choice is all there is (ST4). */
  logIn(agent: AgentId): Desk {
    this.#stopHearing();
    this.#noteLogin(agent);
    const { clock, alarm } = this.#ports;
    const presence = this.#presence;
    const desk = new Desk({
      replica: this.replica,
      mesh: this.mesh,
      clock,
      alarm,
      me: agent,
      peer: this.#peer,
      presence,
    });
    this.#desk = desk;
    desk.start();
    this.mesh.connect();
    return desk;
  }

  /** Gone at once for the others; resolves when that is kept here. */
  async logOut(): Promise<void> {
    const desk = this.#desk;
    if (desk !== null) this.replica.write(desk.me, [{ kind: 'logout' }], this.#ports.clock.wall());
    await this.close();
  }

  async close(): Promise<void> {
    this.#desk?.stop();
    this.#desk = null;
    await this.storage.saved();
    this.mesh.disconnect();
    await this.storage.close();
  }

  /** Deletes this team's data here (CO9). */
  async erase(): Promise<void> {
    this.#desk?.stop();
    this.#desk = null;
    this.mesh.disconnect();
    await this.storage.erase();
  }

  #newAgent(): AgentId {
    return asAgentId(this.#ports.random.token(AGENT_BYTES));
  }

  #noteLogin(agent: AgentId): void {
    const at = this.#ports.clock.wall();
    const last = this.replica.team.agents.get(agent)?.lastSession ?? null;
    const isSameVisit = last?.kind === 'login' && Math.abs(at - last.at) < SAME_VISIT_MS;
    if (!isSameVisit) this.replica.write(agent, [{ kind: 'login' }], at);
  }
}
