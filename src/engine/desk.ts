// The desk of one agent on one device: events in, decisions written, readings out. Everything that
// happens goes through `#settle`: time moves on, the dispatcher is elected anew, and if it is this
// peer, what is due is decided at once (AS6). No clock, timer or network of its own.

import type { Conversation } from '../domain/conversation-state.ts';
import { electDispatcher } from '../domain/election.ts';
import type { AgentId, ConversationId, MonoMs } from '../domain/ids.ts';
import type { AgentPresence, VisiblePeer } from '../domain/presence-view.ts';
import { isWantedElsewhere } from '../domain/reclaim.ts';
import type { TeamChanges, TeamState } from '../domain/team-state.ts';
import type { Replica } from '../replica/replica.ts';
import { Acts } from './acts.ts';
import { type AssignmentInputs, AssignmentReading } from './assignment-reading.ts';
import { candidatesFor } from './candidates.ts';
import type {
  Alert,
  AssignmentState,
  Candidate,
  DeskReadings,
  Effective,
  NewConversation,
  Reach,
} from './desk-types.ts';
import { Dispatcher } from './dispatcher.ts';
import { type ImportedBatch, importBatch } from './intake-drafts.ts';
import { OfferClocks } from './offer-clocks.ts';
import { Raised } from './raised.ts';
import type { Alarm, Announcement, Clock, Mesh, MeshEvent } from './ports.ts';
import { Presence, type Now } from './presence.ts';
import { effectiveOf } from './statuses.ts';

/** How often time is looked at when nothing happens: a longer gap means that the machine slept. */
export const TICK_MS = 2_000;

export interface DeskOptions {
  readonly replica: Replica;
  readonly mesh: Mesh;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly me: AgentId;
  /** Random for this start of the app (DI2). */
  readonly peer: string;
  /** What was heard before the login; by default nothing. */
  readonly presence?: Presence;
}

export class Desk extends Acts implements DeskReadings {
  readonly me: AgentId;
  readonly #replica: Replica;
  readonly #mesh: Mesh;
  readonly #clock: Clock;
  readonly #alarm: Alarm;
  readonly #peer: string;
  readonly #presence: Presence;
  readonly #clocks = new OfferClocks();
  readonly #dispatcher: Dispatcher;
  readonly #raised: Raised;
  readonly #reading = new AssignmentReading();
  readonly #listeners = new Set<() => void>();
  readonly #ends: (() => void)[] = [];
  #elected: (VisiblePeer & { readonly agent: AgentId }) | null = null;
  #wasAnyReady = false;
  #isSettling = false;
  #mustSettle = false;
  #announced = '';

  constructor({ replica, mesh, clock, alarm, me, peer, presence = new Presence() }: DeskOptions) {
    super(replica, me, () => clock.wall());
    this.me = me;
    this.#replica = replica;
    this.#mesh = mesh;
    this.#clock = clock;
    this.#alarm = alarm;
    this.#peer = peer;
    this.#presence = presence;
    this.#dispatcher = new Dispatcher(replica, this.#clocks, (agent) => this.#presenceOf(agent));
    this.#raised = new Raised(replica.team, this.#clocks, (agent) => this.#presenceOf(agent));
  }

  get team(): TeamState {
    return this.#replica.team;
  }

  /** Begins to take part. Call once, after storage has loaded. */
  start(): void {
    this.#seeConversations(this.team.conversations.values());
    this.#ends.push(
      this.#replica.subscribe((changes) => this.#changed(changes)),
      this.#mesh.subscribe((event) => this.#met(event)),
      this.#mesh.onStatus(() => this.#tell()),
    );
    this.#settle();
  }

  /** Takes no part any more; the mesh and the storage are the caller's to close. */
  stop(): void {
    for (const end of this.#ends.splice(0)) end();
    this.#alarm.clear();
  }

  /** Says when any reading may differ. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onChanges(listener: (changes: TeamChanges) => void): () => void {
    return this.#replica.subscribe(listener);
  }

  /** One transaction; ids derive, so that the same file twice makes nothing twice (QU1). */
  importBatch(conversations: readonly NewConversation[]): ImportedBatch {
    return importBatch(this.#replica, this.me, conversations, this.#clock.wall());
  }

  statusOf(agent: AgentId): Effective {
    return effectiveOf(this.team.agents.get(agent), this.#presence.agent(agent), this.#presence.lastSeen(agent));
  }

  assignment(): AssignmentState {
    return this.#reading.state;
  }

  reach(): Reach {
    const others = [...this.team.agents.keys()].filter((agent) => agent !== this.me);
    const { peers } = this.#mesh.status();
    return {
      reachable: others.filter((agent) => this.#presence.agent(agent).isResponding).length,
      teammates: others.length,
      isSynced: peers.every((peer) => peer.state !== 'connected' || peer.isSynced),
      isConnecting: !this.team.agents.has(this.me),
    };
  }

  alerts(): readonly Alert[] {
    return this.#raised.alerts();
  }

  offerRemainingMs(id: ConversationId): number | null {
    const conversation = this.team.conversations.get(id);
    if (conversation === undefined || conversation.state !== 'assigned') return null;
    const { agents, settings } = this.team;
    const presence = (agent: AgentId): AgentPresence => this.#presenceOf(agent);
    if (!isWantedElsewhere(conversation, conversation.owner, agents.values(), presence, settings)) return null;
    this.#clocks.advance(this.#clock.mono(), this.#elected !== null);
    return this.#dispatcher.remainingMs(conversation);
  }

  isLastReady(): boolean {
    if (this.#presenceOf(this.me).status !== 'ready') return false;
    for (const agent of this.team.agents.keys()) {
      if (agent !== this.me && this.#presenceOf(agent).status === 'ready') return false;
    }
    return true;
  }

  candidates(id: ConversationId): readonly Candidate[] {
    return candidatesFor(this.team, this.team.conversations.get(id), (agent) => this.#presenceOf(agent));
  }

  #presenceOf(agent: AgentId): AgentPresence {
    const seen = this.#presence.agent(agent);
    const status = seen.isLive ? (this.team.agents.get(agent)?.standing.intent ?? 'away') : 'out';
    return { status, isResponding: seen.isResponding };
  }

  #met(event: MeshEvent): void {
    this.#presence.take(event, this.#now());
    this.#settle();
  }

  #changed({ conversations }: TeamChanges): void {
    this.#seeConversations(this.#pick(conversations));
    this.#settle();
  }

  *#pick(ids: Iterable<ConversationId>): Iterable<Conversation> {
    for (const id of ids) {
      const conversation = this.team.conversations.get(id);
      if (conversation !== undefined) yield conversation;
    }
  }

  #seeConversations(conversations: Iterable<Conversation>): void {
    for (const conversation of conversations) {
      this.#clocks.see(conversation);
      this.#raised.see(conversation);
    }
  }

  /** Everything that follows from what has just happened. What the dispatcher writes calls back in
   * here, and the round under way goes on with it. */
  #settle(): void {
    this.#mustSettle = true;
    if (this.#isSettling) return;
    this.#isSettling = true;
    try {
      while (this.#mustSettle) {
        this.#mustSettle = false;
        this.#settleOnce(this.#now());
      }
    } finally {
      this.#isSettling = false;
    }
    this.#tell();
  }

  #settleOnce(now: Now): void {
    this.#presence.setSelf(this.#announcement());
    this.#presence.tick(now);
    this.#elect(now);
    this.#dispatcher.run(this.me, now, () => this.#isMine(now));
    this.#announce();
    this.#setAlarm(now);
  }

  #isMine(now: Now): boolean {
    this.#elect(now);
    return this.#presence.isPeer && this.#elected?.peer === this.#peer;
  }

  #elect(now: Now): void {
    const agents = [...this.team.agents.keys()];
    const isAnyReady = agents.some((agent) => this.#presenceOf(agent).status === 'ready');
    this.#elected = electDispatcher(this.#presence.peers(), this.team.agents);
    this.#clocks.advance(now.mono, this.#elected !== null);
    if (isAnyReady && !this.#wasAnyReady) this.#clocks.restart();
    this.#wasAnyReady = isAnyReady;
    for (const agent of agents) this.#clocks.seeAgent(agent, this.#presenceOf(agent).status === 'ready');
    this.#reading.update(this.#inputs(), now);
  }

  #inputs(): AssignmentInputs {
    const presence = (agent: AgentId): AgentPresence => this.#presenceOf(agent);
    const lastSeen = (agent: AgentId) => this.#presence.lastSeen(agent);
    return { elected: this.#elected, device: this.#replica.device, agents: this.team.agents, presence, lastSeen };
  }

  #announcement(): Announcement {
    return { device: this.#replica.device, agent: this.me, peer: this.#peer, isCaughtUp: this.#presence.isCaughtUp() };
  }

  #announce(): void {
    const announcement = this.#announcement();
    const text = JSON.stringify(announcement);
    if (text === this.#announced) return;
    this.#announced = text;
    this.#mesh.announce(announcement);
  }

  #setAlarm(now: Now): void {
    const waits = [this.#dispatcher.untilNext(), this.#raised.untilNext()].filter((wait) => wait !== null);
    const stale = this.#presence.nextDeadline();
    const at = Math.min(now.mono + TICK_MS, ...waits.map((wait) => now.mono + wait), stale ?? Number.POSITIVE_INFINITY);
    this.#alarm.set(Math.max(at, now.mono + 1) as MonoMs, () => this.#settle());
  }

  #now(): Now {
    return { mono: this.#clock.mono(), wall: this.#clock.wall() };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
