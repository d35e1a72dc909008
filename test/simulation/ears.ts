// What one tab has heard, noted by the checkers themselves: who is there in its view, who is silent,
// whether it slept, and how long it has seen an agent Ready. Silence while the tab itself did not run
// counts for a beat and no more.

import type { AgentId, ConversationId, DeviceId, EntryId } from '../../src/domain/ids.ts';
import type { Announcement, MeshEvent } from '../../src/engine/ports.ts';

const STALE_MS = 5_000;
const GONE_MS = 75_000;

interface Heard {
  readonly device: DeviceId;
  agent: AgentId | null;
  at: number;
  forgivenAt: number;
  isCaughtUp: boolean;
  isInStep: boolean;
  isLost: boolean;
  /** In step once: only then is it shown to be there. */
  isMet: boolean;
}

interface Offer {
  readonly head: EntryId;
  readonly at: number;
}

export class Ears {
  readonly peers = new Map<string, Heard>();
  readonly #inStep = new Set<string>();
  readonly #left = new Map<string, number>();
  readonly #me: { readonly agent: AgentId; readonly peer: string };
  isPeer = false;
  /** It slept, and has heard nobody since. */
  isDoubtful = false;
  now = 0;
  #wall = 0;
  #forgiven = 0;
  #hasLooked = false;
  /** Time during which somebody was Ready in its view, at most. */
  running = 0;
  #isAnyReady = false;
  zero = 0;
  readonly offers = new Map<ConversationId, Offer>();
  readonly notReadySince = new Map<AgentId, number>();

  constructor(me: { readonly agent: AgentId; readonly peer: string }) {
    this.#me = me;
  }

  /** The tab looks at its clocks. */
  look(mono: number, wall: number): void {
    const gap = this.#hasLooked ? mono - this.now : 0;
    if (this.#hasLooked && Math.max(gap, wall - this.#wall) > STALE_MS) this.isDoubtful = true;
    if (this.#isAnyReady) this.running += Math.min(gap, STALE_MS);
    this.#forgiven += Math.max(0, gap - STALE_MS);
    this.#hasLooked = true;
    this.now = mono;
    this.#wall = wall;
    for (const [peer, heard] of this.peers) if (this.silence(heard) >= GONE_MS) this.peers.delete(peer);
    if (this.peers.size === 0) this.isDoubtful = false;
  }

  take(event: MeshEvent): void {
    if (event.kind === 'role') this.isPeer = event.isPeer;
    if (event.kind === 'heard') this.#hear(event.from);
    if (event.kind === 'caughtUp') this.#meet(event.peer);
    if (event.kind === 'farewell') {
      this.peers.delete(event.peer);
      this.#inStep.delete(event.peer);
      this.#left.set(event.peer, this.now);
    }
    if (event.kind === 'lost') {
      this.#inStep.delete(event.peer);
      const heard = this.peers.get(event.peer);
      if (heard !== undefined) heard.isLost = true;
    }
  }

  silence({ at, forgivenAt }: Heard): number {
    return this.now - at - (this.#forgiven - forgivenAt);
  }

  isStale(heard: Heard): boolean {
    return this.silence(heard) >= STALE_MS;
  }

  isLive(agent: AgentId): boolean {
    if (agent === this.#me.agent) return true;
    for (const heard of this.peers.values()) if (heard.agent === agent && heard.isMet) return true;
    return false;
  }

  isResponding(agent: AgentId): boolean {
    if (agent === this.#me.agent) return true;
    for (const heard of this.peers.values())
      if (heard.agent === agent && heard.isMet && !this.isStale(heard)) return true;
    return false;
  }

  /** Someone whom it hears and whose document it does not have yet. */
  behind(): string | null {
    for (const [peer, heard] of this.peers) if (!heard.isInStep && !heard.isLost && !this.isStale(heard)) return peer;
    return null;
  }

  /** Since when there has been nobody Ready, and somebody again: from there every clock counts (RE3). */
  seeReady(isAnyReady: boolean): void {
    if (isAnyReady && !this.#isAnyReady) this.zero = this.running;
    this.#isAnyReady = isAnyReady;
  }

  #hear({ device, agent, peer, isCaughtUp }: Announcement): void {
    const left = this.#left.get(peer);
    if (peer === this.#me.peer || (left !== undefined && this.now - left < STALE_MS)) return;
    const isInStep = this.#inStep.has(peer);
    const isMet = isInStep || this.peers.get(peer)?.isMet === true || (agent !== null && this.isLive(agent));
    const heard = { at: this.now, forgivenAt: this.#forgiven, isCaughtUp, isInStep, isLost: false, isMet };
    this.peers.set(peer, { device, agent, ...heard });
    this.isDoubtful = false;
  }

  #meet(peer: string): void {
    this.#inStep.add(peer);
    const heard = this.peers.get(peer);
    this.isDoubtful = false;
    if (heard === undefined) return;
    heard.isInStep = true;
    heard.isMet = true;
  }
}
