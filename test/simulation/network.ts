// Who can reach whom. Links open by themselves between holders that reach each other, and close when
// a side has been silent for too long; cuts are made per direction, so that a partition can be
// one-way or partial. Tabs of one profile always reach each other.

import type { Chance } from './chance.ts';
import type { Clockwork } from './clockwork.ts';
import { Link } from './link.ts';
import type { Station } from './station.ts';
import { drawQuality, LOCAL, PERFECT, Wire } from './wire.ts';

interface Place {
  readonly station: Station;
  readonly profile: string;
}

export class Network {
  readonly #clockwork: Clockwork;
  readonly #chance: Chance;
  readonly #places = new Map<Station, Place>();
  readonly #wires = new Map<string, Wire>();

  constructor(clockwork: Clockwork, chance: Chance) {
    this.#clockwork = clockwork;
    this.#chance = chance;
  }

  add(station: Station, profile: string): void {
    this.#places.set(station, { station, profile });
  }

  remove(station: Station): void {
    this.#places.delete(station);
  }

  wire(from: string, to: string): Wire {
    const name = `${from} > ${to}`;
    const known = this.#wires.get(name);
    if (known !== undefined) return known;
    const chance = this.#chance.fork(name);
    const wire = new Wire(this.#clockwork, chance, from === to ? LOCAL : drawQuality(chance));
    this.#wires.set(name, wire);
    return wire;
  }

  /** Opens what can be opened from this station. */
  relink(station: Station): void {
    const place = this.#places.get(station);
    if (place === undefined || !station.isRunning) return;
    for (const other of this.#places.values()) {
      if (other.station === station || !other.station.isRunning || station.ends.has(other.station)) continue;
      if (other.station.machine.isAsleep || other.station.ends.has(station)) continue;
      const isLocal = other.profile === place.profile;
      if (isLocal ? station.isHolder === other.station.isHolder : !station.isHolder || !other.station.isHolder)
        continue;
      this.#open(place, other, isLocal);
    }
  }

  #open(a: Place, b: Place, isLocal: boolean): void {
    const there = this.wire(a.profile, b.profile);
    const back = this.wire(b.profile, a.profile);
    if (there.isCut && back.isCut) return;
    // Where one direction is cut, an attempt sometimes comes through before it closes again.
    if ((there.isCut || back.isCut) && !this.#chance.happens(0.15)) return;
    const link = new Link(a.station, b.station, [there, back], isLocal, this.#clockwork.now);
    for (const end of link.ends) end.had = end.other.choices();
    for (const { self } of link.ends) self.machine.do(() => self.isRunning && self.open(link));
  }

  /** Each direction between profiles of different islands is cut; `isOneWay`: only one of the two. */
  cut(islandOf: (profile: string) => number, profiles: readonly string[], isOneWay: boolean): void {
    for (const from of profiles) {
      for (const to of profiles) {
        if (from === to) continue;
        const [a, b] = [islandOf(from), islandOf(to)];
        if (isOneWay ? a < b : a !== b) this.wire(from, to).cut();
      }
    }
  }

  /** Everything gets through again, as well as before. */
  mend(): void {
    for (const wire of this.#wires.values()) wire.mend();
  }

  /** And nothing is lost or late any more. */
  makePerfect(): void {
    this.mend();
    for (const [name, wire] of this.#wires) {
      const [from, to] = name.split(' > ');
      if (from !== to) wire.become(PERFECT);
    }
  }

  worsen(from: string, to: string): void {
    if (from === to) return;
    this.wire(from, to).become(drawQuality(this.#chance));
  }
}
