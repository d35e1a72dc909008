// The peers that this one is connected to, and what follows from what they do: who is given up, who is
// asked, who is told. Everything that takes time moves in `tick`. Keeps true: a silent peer is given up
// within 8 s (W5), a half-open one frees its place (W2, W7), a bad one loses its own connection and no
// more (W8).

import type * as Y from 'yjs';

import type { Announcement, MeshEvent, MeshPeer, RefusedReason } from '../engine/ports.ts';
import type { Bytes } from '../files/sent-file.ts';
import { Admission } from './admission.ts';
import { Asking } from './asking.ts';
import { Attendance, snapshotOf } from './attendance.ts';
import { type Beat, isSameAnnouncement } from './beat.ts';
import type { Connection, ConnectionHome, LinkChannel } from './connection.ts';
import { CALM_MS, type Doubt, DOUBT_MS } from './doubt.ts';
import type { Fan } from './fan.ts';
import { type Fetching, fetchFromAny, type Gives } from './giving.ts';
import { Grapevine, type Rumour } from './grapevine.ts';
import { CONNECTING, HalfOpen } from './half-open.ts';
import { BEAT_MS, Link, type LinkHome, SILENCE_MS } from './link.ts';
import { LogDigests } from './log-digests.ts';
import { Mending } from './mending.ts';
import { stateMark } from './state-mark.ts';
import type { ComparingMessage, FirstMessage } from './sync-message.ts';
import type { Arriving } from './sync-session.ts';

export interface NeighboursOptions {
  readonly doc: Y.Doc;
  readonly fan: Fan;
  now(): number;
  emit(event: MeshEvent): void;
  /** `MeshPeer`s may read differently. */
  changed(): void;
  readonly gives: Gives;
  /** How many connections are kept; above it others are reached through others. */
  readonly maxLinks?: number;
  /** The rendezvous' name for the other end of this attempt, and for this one. */
  remoteIdOf(peer: Connection): string | null;
  ownId(): string;
}

export class Neighbours implements ConnectionHome, LinkHome {
  readonly doc: Y.Doc;
  readonly admission: Admission;
  readonly gives: Gives;
  readonly #options: NeighboursOptions;
  readonly #asking = new Asking<Link>();
  readonly #halfOpen: HalfOpen;
  readonly #attendance: Attendance;
  readonly #digests: LogDigests;
  readonly #mending: Mending<Link>;
  readonly #grapevine: Grapevine;
  readonly #links = new Map<Connection, Link>();
  #announcement: Announcement | null = null;
  #doubtedAt = -CALM_MS;
  /** Whom this peer sees has changed since it was last said to all. */
  #hasNews = false;

  constructor(options: NeighboursOptions) {
    this.doc = options.doc;
    this.gives = options.gives;
    this.#options = options;
    this.admission = new Admission({
      now: () => options.now(),
      ownId: () => options.ownId(),
      taken: () => this.#links.size + this.#halfOpen.count,
      ...(options.maxLinks === undefined ? {} : { maxLinks: options.maxLinks }),
    });
    this.#halfOpen = new HalfOpen(this.admission.patience, (peer) => options.remoteIdOf(peer));
    this.#attendance = new Attendance((event) => options.emit(event));
    this.#grapevine = new Grapevine({
      heard: (about) => this.#attendance.heardOf(about),
      caughtUp: (about) => this.#attendance.inStepWith(about),
      lost: (about) => this.#attendance.lostOf(about),
      left: (about) => this.#attendance.leftOf(about),
    });
    this.#digests = new LogDigests(options.doc);
    this.#mending = new Mending(this.#digests);
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
    this.#beat();
  }

  news(to: Link): Omit<Beat, 'turn' | 'protocol'> {
    const sees = [...this.#links.values()].flatMap(({ peer }) => peer ?? []);
    const pulse = Math.floor(this.now() / BEAT_MS);
    return {
      about: this.#announcement,
      sees,
      pulse,
      others: this.#rumoursFor(to),
      gone: this.#grapevine.gone(),
      mark: stateMark(this.doc),
      digest: this.#digests.digest,
    };
  }

  /** What is being sent to this page, where it is a newcomer. */
  arriving(): Arriving | null {
    for (const { session } of this.#links.values()) if (session.arriving !== null) return session.arriving;
    return null;
  }

  snapshot(): readonly MeshEvent[] {
    return snapshotOf(this.#links.values(), this.#grapevine.all());
  }

  peers(): readonly MeshPeer[] {
    const connected = [...this.#links.values()].map((link) => link.status());
    return [...connected, ...Array.from({ length: this.#halfOpen.count }, () => CONNECTING)];
  }

  /** `isLeaving`: the device goes; else another tab of it takes over. */
  part(isLeaving: boolean): void {
    for (const link of this.#links.values()) link.part(isLeaving);
  }

  /** What is known of the others may be old: all are asked again, and who is silent then is given up soon. */
  doubt(doubt: Doubt): void {
    const now = this.now();
    if (doubt === 'shown' && now - this.#doubtedAt < CALM_MS) return;
    this.#doubtedAt = now;
    for (const link of this.#links.values()) link.expectBy(now, now + (doubt === 'shown' ? SILENCE_MS : DOUBT_MS));
    this.#beat();
    this.#asking.doubtAll(now);
  }

  tick(): void {
    const now = this.now();
    this.#halfOpen.tick(now);
    if (this.#hasNews) this.#beat();
    for (const [peer, link] of this.#links) {
      if (peer.isBroken || link.isSilent(now)) peer.close();
      else link.beatIfDue(now);
    }
    for (const { session } of this.#links.values()) session.proceed();
    this.#asking.tick(now);
    for (const link of this.#asking.mute()) this.misbehaved(link, 'noAnswer', 'it never answers');
    this.#grapevine.tick(now);
    this.#thin();
    this.#mending.tick(() => this.now());
  }

  offers(peer: Connection): boolean {
    const remote = this.#options.remoteIdOf(peer);
    return remote !== null && this.#options.ownId() < remote;
  }

  peerBorn(peer: Connection): void {
    this.#halfOpen.born(peer, this.now());
    this.changed();
  }

  peerOpened(peer: Connection, channel: LinkChannel): void {
    this.#halfOpen.opened(peer);
    const link = new Link(peer, channel, this);
    this.#links.set(peer, link);
    this.#options.fan.add(link);
    // The beat goes first: the other side then knows whose document it gets.
    link.beat();
    this.#asking.opened(link, this.now());
    this.changed();
  }

  peerClosed(peer: Connection): void {
    this.#halfOpen.closed(peer);
    const link = this.#links.get(peer);
    if (link !== undefined) this.#drop(link);
    this.changed();
  }

  /** The rendezvous brought the farewell. */
  peerParted(peer: Connection, isLeaving: boolean): void {
    const link = this.#links.get(peer);
    if (link === undefined) peer.close(true);
    else this.parted(link, isLeaving);
  }

  /** Peers that only others are connected to. */
  get farCount(): number {
    return this.#grapevine.size;
  }

  heard(link: Link, beat: Beat, isFirst: boolean): void {
    this.#gossip(link, beat);
    // Soon, and once for all who come together: else the others pass on to it what it has from there.
    if (isFirst) this.#hasNews = true;
    const isLevel = link.mark === stateMark(this.doc);
    const { digest } = this.#digests;
    const isDifferent = isLevel && digest !== null && link.digest !== null && digest !== link.digest;
    this.#asking.heard(link, isLevel);
    this.#mending.heard(link, link.session, isDifferent, this.now());
    this.#attendance.heard(link);
  }

  caughtUp(link: Link): void {
    this.#attendance.caughtUp(link);
    this.#asking.askNewcomers(this.now());
  }

  compared(link: Link, message: ComparingMessage): void {
    this.#mending.take(link, link.session, message, this.now());
  }

  first(message: FirstMessage): void {
    this.#options.emit(message);
  }

  fetchFile(...asked: Fetching): Promise<Bytes | null> {
    return fetchFromAny([...this.#links.values()], ...asked);
  }

  close(): void {
    this.#digests.close();
  }

  parted(link: Link, isLeaving: boolean): void {
    if (isLeaving && link.peer !== null && this.#grapevine.left(link.peer, this.now())) this.#hasNews = true;
    if (isLeaving) this.#attendance.left(link);
    link.connection.close(true);
  }

  outdated(link: Link): void {
    this.admission.nameLater(this.#nameOf(link), link.announcement?.device ?? null);
    this.changed();
  }

  misbehaved(link: Link, reason: RefusedReason, detail: string): void {
    this.admission.cutOff(this.#nameOf(link), link.announcement?.device ?? null, reason);
    this.#attendance.misbehaved(link, detail);
    link.connection.close();
  }

  #rumoursFor(to: Link): readonly Rumour[] {
    const isNews = ({ about: { peer } }: Rumour): boolean => peer !== to.peer && !to.sees(peer);
    const near = [...this.#links.values()].flatMap(({ announcement, pulse, session }) =>
      announcement === null ? [] : { about: announcement, pulse, isMet: session.hasCaughtUp },
    );
    return [...near, ...this.#grapevine.rumoursFor(to)].filter(isNews);
  }

  #gossip(link: Link, { others, gone }: Beat): void {
    const now = this.now();
    const near = new Set([...this.#links.values()].map(({ peer }) => peer));
    for (const peer of near) if (peer !== null) this.#grapevine.met(peer);
    for (const peer of gone) if (this.#grapevine.has(peer) && this.#grapevine.left(peer, now)) this.#hasNews = true;
    for (const rumour of others) {
      const { peer } = rumour.about;
      if (near.has(peer) || peer === this.#announcement?.peer) continue;
      const isMet = rumour.isMet && link.session.hasCaughtUp;
      if (this.#grapevine.hear(link, { ...rumour, isMet }, now)) this.#hasNews = true;
    }
  }

  #thin(): void {
    const links = new Map([...this.#links.values()].map((link) => [this.#nameOf(link), link]));
    const remote = this.admission.surplus([...links.keys()]);
    const link = remote === null ? undefined : links.get(remote);
    link?.part(false);
    link?.connection.close(true);
  }

  #nameOf(link: Link): string {
    return this.#options.remoteIdOf(link.connection) ?? '';
  }

  #drop(link: Link): void {
    this.#links.delete(link.connection);
    link.files.close();
    this.#options.fan.remove(link);
    this.#asking.closed(link, this.now());
    // The others must know at once whom this peer does not see any more: what comes from there they have
    // to pass on to it. And one of them may have had its last words.
    this.#beat();
    this.#asking.doubtOne(this.now());
    const isStillHere = [...this.#links.values()].some(({ peer }) => peer !== null && peer === link.peer);
    if (isStillHere) return;
    if (link.peer !== null) this.#grapevine.fellSilent(link.peer, link.pulse);
    this.#attendance.broken(link);
  }

  #beat(): void {
    this.#hasNews = false;
    for (const link of this.#links.values()) link.beat();
  }
}
