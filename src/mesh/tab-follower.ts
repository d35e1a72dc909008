// The side of a tab that waits for the lock: in step with the tab that holds it, and told by it what
// the mesh does. Keeps true: `caughtUp` is passed on only when what it speaks of is here too.

import type * as Y from 'yjs';

import type { Announcement, Attending, MeshEvent, MeshStatus } from '../engine/ports.ts';
import { Asking } from './asking.ts';
import type { Fan, Member } from './fan.ts';
import { NO_STATUS } from './no-status.ts';
import type { Part } from './part.ts';
import { stateMark } from './state-mark.ts';
import { SyncSession } from './sync-session.ts';
import type { TabLine, TabMessage } from './tab-message.ts';

interface Holder extends Member {
  readonly tab: string;
}

export interface FollowerOptions {
  readonly doc: Y.Doc;
  readonly fan: Fan;
  readonly line: TabLine;
  now(): number;
  emit(event: MeshEvent): void;
  changed(): void;
}

export class TabFollower implements Part {
  readonly #options: FollowerOptions;
  readonly #asking = new Asking<Holder>();
  #holder: Holder | null = null;
  #about: Announcement | null = null;
  #early: MeshEvent[] = [];
  #status = NO_STATUS;
  #attending: Attending | null = null;

  constructor(options: FollowerOptions) {
    this.#options = options;
    options.line.say({ kind: 'hello' });
  }

  take(message: TabMessage): void {
    const isOfHolder = message.from === this.#holder?.tab;
    switch (message.kind) {
      case 'holder':
        return this.#hear(message);
      case 'sync':
        return isOfHolder ? this.#receive(message.bytes) : undefined;
      case 'event':
        return isOfHolder ? this.#pass(message.event) : undefined;
      case 'status':
        return isOfHolder ? this.#show(message.status) : undefined;
      case 'leave':
        return isOfHolder ? this.#unfollow() : undefined;
      case 'hello':
      case 'attends':
        return;
    }
  }

  tick(): void {
    this.#asking.tick(this.#options.now());
  }

  /** Who this is, the holder says alone; mesh.ts keeps it for the time when this tab is the holder. What is open
   * here the holder does not know (AT1). */
  announce({ attending = null }: Announcement): void {
    this.#attending = attending;
    if (this.#holder !== null) this.#options.line.say({ kind: 'attends', attending }, this.#holder.tab);
  }

  doubt(): void {
    this.#asking.doubtAll(this.#options.now());
  }

  status(): MeshStatus {
    const arriving = this.#holder?.session.arriving ?? null;
    return arriving === null ? this.#status : { ...this.#status, arriving };
  }

  fetchFile(): Promise<null> {
    return Promise.resolve(null);
  }

  statusRang(): void {}

  end(): void {
    this.#unfollow();
    this.#options.line.say({ kind: 'leave' });
  }

  #show(status: MeshStatus): void {
    this.#status = status;
    this.#options.changed();
  }

  #hear(message: TabMessage & { kind: 'holder' }): void {
    if (message.to !== null) this.#follow(message.from);
    else if (message.from !== this.#holder?.tab) return this.#options.line.say({ kind: 'hello' });
    if (this.#holder !== null) this.#asking.heard(this.#holder, message.mark === stateMark(this.#options.doc));
    const { about } = message;
    if (about === null) return;
    this.#about = about;
    this.#options.emit({ kind: 'heard', from: about });
  }

  #follow(tab: string): void {
    if (this.#holder !== null && this.#holder.tab !== tab) this.#unfollow();
    this.#dropSession();
    const { doc, fan, line, now } = this.#options;
    const wire = { queuedBytes: 0, post: (bytes: Uint8Array) => line.say({ kind: 'sync', bytes }, tab) };
    const session = new SyncSession(doc, wire, {
      caughtUp: () => this.#caughtUp(),
      changed: () => this.#options.changed(),
      compared: () => undefined,
      asked: () => undefined,
      now,
    });
    this.#holder = { tab, session, peer: null, sees: () => false };
    fan.add(this.#holder);
    this.#asking.opened(this.#holder, now());
    if (this.#attending !== null) line.say({ kind: 'attends', attending: this.#attending }, tab);
  }

  #receive(bytes: Uint8Array): void {
    try {
      this.#holder?.session.receive(bytes);
    } catch {
      this.#dropSession();
      this.#options.line.say({ kind: 'hello' });
    }
  }

  #pass(event: MeshEvent): void {
    if (event.kind === 'caughtUp' && this.#holder?.session.hasCaughtUp !== true) this.#early.push(event);
    else this.#options.emit(event);
  }

  #caughtUp(): void {
    if (this.#about !== null) {
      this.#options.emit({ kind: 'caughtUp', device: this.#about.device, peer: this.#about.peer });
    }
    for (const event of this.#early.splice(0)) this.#options.emit(event);
  }

  #dropSession(): void {
    if (this.#holder === null) return;
    this.#options.fan.remove(this.#holder);
    this.#asking.closed(this.#holder, this.#options.now());
    this.#holder = null;
  }

  #unfollow(): void {
    this.#dropSession();
    this.#early = [];
    if (this.#about !== null) {
      this.#options.emit({ kind: 'farewell', device: this.#about.device, peer: this.#about.peer });
    }
    this.#about = null;
  }
}
