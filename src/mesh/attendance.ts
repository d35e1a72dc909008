// Turns what happens on links into what the engine is told: heard, caught up, lost, farewell. Keeps
// true: nobody is lost who said farewell, and each `caughtUp` names a peer that was heard before.

import type { Announcement, MeshEvent } from '../engine/ports.ts';
import type { Rumour } from './grapevine.ts';
import type { Link } from './link.ts';
import { Roll } from './roll.ts';

export class Attendance {
  readonly #roll = new Roll();
  /** Links whose `caughtUp` has been told. */
  readonly #told = new WeakSet<Link>();
  readonly #emit: (event: MeshEvent) => void;

  constructor(emit: (event: MeshEvent) => void) {
    this.#emit = emit;
  }

  heard(link: Link): void {
    const from = link.announcement;
    if (from === null) return;
    this.heardOf(from);
    if (link.session.hasCaughtUp && !this.#told.has(link)) this.caughtUp(link);
  }

  caughtUp(link: Link): void {
    const { announcement } = link;
    if (announcement === null) return;
    this.#told.add(link);
    this.inStepWith(announcement);
  }

  /** Of a peer that others tell of (grapevine.ts). */
  heardOf(from: Announcement): void {
    this.#emit({ kind: 'heard', from });
    for (const { device, peer } of this.#roll.heard(from)) this.#emit({ kind: 'farewell', device, peer });
  }

  inStepWith({ device, peer }: Announcement): void {
    this.#emit({ kind: 'caughtUp', device, peer });
  }

  lostOf(about: Announcement): void {
    const kind = this.#roll.lost(about);
    if (kind !== null) this.#emit({ kind, device: about.device, peer: about.peer });
  }

  leftOf({ device, peer }: Announcement): void {
    this.#roll.left(peer);
    this.#emit({ kind: 'farewell', device, peer });
  }

  left({ announcement }: Link): void {
    if (announcement === null) return;
    this.leftOf(announcement);
  }

  broken({ announcement }: Link): void {
    if (announcement !== null) this.lostOf(announcement);
  }

  misbehaved({ announcement }: Link, detail: string): void {
    const name = announcement?.device ?? 'a peer that has not said who it is';
    this.#emit({ kind: 'fault', fault: { reason: 'peerMisbehaved', detail: `${name}: ${detail}` } });
  }
}

/** What somebody who comes now must be told: who is there, and whose document is here. */
export const snapshotOf = (links: Iterable<Link>, far: Iterable<Rumour>): readonly MeshEvent[] => {
  const heard: MeshEvent[] = [];
  const met: MeshEvent[] = [];
  for (const { announcement: from, session } of links) {
    if (from === null) continue;
    heard.push({ kind: 'heard', from });
    if (session.hasCaughtUp) met.push({ kind: 'caughtUp', device: from.device, peer: from.peer });
  }
  for (const { about: from, isMet } of far) {
    heard.push({ kind: 'heard', from });
    if (isMet) met.push({ kind: 'caughtUp', device: from.device, peer: from.peer });
  }
  return [...heard, ...met];
};
