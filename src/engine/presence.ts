// Who is there (ST3, ST7): what this peer has heard, by its own monotonic clock, nothing else.
// A beat lasts 5 s, then its peer is stale (a cheap mistake: it gets nothing new); after 75 s it is
// gone (a costly one: its offers can be reclaimed). A farewell is gone at once. A lost connection is
// no farewell. Time that this peer slept through is no silence of others. Also decides whether this
// peer itself can trust what it sees: one that slept or was throttled is stale until it has
// exchanged once, and one is caught up once it has been with every peer it sees (DI1).

import type { AgentId, MonoMs, WallMs } from '../domain/ids.ts';
import type { VisiblePeer } from '../domain/presence-view.ts';
import type { Announcement, Attending, MeshEvent } from './ports.ts';

export const STALE_MS = 5_000;
export const GONE_MS = 75_000;

interface Known {
  announcement: Announcement;
  heardAt: MonoMs;
  heardWall: WallMs;
  /** All that it had when we first met is here: only then can its agent's choice be told (ST4). */
  hasMet: boolean;
  /** Nothing it has written since the link came up is missing here. */
  isInStep: boolean;
  isLost: boolean;
  isStale: boolean;
}

export interface Now {
  readonly mono: MonoMs;
  readonly wall: WallMs;
}

export interface AgentSeen {
  readonly isLive: boolean;
  readonly isResponding: boolean;
  /** Not live, and not just unheard so far. */
  readonly isGone: boolean;
}

export class Presence {
  readonly #peers = new Map<string, Known>();
  /** Peers in step with this one, also before their first beat and while they are silent: it ends with
   * the link, which alone tells that something of theirs may be missing. */
  readonly #inStep = new Set<string>();
  /** When peers said farewell, so that a message still under way does not bring them back. */
  readonly #left = new Map<string, MonoMs>();
  /** When an agent was last seen on any device that is gone now. */
  readonly #lastSeen = new Map<AgentId, WallMs>();
  readonly #agents = new Map<AgentId, AgentSeen>();
  #self: Announcement | null = null;
  #isPeer = false;
  #lastTick: Now | null = null;
  /** How long this peer has been looking, sleep not counted. */
  #watchedMs = 0;
  #isDoubtful = false;
  /** Everybody's choice is here as a teammate knew it, though not all of the log is (a newcomer's first part). */
  #hasChoices = false;

  /** This device as it announces itself. */
  setSelf(self: Announcement): void {
    this.#agents.clear();
    this.#self = self;
  }

  /** Whether this tab is a peer (DI3). */
  get isPeer(): boolean {
    return this.#isPeer;
  }

  /** One event of the mesh. */
  take(event: MeshEvent, now: Now): void {
    // First what time alone has changed: who is gone by now vouches for nobody who comes.
    this.tick(now);
    if (event.kind === 'heard') this.heard(event.from, now);
    if (event.kind === 'farewell') this.farewell(event.peer, now);
    if (event.kind === 'caughtUp') this.met(event.peer);
    if (event.kind === 'firstIn') this.#knowChoices();
    if (event.kind === 'lost') this.lost(event.peer);
    if (event.kind === 'role') this.#isPeer = event.isPeer;
  }

  heard(announcement: Announcement, now: Now): void {
    if (this.#hasJustLeft(announcement.peer, now) || announcement.peer === this.#self?.peer) return;
    const isInStep = this.#inStep.has(announcement.peer);
    const wasMet = this.#peers.get(announcement.peer)?.hasMet ?? false;
    // An agent who is live here already stays so while another tab or device of theirs takes over.
    const isLive = announcement.agent !== null && this.agent(announcement.agent).isLive;
    const hasMet = isInStep || wasMet || isLive || this.#hasChoices;
    const heard = { heardAt: now.mono, heardWall: now.wall, isStale: false, isLost: false };
    this.#peers.set(announcement.peer, { announcement, hasMet, isInStep, ...heard });
    this.#agents.clear();
    this.#isDoubtful = false;
  }

  /** In step with that peer since its link came up. */
  met(peer: string): void {
    this.#agents.clear();
    this.#inStep.add(peer);
    const known = this.#peers.get(peer);
    if (known !== undefined) {
      known.hasMet = true;
      known.isInStep = true;
    }
    this.#isDoubtful = false;
    if (this.isCaughtUp()) this.#hasChoices = false;
  }

  #knowChoices(): void {
    this.#agents.clear();
    this.#hasChoices = true;
    for (const known of this.#peers.values()) known.hasMet = true;
  }

  /** The link broke: time decides whether the peer is gone; when it returns it is met again. */
  lost(peer: string): void {
    this.#inStep.delete(peer);
    const known = this.#peers.get(peer);
    if (known !== undefined) known.isLost = true;
  }

  farewell(peer: string, now: Now): void {
    this.#agents.clear();
    const known = this.#peers.get(peer);
    this.#left.set(peer, now.mono);
    this.#peers.delete(peer);
    this.#inStep.delete(peer);
    if (known !== undefined) this.#remember(known.announcement.agent, now.wall);
  }

  /** Moves time on: what became stale or gone. A gap between ticks means that this peer slept. */
  tick(now: Now): void {
    this.#agents.clear();
    const last = this.#lastTick ?? now;
    this.#lastTick = now;
    const slept = Math.max(now.mono - last.mono, now.wall - last.wall) > STALE_MS;
    const sleptMs = Math.max(0, now.mono - last.mono - STALE_MS);
    this.#watchedMs += now.mono - last.mono - sleptMs;
    for (const [peer, known] of this.#peers) {
      known.heardAt = Math.min(now.mono, known.heardAt + sleptMs) as MonoMs;
      known.isStale = now.mono - known.heardAt >= STALE_MS;
      if (now.mono - known.heardAt < GONE_MS) continue;
      this.#peers.delete(peer);
      this.#remember(known.announcement.agent, known.heardWall);
    }
    if (slept) this.#isDoubtful = true;
    if (this.#peers.size === 0) this.#isDoubtful = false;
  }

  /** Every peer in sight, this one included. */
  *peers(): Iterable<VisiblePeer> {
    const self = this.#self;
    if (self !== null && this.#isPeer) {
      const { peer, device, agent } = self;
      yield { peer, device, agent, isStale: this.#isDoubtful, isCaughtUp: this.isCaughtUp() };
    }
    for (const { announcement, isStale } of this.#peers.values()) yield { ...announcement, isStale };
  }

  /** DI1: has been in step once with each peer that it hears. */
  isCaughtUp(): boolean {
    for (const { isInStep, isStale, isLost } of this.#peers.values())
      if (!isInStep && !isStale && !isLost) return false;
    return true;
  }

  /** Asked about everybody with every beat: answered once until something is heard or time moves on. */
  agent(id: AgentId): AgentSeen {
    const known = this.#agents.get(id);
    if (known !== undefined) return known;
    const seen = this.#look(id);
    this.#agents.set(id, seen);
    return seen;
  }

  #look(id: AgentId): AgentSeen {
    const isMe = this.#self?.agent === id;
    const seen = { isLive: isMe, isResponding: isMe };
    for (const { announcement, isStale, hasMet } of this.#peers.values()) {
      if (announcement.agent !== id || !hasMet) continue;
      seen.isLive = true;
      seen.isResponding ||= !isStale;
    }
    return { ...seen, isGone: !seen.isLive && (this.#lastSeen.has(id) || this.#watchedMs >= GONE_MS) };
  }

  /** AT1: who has what open right now, as the peers that respond say. */
  *attending(): Iterable<Attending & { readonly agent: AgentId }> {
    for (const { announcement, isStale } of this.#peers.values()) {
      const { agent, attending = null } = announcement;
      if (agent !== null && attending !== null && !isStale) yield { agent, ...attending };
    }
  }

  lastSeen(agent: AgentId): WallMs | null {
    return this.#lastSeen.get(agent) ?? null;
  }

  /** When the next peer becomes stale or gone if nothing is heard. */
  nextDeadline(): MonoMs | null {
    let next: number | null = null;
    for (const { heardAt, isStale } of this.#peers.values()) {
      const at = heardAt + (isStale ? GONE_MS : STALE_MS);
      if (next === null || at < next) next = at;
    }
    return next as MonoMs | null;
  }

  #hasJustLeft(peer: string, now: Now): boolean {
    const leftAt = this.#left.get(peer);
    return leftAt !== undefined && now.mono - leftAt < STALE_MS;
  }

  #remember(agent: AgentId | null, at: WallMs): void {
    if (agent !== null) this.#lastSeen.set(agent, at);
  }
}
