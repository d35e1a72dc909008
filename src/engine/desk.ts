// The desk of one agent on one device: events in, decisions written, readings out. Everything that
// happens goes through `#settle`: time moves on, the dispatcher is elected anew, and if it is this
// peer, what is due is decided at once (AS6). No clock, timer or network of its own.

import { ownerOf, type Conversation } from '../domain/conversation-state.ts';
import type { AgentId, ConversationId, MonoMs } from '../domain/ids.ts';
import { isWantedElsewhere } from '../domain/reclaim.ts';
import type { TeamChanges, TeamState } from '../domain/team-state.ts';
import type { Replica } from '../replica/replica.ts';
import { Acts } from './acts.ts';
import { candidatesFor } from './candidates.ts';
import type {
  Alert,
  AssignmentState,
  Attendee,
  Candidate,
  DeskReadings,
  Effective,
  NewConversation,
  Reach,
} from './desk-types.ts';
import { Dispatcher } from './dispatcher.ts';
import { type ImportedBatch, importBatch } from './intake-drafts.ts';
import { Lookout } from './lookout.ts';
import type { Alarm, Attending, Clock, Mesh } from './ports.ts';
import { Presence, type Now } from './presence.ts';
import { Raised } from './raised.ts';
import { untilWake } from './snoozes.ts';

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
  readonly #replica: Replica;
  readonly #mesh: Mesh;
  readonly #clock: Clock;
  readonly #alarm: Alarm;
  readonly #lookout: Lookout;
  readonly #dispatcher: Dispatcher;
  readonly #raised: Raised;
  readonly #peer: string;
  readonly #listeners = new Set<() => void>();
  readonly #ends: (() => void)[] = [];
  #isSettling = false;
  #mustSettle = false;
  #announced = '';

  constructor({ replica, mesh, clock, alarm, me, peer, presence = new Presence() }: DeskOptions) {
    super(replica, me, () => clock.wall());
    this.#replica = replica;
    this.#mesh = mesh;
    this.#clock = clock;
    this.#alarm = alarm;
    this.#peer = peer;
    this.#lookout = new Lookout(replica.team, presence, { device: replica.device, agent: me, peer });
    const { clocks, presenceOf } = this.#lookout;
    this.#dispatcher = new Dispatcher(replica, clocks, presenceOf);
    this.#raised = new Raised(replica.team, clocks, presenceOf);
  }

  get team(): TeamState {
    return this.#replica.team;
  }

  /** Begins to take part. Call once, after storage has loaded. */
  start(): void {
    this.#seeConversations(this.team.conversations.values());
    this.#ends.push(
      this.#replica.subscribe((changes) => this.#changed(changes)),
      this.#mesh.subscribe((event) => {
        this.#lookout.hear(event, this.#now());
        this.#settle();
      }),
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
    return this.#lookout.statusOf(agent);
  }

  assignment(): AssignmentState {
    return this.#lookout.assignment;
  }

  reach(): Reach {
    const others = [...this.team.agents.keys()].filter((agent) => agent !== this.me);
    const { peers } = this.#mesh.status();
    return {
      reachable: others.filter((agent) => this.#lookout.presenceOf(agent).isResponding).length,
      teammates: others.length,
      isSynced: peers.every((peer) => peer.state !== 'connected' || peer.isSynced),
      isConnecting: !this.team.agents.has(this.me),
    };
  }

  /** How many peers have their turn before this one to speak with a customer; null: this tab is no peer. */
  bridgeRank(id: ConversationId): number | null {
    // Of a newcomer nobody knows yet which conversations its customers have.
    if (!this.#lookout.isPeer || this.#replica.isPartial) return null;
    const conversation = this.team.conversations.get(id);
    const rank = this.#lookout
      .bridgeOrder(conversation === undefined ? null : ownerOf(conversation))
      .indexOf(this.#peer);
    return rank < 0 ? null : rank;
  }

  isAnybodyReady(): boolean {
    return this.#lookout.isAnybodyReady();
  }

  alerts(): readonly Alert[] {
    return this.#raised.alerts();
  }

  offerRemainingMs(id: ConversationId): number | null {
    const conversation = this.team.conversations.get(id);
    if (conversation === undefined || conversation.state !== 'assigned') return null;
    const { agents, settings } = this.team;
    const { presenceOf } = this.#lookout;
    if (!isWantedElsewhere(conversation, conversation.owner, agents.values(), presenceOf, settings)) return null;
    this.#lookout.see([], this.#now());
    return this.#dispatcher.remainingMs(conversation);
  }

  isLastReady(): boolean {
    return this.#lookout.isLastReady();
  }

  candidates(id: ConversationId): readonly Candidate[] {
    return candidatesFor(this.team, this.team.conversations.get(id), this.#lookout.presenceOf);
  }

  attendees(id: ConversationId): readonly Attendee[] {
    return this.#lookout.attendees(id);
  }

  /** AT1: what the others are told is open here. */
  attend(attending: Attending | null): void {
    this.#lookout.attending = attending;
    this.#announce();
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
    const seen = [...conversations];
    this.#lookout.see(seen, this.#now());
    for (const conversation of seen) this.#raised.see(conversation);
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
    this.#lookout.look(now);
    this.#dispatcher.run(this.me, now, () => this.#isMine(now));
    this.#announce();
    this.#setAlarm(now);
  }

  #isMine(now: Now): boolean {
    this.#lookout.elect(now);
    return this.#lookout.isDispatcher;
  }

  #announce(): void {
    const announcement = this.#lookout.announcement();
    const text = JSON.stringify(announcement);
    if (text === this.#announced) return;
    this.#announced = text;
    this.#mesh.announce(announcement);
  }

  #setAlarm(now: Now): void {
    const wake = untilWake(this.team.heldBy(this.me), now.wall);
    const waits = [this.#dispatcher.untilNext(), this.#raised.untilNext(), wake].filter((wait) => wait !== null);
    const deadline = this.#lookout.nextDeadline() ?? Number.POSITIVE_INFINITY;
    const at = Math.min(now.mono + TICK_MS, ...waits.map((wait) => now.mono + wait), deadline);
    this.#alarm.set(Math.max(at, now.mono + 1) as MonoMs, () => this.#settle());
  }

  #now(): Now {
    return { mono: this.#clock.mono(), wall: this.#clock.wall() };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
