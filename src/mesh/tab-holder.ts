// The side of the tab that holds the lock: keeps every other tab of the profile in step with the
// document, and hands on to them what it hears from the mesh, itself included: to them it is a peer.

import type * as Y from 'yjs';

import type { Announcement, Attending, MeshEvent, MeshStatus } from '../engine/ports.ts';
import type { Fan, Member } from './fan.ts';
import { stateMark } from './state-mark.ts';
import { SyncSession } from './sync-session.ts';
import type { TabLine, TabMessage } from './tab-message.ts';

const BEAT_MS = 2_000;
/** A tab that has not taken what it was sent for so long is gone, or comes back with a question. */
const SILENT_MS = 60_000;

interface Follower extends Member {
  heardAt: number;
  attending: Attending | null;
}

export interface HolderOptions {
  readonly doc: Y.Doc;
  readonly fan: Fan;
  readonly line: TabLine;
  now(): number;
  announcement(): Announcement | null;
  /** What a tab that comes now must be told: who is there. */
  snapshot(): readonly MeshEvent[];
  status(): MeshStatus;
  /** `attending` reads differently. */
  attended(): void;
}

export class TabHolder {
  readonly #options: HolderOptions;
  readonly #followers = new Map<string, Follower>();
  #beatAt: number;

  constructor(options: HolderOptions) {
    this.#options = options;
    this.#beatAt = options.now();
    this.beat();
  }

  get hasFollowers(): boolean {
    return this.#followers.size > 0;
  }

  /** What is open in another tab of this profile. */
  get attending(): Attending | null {
    for (const { attending } of this.#followers.values()) if (attending !== null) return attending;
    return null;
  }

  beat(): void {
    this.#beatAt = this.#options.now();
    this.#say(null);
  }

  handOn(event: MeshEvent): void {
    const isOwn = event.kind === 'role' || event.kind === 'firstComing' || event.kind === 'firstIn';
    if (!isOwn && this.hasFollowers) this.#options.line.say({ kind: 'event', event });
  }

  handOnStatus(): void {
    if (this.hasFollowers) this.#options.line.say({ kind: 'status', status: this.#options.status() });
  }

  take(message: TabMessage): void {
    const { from } = message;
    if (message.kind === 'leave') return this.#remove(from);
    if (message.kind === 'hello') return this.#begin(from);
    if (message.kind === 'attends') return this.#attend(from, message.attending);
    if (message.kind !== 'sync') return;
    const follower = this.#followers.get(from);
    // It follows somebody who has forgotten it.
    if (follower === undefined) return this.#begin(from);
    follower.heardAt = this.#options.now();
    try {
      follower.session.receive(message.bytes);
    } catch {
      this.#begin(from);
    }
  }

  tick(): void {
    const now = this.#options.now();
    if (now - this.#beatAt >= BEAT_MS) this.beat();
    for (const [tab, { session, heardAt }] of this.#followers) {
      if (session.pendingBytes > 0 && now - heardAt > SILENT_MS) this.#remove(tab);
    }
  }

  close(): void {
    this.#options.line.say({ kind: 'leave' });
    for (const tab of this.#followers.keys()) this.#remove(tab);
  }

  #begin(tab: string): void {
    this.#remove(tab);
    const { doc, fan, line, now, snapshot, status } = this.#options;
    const wire = { queuedBytes: 0, post: (bytes: Uint8Array) => line.say({ kind: 'sync', bytes }, tab) };
    const session = new SyncSession(doc, wire, {
      caughtUp: () => undefined,
      changed: () => undefined,
      compared: () => undefined,
      asked: () => undefined,
      now,
    });
    const follower: Follower = { session, peer: null, sees: () => false, heardAt: now(), attending: null };
    this.#followers.set(tab, follower);
    fan.add(follower);
    this.#say(tab);
    for (const event of snapshot()) line.say({ kind: 'event', event }, tab);
    line.say({ kind: 'status', status: status() }, tab);
    session.ask();
  }

  #remove(tab: string): void {
    const follower = this.#followers.get(tab);
    if (follower === undefined) return;
    this.#followers.delete(tab);
    this.#options.fan.remove(follower);
    if (follower.attending !== null) this.#options.attended();
  }

  #attend(tab: string, attending: Attending | null): void {
    const follower = this.#followers.get(tab);
    if (follower === undefined) return;
    follower.attending = attending;
    this.#options.attended();
  }

  #say(to: string | null): void {
    const { announcement, doc, line } = this.#options;
    line.say({ kind: 'holder', about: announcement(), mark: stateMark(doc) }, to);
  }
}
