// An open channel to one remote peer: who is there (beats), how far away (echoes), what it has (its
// session). The gate for everything that arrives: what cannot be read ends this connection, is
// reported, and touches nothing else. Leaves out what follows for the mesh (neighbours.ts).

import type * as Y from 'yjs';

import type { Announcement, MeshPeer, RefusedReason } from '../engine/ports.ts';
import { FileTraffic, SYSTEM_TIMERS } from '../files/traffic.ts';
import { Allowance } from './allowance.ts';
import { type Beat, parseBeat, PROTOCOL, writeBeat } from './beat.ts';
import type { Connection, LinkChannel } from './connection.ts';
import type { Member } from './fan.ts';
import { beatFrame, echoFrame, fileFrame, parseFrame, partingFrame } from './frame.ts';
import type { Gives } from './giving.ts';
import { Inbox } from './inbox.ts';
import { Malformed } from './malformed.ts';
import { Outbox } from './outbox.ts';
import type { ComparingMessage, FirstMessage } from './sync-message.ts';
import { SyncSession } from './sync-session.ts';

export const BEAT_MS = 2_000;
/** Longer without a word, and the link is given up (W5). */
export const SILENCE_MS = 7_000;
/** A page is one peer of one device; one more is let pass, as a page may be opened anew. */
const MAX_NAMES = 2;
/** How often the browser is asked which way the connection goes. */
const PATH_MS = 10_000;

export interface LinkHome {
  readonly doc: Y.Doc;
  now(): number;
  /** What the next beat says of this page. */
  news(link: Link): Omit<Beat, 'turn' | 'protocol'>;
  /** A beat arrived; `link.announcement` and `link.mark` are those of now. */
  heard(link: Link, beat: Beat, isFirst: boolean): void;
  caughtUp(link: Link): void;
  compared(link: Link, message: ComparingMessage): void;
  changed(): void;
  /** What of the other's document comes first, or has come. */
  first(message: FirstMessage): void;
  /** For the other. */
  readonly gives: Gives;
  parted(link: Link, isLeaving: boolean): void;
  misbehaved(link: Link, reason: RefusedReason, detail: string): void;
  /** It speaks a later version of the protocol. */
  outdated(link: Link): void;
}

export class Link implements Member {
  readonly connection: Connection;
  readonly session: SyncSession;
  readonly files: FileTraffic;
  readonly #home: LinkHome;
  readonly #outbox: Outbox;
  readonly #inbox = new Inbox();
  readonly #allowance: Allowance;
  /** What it has called itself. */
  readonly #names = new Set<string>();
  #isLater = false;
  #announcement: Announcement | null = null;
  #sees: ReadonlySet<string> = new Set();
  #mark: number | null = null;
  #pulse = 0;
  #digest: number | null = null;
  #heardAt: number;
  /** When it is given up if nothing comes. */
  #silentAt: number;
  #turn = 0;
  #beatAt = 0;
  #roundTripMs: number | null = null;
  #receivedBytes = 0;
  #path: MeshPeer['path'] = null;
  #pathAskedAt = -PATH_MS;

  constructor(connection: Connection, channel: LinkChannel, home: LinkHome) {
    this.connection = connection;
    this.#home = home;
    this.#heardAt = home.now();
    this.#allowance = new Allowance(this.#heardAt);
    this.#silentAt = this.#heardAt + SILENCE_MS;
    this.#outbox = new Outbox(channel, () => this.session.proceed());
    this.session = new SyncSession(home.doc, this.#outbox, {
      caughtUp: () => home.caughtUp(this),
      changed: () => home.changed(),
      compared: (message) => home.compared(this, message),
      asked: () => this.#allowance.spend('question', home.now()),
      now: () => home.now(),
      findFirst: () => home.gives.first(),
      first: (message) => home.first(message),
    });
    const outbox = this.#outbox;
    this.files = new FileTraffic({
      timers: SYSTEM_TIMERS,
      find: (hash) => home.gives.file(hash),
      line: {
        get queuedBytes() {
          return outbox.queuedBytes;
        },
        post: (message) => outbox.postFrame(fileFrame(message)),
      },
    });
    channel.onmessage = (event: MessageEvent<unknown>) => this.#take(event.data);
  }

  get announcement(): Announcement | null {
    return this.#announcement;
  }

  get peer(): string | null {
    return this.#announcement?.peer ?? null;
  }

  /** How far the other's document was at its last beat (state-mark.ts). */
  get mark(): number | null {
    return this.#mark;
  }

  /** Of the other end's own beats. */
  get pulse(): number {
    return this.#pulse;
  }

  /** Of the other's logs at its last beat (log-digests.ts); null while it works that out. */
  get digest(): number | null {
    return this.#digest;
  }

  sees(peer: string): boolean {
    return this.#sees.has(peer);
  }

  beat(): void {
    this.#turn += 1;
    this.#beatAt = this.#home.now();
    this.#outbox.postFrame(beatFrame(writeBeat({ ...this.#home.news(this), protocol: PROTOCOL, turn: this.#turn })));
  }

  beatIfDue(now: number): void {
    if (now - this.#beatAt >= BEAT_MS) this.beat();
    if (now - this.#pathAskedAt >= PATH_MS) void this.#askPath(now);
  }

  part(isLeaving: boolean): void {
    this.#outbox.postFrame(partingFrame(isLeaving));
  }

  /** Silence while this page itself did not run is nobody's; what comes now must come by `deadline`. */
  expectBy(now: number, deadline: number): void {
    this.#silentAt = Math.max(now, deadline);
  }

  isSilent(now: number): boolean {
    return now >= this.#silentAt;
  }

  status(): MeshPeer {
    return {
      device: this.#announcement?.device ?? null,
      state: 'connected',
      path: this.#path,
      roundTripMs: this.#roundTripMs,
      lastHeardMs: Math.max(0, this.#home.now() - this.#heardAt),
      sentBytes: this.#outbox.sentBytes,
      receivedBytes: this.#receivedBytes,
      pendingBytes: this.session.pendingBytes,
      isSynced: this.session.isSynced,
    };
  }

  async #askPath(now: number): Promise<void> {
    this.#pathAskedAt = now;
    const path = await this.connection.path();
    if (path === this.#path) return;
    this.#path = path;
    this.#home.changed();
  }

  #take(content: unknown): void {
    this.#heardAt = this.#home.now();
    this.#silentAt = this.#heardAt + SILENCE_MS;
    try {
      if (!(content instanceof ArrayBuffer)) throw new Malformed('text where bytes belong');
      this.#receivedBytes += content.byteLength;
      this.#allowance.spendFrame(content.byteLength, this.#heardAt);
      this.#obey(new Uint8Array(content));
    } catch (error) {
      this.#refuse(error instanceof Malformed ? error : new Malformed(`unreadable: ${String(error)}`));
    }
  }

  /** What a later version sends and this one does not know is no offence. */
  #refuse({ reason, message, isUnknown }: Malformed): void {
    if (!isUnknown || !this.#isLater) this.#home.misbehaved(this, reason, message);
  }

  #obey(bytes: Uint8Array): void {
    const frame = parseFrame(bytes);
    switch (frame.kind) {
      case 'whole':
      case 'first':
      case 'more': {
        const message = this.#inbox.accept(frame);
        if (message !== null) this.session.receive(message);
        return;
      }
      case 'beat':
        this.#allowance.spend('beat', this.#heardAt);
        return this.#hear(parseBeat(frame.text));
      case 'echo':
        if (frame.turn !== this.#turn) return;
        this.#roundTripMs = this.#home.now() - this.#beatAt;
        return this.#home.changed();
      case 'parting':
        return this.#home.parted(this, frame.isLeaving);
      case 'file':
        if (!this.files.heard(frame.bytes)) throw new Malformed('a part of a file in another form');
        return;
      case 'later':
        return;
    }
  }

  #recognise({ about, protocol }: Beat): void {
    if (about !== null) this.#names.add(`${about.device} ${about.peer}`);
    if (this.#names.size > MAX_NAMES) throw new Malformed('one connection by many names', 'manyNames');
    if (protocol <= PROTOCOL || this.#isLater) return;
    this.#isLater = true;
    if (about !== null) this.#announcement = about;
    this.#home.outdated(this);
  }

  #hear(beat: Beat): void {
    this.#recognise(beat);
    const isFirst = this.#announcement === null && beat.about !== null;
    this.#announcement = beat.about ?? this.#announcement;
    this.#sees = new Set(beat.sees);
    this.#mark = beat.mark;
    this.#pulse = beat.pulse;
    this.#digest = beat.digest;
    this.#outbox.postFrame(echoFrame(beat.turn));
    this.#home.heard(this, beat, isFirst);
  }
}
