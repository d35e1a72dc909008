// The peers that this one is connected to, or is connecting to, and what follows from what they do:
// who is heard, lost or gone, who is given up, who is asked. Everything that takes time moves in
// `tick`. Keeps true: a silent peer is given up within 8 s (W5), a half-open one frees its place (W2,
// W7), a bad one loses its own connection and no more (W8).

import type * as Y from 'yjs';

import type { Announcement, MeshEvent, MeshPeer } from '../engine/ports.ts';
import { Asking } from './asking.ts';
import { type Beat, isSameAnnouncement } from './beat.ts';
import type { Fan } from './fan.ts';
import { Link, type LinkHome } from './link.ts';
import { Patience } from './patience.ts';
import type { Peer, PeerHome } from './peer.ts';
import { Roll } from './roll.ts';
import { stateMark } from './state-mark.ts';

const SILENCE_MS = 7_000;
/** A longer gap between ticks means that this page slept. */
const SLEPT_MS = 4_000;

export interface NeighboursOptions {
  readonly doc: Y.Doc;
  readonly fan: Fan;
  now(): number;
  emit(event: MeshEvent): void;
  /** `MeshPeer`s may read differently. */
  changed(): void;
  /** The rendezvous' name for the other end of this attempt, and for this one. */
  remoteIdOf(peer: Peer): string | null;
  ownId(): string;
}

export class Neighbours implements PeerHome, LinkHome {
  readonly doc: Y.Doc;
  readonly patience = new Patience();
  readonly #options: NeighboursOptions;
  readonly #asking = new Asking<Link>();
  /** Attempts that are not open yet, and until when they may take. */
  readonly #opening = new Map<Peer, { readonly since: number; patienceMs: number | null }>();
  readonly #links = new Map<Peer, Link>();
  readonly #roll = new Roll();
  /** Links whose `caughtUp` has been told. */
  readonly #told = new WeakSet<Link>();
  #announcement: Announcement | null = null;
  #tickedAt: number;

  constructor(options: NeighboursOptions) {
    this.doc = options.doc;
    this.#options = options;
    this.#tickedAt = options.now();
  }

  now(): number {
    return this.#options.now();
  }

  changed(): void {
    this.#options.changed();
  }

  announce(announcement: Announcement): void {
    if (isSameAnnouncement(this.#announcement, announcement)) return;
    this.#announcement = announcement;
    for (const link of this.#links.values()) link.beat();
  }

  news(): Omit<Beat, 'turn'> {
    const sees = [...this.#links.values()].flatMap(({ peer }) => peer ?? []);
    return { about: this.#announcement, sees, mark: stateMark(this.doc) };
  }

  /** What somebody who comes now must be told: who is there. */
  snapshot(): readonly MeshEvent[] {
    const there = [...this.#links.values()].flatMap((link) =>
      link.announcement === null ? [] : [{ from: link.announcement, link }],
    );
    const heard = there.map(({ from }): MeshEvent => ({ kind: 'heard', from }));
    const met = there.filter(({ link }) => link.session.hasCaughtUp);
    return [
      ...heard,
      ...met.map(({ from }): MeshEvent => ({ kind: 'caughtUp', device: from.device, peer: from.peer })),
    ];
  }

  peers(): readonly MeshPeer[] {
    const connecting: MeshPeer = {
      device: null,
      state: 'connecting',
      roundTripMs: null,
      pendingBytes: 0,
      isSynced: false,
    };
    return [...[...this.#links.values()].map((link) => link.status()), ...[...this.#opening].map(() => connecting)];
  }

  /** `isLeaving`: the device goes; else another tab of it takes over. */
  part(isLeaving: boolean): void {
    for (const link of this.#links.values()) link.part(isLeaving);
  }

  /** After a sleep or a change of network: beats, and asks everyone. */
  doubt(): void {
    const now = this.now();
    for (const link of this.#links.values()) {
      link.forgive(now);
      link.beat();
    }
    this.#asking.doubtAll(now);
  }

  tick(): void {
    const now = this.now();
    const hasSlept = now - this.#tickedAt > SLEPT_MS;
    this.#tickedAt = now;
    if (hasSlept) this.doubt();
    for (const [peer, wait] of this.#opening) {
      const remote = this.#options.remoteIdOf(peer) ?? '';
      wait.patienceMs ??= this.patience.halfOpenMs(remote);
      if (now - wait.since < wait.patienceMs) continue;
      this.patience.failed(remote);
      peer.close();
    }
    for (const [peer, link] of this.#links) {
      if (peer.isBroken || now - link.heardAt >= SILENCE_MS) peer.close();
      else link.beatIfDue(now);
    }
    this.#asking.tick(now, stateMark(this.doc));
  }

  offers(peer: Peer): boolean {
    const remote = this.#options.remoteIdOf(peer);
    return remote !== null && this.#options.ownId() < remote;
  }

  peerBorn(peer: Peer): void {
    this.#opening.set(peer, { since: this.now(), patienceMs: null });
    this.changed();
  }

  peerOpened(peer: Peer, channel: RTCDataChannel): void {
    const remote = this.#options.remoteIdOf(peer);
    if (remote !== null) this.patience.opened(remote);
    this.#opening.delete(peer);
    const link = new Link(peer, channel, this);
    this.#links.set(peer, link);
    this.#options.fan.add(link);
    // The beat goes first: the other side then knows whose document it gets.
    link.beat();
    this.#asking.opened(link, this.now());
    this.changed();
  }

  peerClosed(peer: Peer): void {
    this.#opening.delete(peer);
    const link = this.#links.get(peer);
    if (link !== undefined) this.#drop(link);
    this.changed();
  }

  heard(link: Link): void {
    const from = link.announcement;
    if (from === null) return;
    this.#options.emit({ kind: 'heard', from });
    for (const { device, peer } of this.#roll.heard(from)) this.#options.emit({ kind: 'farewell', device, peer });
    if (link.session.hasCaughtUp && !this.#told.has(link)) this.caughtUp(link);
  }

  caughtUp(link: Link): void {
    const { announcement } = link;
    if (announcement !== null) {
      this.#told.add(link);
      this.#options.emit({ kind: 'caughtUp', device: announcement.device, peer: announcement.peer });
    }
    this.#asking.askNewcomers(this.now());
  }

  peerParted(peer: Peer, isLeaving: boolean): void {
    const link = this.#links.get(peer);
    if (link === undefined) peer.close(true);
    else this.parted(link, isLeaving);
  }

  parted(link: Link, isLeaving: boolean): void {
    const { announcement } = link;
    if (isLeaving && announcement !== null) {
      const { device, peer } = announcement;
      this.#roll.left(peer);
      this.#options.emit({ kind: 'farewell', device, peer });
    }
    link.connection.close(true);
  }

  misbehaved(link: Link, detail: string): void {
    const remote = this.#options.remoteIdOf(link.connection);
    if (remote !== null) this.patience.misbehaved(remote, this.now());
    const device = link.announcement?.device ?? 'a peer that has not said who it is';
    this.#options.emit({ kind: 'fault', fault: { reason: 'peerMisbehaved', detail: `${device}: ${detail}` } });
    link.connection.close();
  }

  #drop(link: Link): void {
    this.#links.delete(link.connection);
    this.#options.fan.remove(link);
    this.#asking.closed(link, this.now());
    this.#tellLoss();
    const from = link.announcement;
    if (from === null || [...this.#links.values()].some(({ peer }) => peer === from.peer)) return;
    const kind = this.#roll.lost(from);
    if (kind !== null) this.#options.emit({ kind, device: from.device, peer: from.peer });
  }

  /** The others must know at once whom this peer does not see any more: what comes from there they
   * have to pass on to it. */
  #tellLoss(): void {
    for (const link of this.#links.values()) link.beat();
    this.#asking.doubtOne(this.now());
  }
}
