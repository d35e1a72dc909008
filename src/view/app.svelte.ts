// The app around a desk: which team is open, and the ways in and out. Decides the phase that the
// shell shows. All that touches the platform is handed in by main.ts.

import { asAgentId, type AgentId } from '../domain/ids.ts';
import type { AppPorts, FirstOpened, OpenTeam, TeamRecord } from './app-ports.ts';
import type { SnapshotDesk } from '../engine/snapshot-desk.ts';
import type { AppApi, EntryResult, Hindrance, KnownTeam, Phase } from './app-types.ts';
import { followCustomers, type Customers } from './customers.svelte.ts';
import { DeskView } from './desk-view.svelte.ts';
import { type Files, followFiles } from './files.svelte.ts';
import { Hindrances } from './hindrances.svelte.ts';
import { drawn, keepFirstLook, readFirstLook } from './first-look.ts';
import type { Joining } from './newcomer-reach.svelte.ts';
import { devicesInStep, forgetTeam, inviteOf, knownTeam, newRecord, newServers } from './team-records.ts';
import { arrivingOf, knownAgent, OK, refuse, whyNotName } from './team-records.ts';
import { followWhereabouts, type Whereabouts } from './whereabouts.svelte.ts';

/** How long a join waits for somebody before it offers to go on alone. */
const PATIENCE_MS = 8_000;

export class App implements AppApi {
  phase: Phase = $state.raw({ kind: 'starting' });
  teams: readonly KnownTeam[] = $state.raw([]);
  pendingInvite = $state('');
  arriving: AppApi['arriving'] = $state.raw(null);
  desk: DeskView | null = $state.raw(null);
  whereabouts: Whereabouts | null = $state.raw(null);
  customers: Customers | null = $state.raw(null);
  files: Files | null = $state.raw(null);
  readonly attention: AppPorts['attention'];
  readonly #ports: AppPorts;
  readonly #hindrances: Hindrances;
  #open: OpenTeam | null = null;
  /** What was asked for while the log is read waits for it. */
  #opening: Promise<OpenTeam> | null = null;
  #resumed: TeamRecord | null = null;
  #endJoin: () => void = () => undefined;

  constructor(ports: AppPorts) {
    this.#ports = ports;
    this.#hindrances = new Hindrances(ports.hindrances);
    this.attention = ports.attention;
    ports.devices.onFault(this.#hindrances.take);
  }

  get hindrances(): readonly Hindrance[] {
    return this.#hindrances.all;
  }

  /** While this device looks for its first teammate. */
  get joining(): Joining | null {
    if (this.phase.kind !== 'connecting' || this.#open === null) return null;
    return { mesh: this.#open.session.mesh, iceServers: this.#open.record.iceServers };
  }

  /** Opens the team that was open last, unless its agent logged out or an invite came in. */
  async start(invite: string): Promise<void> {
    this.pendingInvite = invite;
    await this.#readTeams();
    const records = await this.#ports.devices.list();
    const last = records.filter((record) => record.isLoggedIn).sort((a, b) => b.lastHereAt - a.lastHereAt)[0];
    if (last === undefined || invite !== '') this.phase = { kind: 'start' };
    else await this.#resume(last);
  }

  async createTeam(teamName: string, yourName: string): Promise<EntryResult> {
    const wrong = whyNotName(teamName) ?? whyNotName(yourName);
    if (wrong !== null) return refuse(wrong);
    const { newSecret, findRendezvous } = this.#ports;
    const record = newRecord(this.#ports, {
      secret: newSecret(),
      name: teamName.trim(),
      rendezvous: await findRendezvous(),
      iceServers: [],
    });
    const open = await this.#openTeam({ ...record, hasEverSynced: true });
    await this.#enter(open, open.session.found(teamName.trim(), yourName.trim()));
    return OK;
  }

  async joinTeam(invite: string, yourName: string): Promise<EntryResult> {
    const wrong = whyNotName(yourName);
    if (wrong !== null) return refuse(wrong);
    const parsed = this.#ports.parseInvite(invite);
    if (!parsed.ok) return refuse(parsed.reason);
    this.pendingInvite = '';
    const { secret, teamName, rendezvous, agentId, iceServers } = parsed.invite;
    const known = await this.#ports.devices.get(this.#ports.teamIdOf(secret));
    const own = await this.#ports.findRendezvous();
    const all = [...new Set([...rendezvous, ...(known?.rendezvous ?? []), ...own])];
    const before = known ?? newRecord(this.#ports, { secret, name: teamName, rendezvous: all, iceServers });
    const servers = iceServers.length > 0 ? iceServers : before.iceServers;
    const record = { ...before, rendezvous: all, iceServers: servers };
    if (record.agentId !== null) await this.#resume(record);
    else await this.#join(await this.#openTeam(record), yourName.trim(), agentId);
    return OK;
  }

  async logIn(teamId: string): Promise<EntryResult> {
    const record = await this.#ports.devices.get(teamId);
    if (record === null) return refuse('unknownTeam');
    await this.#resume(record);
    return OK;
  }

  async identify(agent: AgentId | null): Promise<void> {
    const open = this.#open;
    if (open === null || this.phase.kind !== 'whoAreYou') return;
    await this.#enter(open, agent ?? open.session.join(this.phase.name));
  }

  async continueAlone(): Promise<void> {
    const open = this.#open;
    if (open === null || this.phase.kind !== 'connecting') return;
    void open.session.takeAsWhole();
    await this.#enter(open, knownAgent(open) ?? open.session.join(open.yourName));
  }

  async logOut(): Promise<void> {
    await this.#opening;
    const open = this.#open;
    if (open === null) return;
    await this.#note(open, { isLoggedIn: false });
    this.#shut();
    await open.session.logOut();
    await open.first?.notes.close();
    await open.first?.store.close();
    await this.#toStart();
  }

  async leaveTeam(): Promise<void> {
    await this.#opening;
    const open = this.#open;
    if (open === null) return;
    this.#shut();
    await open.session.erase();
    await forgetTeam(open, this.#ports);
    await this.#toStart();
  }

  othersHold(): number {
    return this.#open === null ? 0 : devicesInStep(this.#open.session.mesh.status());
  }

  now(): number {
    return this.#ports.clock.wall();
  }

  inviteLink(forMe = false): string {
    const record = this.#open?.record ?? this.#resumed;
    return record === null ? '' : this.#ports.formatInvite(inviteOf(record, forMe));
  }

  inviteHolds(): ReturnType<AppApi['inviteHolds']> {
    const { rendezvous = [], iceServers = [] } = this.#open?.record ?? {};
    return { rendezvous, iceServers: iceServers.length };
  }

  async #resume(record: TeamRecord): Promise<void> {
    this.phase = { kind: 'starting' };
    this.#resumed = record;
    this.#shut();
    this.#ports.fetchSession();
    const first = await readFirstLook(this.#ports, record.hasEverSynced ? record : { ...record, agentId: null });
    if (first.desk !== null) await this.#show(first, first.desk);
    this.#opening = this.#openSession(record);
    const open = await this.#opening;
    open.first = first;
    const known = record.hasEverSynced ? knownAgent(open) : null;
    if (known !== null) return this.#enter(open, known);
    this.desk?.end();
    this.desk = null;
    await this.#join(open, record.agentName, record.agentId);
  }

  /** The lists of the last time, until the log is read. */
  async #show({ notes }: FirstOpened, snapshot: SnapshotDesk): Promise<void> {
    this.desk = new DeskView({ snapshot, notes, clock: this.#ports.clock });
    this.phase = { kind: 'desk' };
    // To read the log takes the page's time: first what is there is drawn.
    await drawn();
  }

  #openTeam(record: TeamRecord): Promise<OpenTeam> {
    this.#shut();
    return this.#openSession(record);
  }

  async #openSession(record: TeamRecord): Promise<OpenTeam> {
    await this.#ports.devices.put(record);
    const told = { record };
    const iceServers = (): TeamRecord['iceServers'] => told.record.iceServers;
    const opening = this.#ports.openSession(record, { iceServers, onFault: this.#hindrances.take });
    const session = await opening.catch(() => null);
    if (session === null) {
      this.phase = { kind: 'notLoaded' };
      // The page says so, and nothing that was under way goes on.
      return new Promise<never>(() => undefined);
    }
    const open: OpenTeam = Object.assign(told, { session, yourName: record.agentName, first: null, ends: [] });
    this.#open = open;
    this.#keepServers(open);
    open.ends.push(
      session.replica.subscribe(({ hasTeam }) => {
        if (hasTeam) this.#keepServers(open);
      }),
      session.mesh.onStatus(() => (this.arriving = arrivingOf(session))),
      session.onMesh(this.#hindrances.hear),
    );
    return open;
  }

  /** The next start, and the next invite, have the servers that the team has now. */
  #keepServers(open: OpenTeam): void {
    const iceServers = newServers(open.record, open.session.replica.team.settings);
    if (iceServers !== null) void this.#note(open, { iceServers });
  }

  /** Waits for a teammate's copy, then finds out who this is (ST4). */
  async #join(open: OpenTeam, yourName: string, agentId: string | null): Promise<void> {
    open.yourName = yourName;
    await this.#note(open, { agentName: yourName, isLoggedIn: true });
    this.phase = { kind: 'connecting', teamName: open.record.name, canContinue: false };
    const patience = setTimeout(() => {
      if (this.phase.kind === 'connecting') this.phase = { ...this.phase, canContinue: true };
    }, PATIENCE_MS);
    const identify = (): void => {
      if (this.phase.kind === 'connecting' && open.session.hasTeam) void this.#recognise(open, yourName, agentId);
    };
    const ends = [open.session.replica.subscribe(identify), open.session.onMesh(identify)];
    this.#endJoin = () => {
      clearTimeout(patience);
      for (const end of ends) end();
    };
    open.session.connectAsNobody();
  }

  async #recognise(open: OpenTeam, yourName: string, agentId: string | null): Promise<void> {
    if (!open.session.hasFirst) return;
    const { agents } = open.session.replica.team;
    if (agentId !== null && agents.has(asAgentId(agentId))) return this.#enter(open, asAgentId(agentId));
    const same = open.session.agentsNamed(yourName);
    if (same.length === 0) return this.#enter(open, open.session.join(yourName));
    this.phase = { kind: 'whoAreYou', name: yourName, agents: same.map(({ id, name }) => ({ id, name })) };
  }

  async #enter(open: OpenTeam, agent: AgentId): Promise<void> {
    this.#endJoin();
    if (this.desk === null) this.phase = { kind: 'starting' };
    const { clock } = this.#ports;
    const live = { desk: open.session.logIn(agent), storage: open.session.storage, mesh: open.session.mesh };
    open.first ??= await readFirstLook(this.#ports, { ...open.record, agentId: null });
    const { notes, store } = open.first;
    if (this.desk === null) this.desk = new DeskView({ ...live, notes, clock });
    else this.desk.adopt(live);
    this.files = followFiles(open, this.#ports);
    this.customers = followCustomers(open, live.desk, this.#ports.customers, this.files);
    this.whereabouts = followWhereabouts(open, notes, this.#ports);
    open.ends.push(keepFirstLook({ replica: open.session.replica, store, me: agent, clock }));
    const { name, agents } = live.desk.team;
    const agentName = agents.get(agent)?.name ?? open.yourName;
    const teamName = name === '' ? open.record.name : name;
    await this.#note(open, { agentId: agent, agentName, isLoggedIn: true, name: teamName });
    void open.session.whole.then(() => this.#note(open, { hasEverSynced: true }));
    this.phase = { kind: 'desk' };
  }

  /** Keeps the register in step; a device without storage goes on without. */
  async #note(open: OpenTeam, change: Partial<TeamRecord>): Promise<void> {
    const patch = { ...change, lastHereAt: this.#ports.clock.wall() };
    open.record = { ...open.record, ...patch };
    await this.#ports.devices.change(open.record.teamId, patch);
  }

  #shut(): void {
    this.#endJoin();
    this.#endJoin = () => undefined;
    this.arriving = null;
    this.desk?.end();
    this.desk = null;
    this.whereabouts = this.customers = this.files = null;
    for (const end of this.#open?.ends.splice(0) ?? []) end();
    this.#open = null;
  }

  async #toStart(): Promise<void> {
    await this.#readTeams();
    this.phase = { kind: 'start' };
  }

  async #readTeams(): Promise<void> {
    const records = await this.#ports.devices.list();
    this.teams = records.map(knownTeam).sort((a, b) => b.lastHereAt - a.lastHereAt);
  }
}
