// A tab's end of the simulated mesh, behind the engine's Mesh port. It keeps the document in step as
// the real mesh does: asks when a link opens, every 30 s, after any doubt, and where the marks in the
// beats differ; gives up who was silent for 7 s; passes changes on to those who do not see their
// source. Tabs of one profile follow the one that holds the lock (DI3).

import * as Y from 'yjs';
import type { Announcement, Mesh, MeshEvent } from '../../src/engine/ports.ts';
import { NO_STATUS } from '../../src/mesh/no-status.ts';
import { Roll } from '../../src/mesh/roll.ts';
import { stateMark } from '../../src/mesh/state-mark.ts';
import type { End, Link, Message } from './link.ts';
import type { Truth } from './ledger.ts';
import type { Machine } from './machine.ts';

const BEAT_MS = 2_000;
const SILENCE_MS = 7_000;
const SLEPT_MS = 4_000;
const STALLED_MS = 5_000;
const DIFFERENT_MS = 3_000;
const AGAIN_MS = 30_000;
/** Marks that differ are a sign of loss only once nothing is on its way. */
const QUIET_MS = 1_500;

/** What arrives says something new. A beat that says the same as the one before, and one that the tabs of a
 * profile hand on among themselves, are no steps: nobody learns more than that somebody is still there. */
const isNews = (end: End, message: Message): boolean => {
  if (message.kind === 'event') return message.event.kind !== 'heard';
  if (message.kind !== 'beat') return true;
  const last = end.lastBeat;
  end.lastBeat = message;
  return last?.kind !== 'beat' || last.mark !== message.mark || last.about !== message.about;
};

/** What a station tells the world: how it is run, and that it wants links. */
export interface StationHome {
  /** Something happens at this station: a message of this kind, or null for what is no step. */
  happens(station: Station, message: string | null, run: () => void): void;
  relink(station: Station): void;
}

export class Station implements Mesh {
  readonly name: string;
  readonly machine: Machine;
  readonly doc: Y.Doc;
  /** Open links, by the other station. */
  readonly ends = new Map<Station, End>();
  announcement: Announcement | null = null;
  isRunning = false;
  isHolder = false;
  /** Told before anybody else is: the checkers' ears. */
  ear: (event: MeshEvent) => void = () => undefined;
  /** For the checkers: what is here of the choices of this tab's agent. */
  choices: () => readonly Truth[] = () => [];
  readonly #home: StationHome;
  readonly #listeners = new Set<(event: MeshEvent) => void>();
  #roll = new Roll();
  #tickedAt = 0;
  /** Handed on by the holder before this tab has what they speak of. */
  #early: MeshEvent[] = [];

  constructor(name: string, doc: Y.Doc, machine: Machine, home: StationHome) {
    this.name = name;
    this.doc = doc;
    this.machine = machine;
    this.#home = home;
    doc.on('update', (update: Uint8Array, origin: unknown) => this.#pass(update, origin));
  }

  connect(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.#tickedAt = this.machine.mono();
    this.emit({ kind: 'role', isPeer: this.isHolder });
    this.#home.relink(this);
    this.machine.timer(BEAT_MS * ((this.machine.mono() % 7) / 7), () => this.#ticking());
  }

  /** Says farewell, or, where another tab of the profile takes over, only that it closes. */
  disconnect(isLeaving = true): void {
    for (const end of this.ends.values()) {
      end.send({ kind: 'parting', isLeaving: isLeaving || end.link.isLocal });
      this.ends.delete(end.other);
    }
    this.isRunning = false;
  }

  /** Ends without a word. */
  vanish(): void {
    this.isRunning = false;
    this.ends.clear();
  }

  announce(announcement: Announcement): void {
    this.announcement = announcement;
    this.beat();
  }

  subscribe(listener: (event: MeshEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  status() {
    return NO_STATUS;
  }

  onStatus(): () => void {
    return () => undefined;
  }

  fetchFile(): Promise<null> {
    return Promise.resolve(null);
  }

  giveFirst(): void {}

  giveFiles(): void {}

  inspect(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  hold(): void {
    this.isHolder = true;
    this.emit({ kind: 'role', isPeer: true });
    this.#home.relink(this);
  }

  /** The tab that held the lock is gone. */
  unfollow(): void {
    for (const end of this.ends.values()) {
      if (!end.link.isLocal) continue;
      this.ends.delete(end.other);
      this.#early = [];
      const { announcement } = end;
      if (announcement !== null) this.emit({ kind: 'farewell', device: announcement.device, peer: announcement.peer });
    }
  }

  emit(event: MeshEvent): void {
    this.ear(event);
    for (const listener of this.#listeners) listener(event);
    if (!this.isHolder || event.kind === 'role') return;
    for (const end of this.ends.values()) if (end.link.isLocal) end.send({ kind: 'event', event });
  }

  open(link: Link): void {
    const end = link.endOf(this);
    this.ends.set(end.other, end);
    if (this.isHolder || !link.isLocal) this.#beatTo(end);
    if (this.isHolder && link.isLocal) this.#brief(end);
    this.#ask(end);
  }

  arrive(link: Link, message: Message): void {
    this.machine.do(() => {
      const end = link.endOf(this);
      // What a tab has said over a BroadcastChannel is heard, also where that tab is closed since.
      const isHeard = link.isLocal && message.kind === 'changes';
      if (!this.isRunning || (this.ends.get(end.other) !== end && !isHeard)) return;
      this.#home.happens(this, isNews(end, message) ? message.kind : null, () => this.#take(end, message));
    });
  }

  beat(): void {
    if (!this.isHolder) return;
    for (const end of this.ends.values()) this.#beatTo(end);
  }

  #ticking(): void {
    if (!this.isRunning) return;
    this.#home.happens(this, null, () => this.#tick());
    this.machine.timer(BEAT_MS, () => this.#ticking());
  }

  #tick(): void {
    const now = this.machine.mono();
    const hasSlept = now - this.#tickedAt > SLEPT_MS;
    this.#tickedAt = now;
    if (this.isHolder) this.#home.relink(this);
    for (const end of this.ends.values()) {
      if (hasSlept) end.heardAt = Math.max(end.heardAt, now - BEAT_MS);
      if (this.isHolder) this.#beatTo(end);
      if (!end.link.isLocal && now - end.heardAt >= SILENCE_MS) this.#giveUp(end);
      else if (hasSlept || this.#isQuestionDue(end, now - end.askedAt)) this.#ask(end);
    }
  }

  #isQuestionDue(end: End, since: number): boolean {
    if (end.isWaiting) return since >= STALLED_MS;
    const isQuiet = this.machine.mono() - end.movedAt >= QUIET_MS;
    return since >= AGAIN_MS || (isQuiet && end.differing >= 2 && since >= DIFFERENT_MS);
  }

  #take(end: End, message: Message): void {
    end.heardAt = this.machine.mono();
    switch (message.kind) {
      case 'beat':
        return this.#hear(end, message);
      case 'ask':
        end.isLevel = true;
        end.forgetChanges();
        return end.send({ kind: 'answer', update: Y.encodeStateAsUpdate(this.doc, message.vector) });
      case 'answer':
        Y.applyUpdate(this.doc, message.update, end);
        end.isWaiting = false;
        end.hasCaughtUp = true;
        return this.#caughtUp(end);
      case 'changes':
        end.movedAt = this.machine.mono();
        for (const update of message.updates) Y.applyUpdate(this.doc, update, end);
        return;
      case 'event':
        if (message.event.kind === 'caughtUp' && !end.hasCaughtUp) this.#early.push(message.event);
        else this.emit(message.event);
        return;
      case 'parting':
        return this.#parted(end, message.isLeaving);
    }
  }

  #hear(end: End, { about, sees, mark }: Message & { kind: 'beat' }): void {
    const isFirst = end.announcement === null;
    end.announcement = about;
    end.sees = sees;
    end.differing = mark === stateMark(this.doc) ? 0 : end.differing + 1;
    if (about === null) return;
    if (isFirst) this.beat();
    this.emit({ kind: 'heard', from: about });
    if (!end.link.isLocal)
      for (const { device, peer } of this.#roll.heard(about)) this.emit({ kind: 'farewell', device, peer });
    if (isFirst && end.hasCaughtUp) this.#caughtUp(end);
  }

  #caughtUp(end: End): void {
    const { announcement } = end;
    if (announcement !== null) this.emit({ kind: 'caughtUp', device: announcement.device, peer: announcement.peer });
    for (const event of this.#early.splice(0)) this.emit(event);
  }

  #parted(end: End, isLeaving: boolean): void {
    const { announcement } = end;
    if (isLeaving && announcement !== null) {
      if (!end.link.isLocal) this.#roll.left(announcement.peer);
      this.emit({ kind: 'farewell', device: announcement.device, peer: announcement.peer });
    }
    this.#drop(end);
  }

  #giveUp(end: End): void {
    end.send({ kind: 'parting', isLeaving: false });
    this.#drop(end);
  }

  #drop(end: End): void {
    this.ends.delete(end.other);
    this.beat();
    for (const other of this.ends.values()) {
      if (other.isWaiting) continue;
      this.#ask(other);
      break;
    }
    const { announcement } = end;
    if (announcement === null || end.link.isLocal) return;
    const kind = this.#roll.lost(announcement);
    if (kind !== null) this.emit({ kind, device: announcement.device, peer: announcement.peer });
  }

  #ask(end: End): void {
    end.isWaiting = true;
    end.askedAt = this.machine.mono();
    end.send({ kind: 'ask', vector: Y.encodeStateVector(this.doc) });
  }

  #beatTo(end: End): void {
    const sees = new Set<string>();
    for (const { peer } of this.ends.values()) if (peer !== null) sees.add(peer);
    end.send({ kind: 'beat', about: this.announcement, sees, mark: stateMark(this.doc) });
  }

  /** A tab that comes now is told who is there. */
  #brief(end: End): void {
    for (const { announcement: from, hasCaughtUp, link } of this.ends.values()) {
      if (from === null || link.isLocal) continue;
      end.send({ kind: 'event', event: { kind: 'heard', from } });
      if (hasCaughtUp) end.send({ kind: 'event', event: { kind: 'caughtUp', device: from.device, peer: from.peer } });
    }
  }

  #pass(update: Uint8Array, origin: unknown): void {
    for (const end of this.ends.values()) {
      if (end === origin) continue;
      const source = (origin as End | null)?.self === this ? (origin as End).peer : null;
      if (source !== null && end.sees.has(source)) continue;
      end.pass(update);
    }
  }
}
