// The tab that holds the lock: it speaks with the mesh, and stands before the other tabs of the
// profile for what it hears there.

import type * as Y from 'yjs';

import type { SentFile } from '../domain/entry.ts';
import type { Announcement, MeshEvent, MeshStatus } from '../engine/ports.ts';
import type { Bytes } from '../files/sent-file.ts';
import type { Doubt } from './doubt.ts';
import type { Fan } from './fan.ts';
import type { Gives } from './giving.ts';
import type { Part } from './part.ts';
import { Radio, type RadioRoom } from './radio.ts';
import { TabHolder } from './tab-holder.ts';
import type { TabLine, TabMessage } from './tab-message.ts';

export interface PeerPartOptions {
  readonly doc: Y.Doc;
  readonly fan: Fan;
  readonly line: TabLine;
  readonly room: RadioRoom;
  readonly announcement: Announcement | null;
  now(): number;
  emit(event: MeshEvent): void;
  changed(): void;
  readonly gives: Gives;
}

export class PeerPart implements Part {
  readonly #radio: Radio;
  readonly #holder: TabHolder;
  #announcement: Announcement | null;

  constructor({ doc, fan, line, room, announcement, now, emit, changed, gives }: PeerPartOptions) {
    this.#announcement = announcement;
    const handOn = (event: MeshEvent): void => {
      emit(event);
      this.#holder.handOn(event);
    };
    this.#radio = new Radio({ doc, fan, room, now, emit: handOn, changed, gives });
    if (announcement !== null) this.#radio.neighbours.announce(announcement);
    this.#holder = new TabHolder({
      doc,
      fan,
      line,
      now,
      announcement: () => this.#announcement,
      snapshot: () => this.#radio.neighbours.snapshot(),
      status: () => this.#radio.status(),
      attended: () => this.#say(),
    });
    void this.#radio.open();
  }

  take(message: TabMessage): void {
    this.#holder.take(message);
  }

  tick(): void {
    this.#radio.tick();
    this.#holder.tick();
  }

  announce(announcement: Announcement): void {
    this.#announcement = announcement;
    this.#say();
    this.#holder.beat();
  }

  doubt(doubt: Doubt): void {
    this.#radio.doubt(doubt);
  }

  status(): MeshStatus {
    return this.#radio.status();
  }

  fetchFile(file: SentFile, told: (receivedBytes: number) => void): Promise<Bytes | null> {
    return this.#radio.neighbours.fetchFile(file, told);
  }

  statusRang(): void {
    this.#holder.handOnStatus();
  }

  /** What is open here, else in another tab of this profile (AT1). */
  #said(): Announcement | null {
    const own = this.#announcement;
    if (own === null || (own.attending ?? null) !== null) return own;
    return { ...own, attending: this.#holder.attending };
  }

  #say(): void {
    const said = this.#said();
    if (said !== null) this.#radio.neighbours.announce(said);
  }

  end(isLeaving: boolean): void {
    // Another tab takes over at once: the device does not leave.
    const isDeviceLeaving = isLeaving && !this.#holder.hasFollowers;
    this.#holder.close();
    this.#radio.close(isDeviceLeaving);
  }
}
