// Peers that are not connected to this one, as others tell of them. Each beat tells a neighbour of those it
// does not see itself, with a number that their own beats count up: what does not grow any more is silence,
// by whatever way it comes. Keeps true: a far peer is heard, in step, lost and gone as a near one is, only
// later. Leaves out what they write (fan.ts passes it on).

import type { Announcement } from '../engine/ports.ts';

export interface Rumour {
  readonly about: Announcement;
  /** Grows with that peer's own beats. */
  readonly pulse: number;
  /** Who tells it is in step with that peer. */
  readonly isMet: boolean;
}

export interface GrapevineEvents {
  heard(about: Announcement): void;
  caughtUp(about: Announcement): void;
  lost(about: Announcement): void;
  left(about: Announcement): void;
}

/** Some beats, over several peers. */
const SILENCE_MS = 14_000;
const GONE_MS = 10_000;
const MAX_FAR = 512;
export const MAX_RUMOURS = 256;

interface Far extends Rumour {
  /** The neighbour that told it last. */
  readonly via: object;
  readonly at: number;
}

/** The later pulse says more; of two equal ones the one that is in step. */
const rank = ({ pulse, isMet }: Rumour): number => pulse * 2 + (isMet ? 1 : 0);

export class Grapevine {
  readonly #far = new Map<string, Far>();
  /** Who said goodbye lately: told on, and not brought back by what is still under way. */
  readonly #gone = new Map<string, number>();
  /** By neighbour: how far it is itself about each peer. */
  readonly #told = new WeakMap<object, Map<string, number>>();
  /** The last pulse of those that fell silent: the same told again, later and round about, is no life. */
  readonly #silent = new Map<string, number>();
  readonly #events: GrapevineEvents;

  constructor(events: GrapevineEvents) {
    this.#events = events;
  }

  get size(): number {
    return this.#far.size;
  }

  has(peer: string): boolean {
    return this.#far.has(peer);
  }

  /** For a neighbour; it gets nothing back that it knows as well. */
  *rumoursFor(via: object): Iterable<Rumour> {
    const told = this.#told.get(via);
    for (const far of this.#far.values()) {
      const { about, pulse, isMet } = far;
      if (far.via !== via && (told?.get(about.peer) ?? 0) < rank(far)) yield { about, pulse, isMet };
    }
  }

  all(): Iterable<Rumour> {
    return this.#far.values();
  }

  gone(): readonly string[] {
    return [...this.#gone.keys()];
  }

  /** A neighbour told of it; `isNew` worth telling on at once. */
  hear(via: object, rumour: Rumour, now: number): boolean {
    const { about, pulse, isMet } = rumour;
    const known = this.#far.get(about.peer);
    this.#note(via, rumour);
    if (pulse <= (this.#silent.get(about.peer) ?? -1)) return false;
    this.#silent.delete(about.peer);
    if (this.#gone.has(about.peer) || (known === undefined && this.#far.size >= MAX_FAR)) return false;
    if (known !== undefined && pulse <= known.pulse && (known.isMet || !isMet)) return false;
    const isFresh = known === undefined || pulse > known.pulse;
    const at = isFresh ? now : known.at;
    this.#far.set(about.peer, {
      about,
      pulse: Math.max(pulse, known?.pulse ?? 0),
      isMet: isMet || known?.isMet === true,
      via,
      at,
    });
    if (isFresh) this.#events.heard(about);
    const isMetNow = isMet && known?.isMet !== true;
    if (isMetNow) this.#events.caughtUp(about);
    return known === undefined || isMetNow;
  }

  #note(via: object, rumour: Rumour): void {
    const told = this.#told.get(via) ?? new Map<string, number>();
    if (told.size >= MAX_FAR) told.clear();
    told.set(rumour.about.peer, rank(rumour));
    this.#told.set(via, told);
  }

  /** It is connected now: no rumour any more. */
  met(peer: string): void {
    this.#far.delete(peer);
    this.#gone.delete(peer);
    this.#silent.delete(peer);
  }

  /** It said goodbye, to this peer or to a neighbour. True where that was news. */
  left(peer: string, now: number): boolean {
    if (this.#gone.has(peer)) return false;
    this.#gone.set(peer, now);
    const far = this.#far.get(peer);
    this.#far.delete(peer);
    if (far !== undefined) this.#events.left(far.about);
    return true;
  }

  /** Its connection broke, or nobody hears it any more. */
  fellSilent(peer: string, pulse: number): void {
    this.#silent.set(peer, pulse);
    const oldest = this.#silent.keys().next();
    if (this.#silent.size > MAX_FAR && oldest.done !== true) this.#silent.delete(oldest.value);
  }

  tick(now: number): void {
    for (const [peer, at] of this.#gone) if (now - at >= GONE_MS) this.#gone.delete(peer);
    for (const [peer, { about, pulse, at }] of this.#far) {
      if (now - at < SILENCE_MS) continue;
      this.#far.delete(peer);
      this.fellSilent(peer, pulse);
      this.#events.lost(about);
    }
  }
}
