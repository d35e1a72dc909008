// Many peers of the mesh in one process and in made-up time: the mesh's own code over pipes in memory, where
// the page has WebRTC, and a rendezvous that lets everybody hear everybody's announcements. Counts what
// travels. Beats (with their echoes) are counted apart from messages about the document.

import * as Y from 'yjs';

import { asMonoMs } from '../../src/domain/ids.ts';
import type { MeshEvent } from '../../src/engine/ports.ts';
import type { Connection, LinkChannel } from '../../src/mesh/connection.ts';
import { Fan } from '../../src/mesh/fan.ts';
import { Neighbours } from '../../src/mesh/neighbours.ts';
import { nextTask } from '../../src/platform/next-task.ts';
import { announcementOf } from './mesh-station.ts';

const LATENCY_MS = 10;
const TICK_MS = 250;
const ANNOUNCE_MS = 3_000;
/** What happens within it happens in one go. */
const QUANTUM_MS = 5;
const FIRST_BEAT_KIND = 4;

class PipeEnd implements Connection, LinkChannel {
  readonly bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  onbufferedamountlow: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent<unknown>) => void) | null = null;
  readonly owner: SimulatedPeer;
  readonly other: SimulatedPeer;
  far: PipeEnd | null = null;
  isBroken = false;
  readonly #simulation: MeshSimulation;

  constructor(simulation: MeshSimulation, owner: SimulatedPeer, other: SimulatedPeer) {
    this.#simulation = simulation;
    this.owner = owner;
    this.other = other;
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    this.#simulation.carry(this, bytes);
  }

  close(isKnown = false): void {
    if (this.isBroken) return;
    this.isBroken = true;
    this.onmessage = null;
    this.owner.ends.delete(this.other);
    const { far } = this;
    if (!isKnown && far !== null) this.#simulation.later(LATENCY_MS, () => far.close(true));
    this.owner.neighbours.peerClosed(this);
  }

  path(): Promise<'direct'> {
    return Promise.resolve('direct');
  }
}

export class SimulatedPeer {
  readonly name: string;
  readonly doc = new Y.Doc();
  readonly neighbours: Neighbours;
  readonly ends = new Map<SimulatedPeer, PipeEnd>();
  readonly events: MeshEvent[] = [];
  isOff = false;

  constructor(simulation: MeshSimulation, name: string, maxLinks: number | undefined) {
    this.name = name;
    this.neighbours = new Neighbours({
      gives: { file: () => Promise.resolve(null), first: () => Promise.resolve(null) },
      doc: this.doc,
      fan: new Fan(this.doc),
      now: () => asMonoMs(simulation.now),
      emit: (event) => this.events.push(event),
      changed: () => undefined,
      remoteIdOf: (connection) => (connection instanceof PipeEnd ? connection.other.name : null),
      ownId: () => name,
      ...(maxLinks === undefined ? {} : { maxLinks }),
    });
    this.neighbours.announce(announcementOf(name));
  }

  /** The names of the peers that it was told of and that are not gone since. */
  reached(): ReadonlySet<string> {
    const reached = new Set<string>();
    for (const event of this.events) {
      if (event.kind === 'heard') reached.add(event.from.peer);
      if (event.kind === 'lost' || event.kind === 'farewell') reached.delete(event.peer);
    }
    return reached;
  }
}

export class MeshSimulation {
  readonly peers: SimulatedPeer[] = [];
  now = 0;
  messages = 0;
  beats = 0;
  readonly #due = new Map<number, (() => void)[]>();
  readonly #maxLinks: number | undefined;
  /** Whether what one sends reaches the other. */
  reaches: (from: SimulatedPeer, to: SimulatedPeer) => boolean = () => true;
  /** May change what one end sends, or swallow it. */
  distort: (bytes: Uint8Array<ArrayBuffer>, from: SimulatedPeer, to: SimulatedPeer) => Uint8Array<ArrayBuffer> | null =
    (bytes) => bytes;

  constructor(maxLinks?: number) {
    this.#maxLinks = maxLinks;
  }

  add(count: number): readonly SimulatedPeer[] {
    const added = Array.from({ length: count }, (_, index) => {
      const peer = new SimulatedPeer(this, `n${this.peers.length + index}`, this.#maxLinks);
      this.later(10 * index, () => this.#announce(peer));
      this.later(7 * index, () => this.#tick(peer));
      return peer;
    });
    this.peers.push(...added);
    return added;
  }

  later(ms: number, run: () => void): void {
    const at = Math.ceil((this.now + ms) / QUANTUM_MS) * QUANTUM_MS;
    const due = this.#due.get(at);
    if (due === undefined) this.#due.set(at, [run]);
    else due.push(run);
  }

  async run(ms: number): Promise<void> {
    const end = this.now + ms;
    while (this.now < end) {
      const due = this.#due.get(this.now) ?? [];
      for (const run of due) run();
      this.#due.delete(this.now);
      // What the peers put off to a task of its own.
      if (due.length > 0) for (let turn = 0; turn < 3; turn += 1) await nextTask();
      this.now += QUANTUM_MS;
    }
  }

  /** Runs until it is so; the time that took, or null. */
  async until(isSo: () => boolean, withinMs: number): Promise<number | null> {
    const begun = this.now;
    while (this.now - begun < withinMs) {
      if (isSo()) return this.now - begun;
      await this.run(100);
    }
    return isSo() ? this.now - begun : null;
  }

  isConverged(): boolean {
    const vectors = this.peers.map(({ doc }) =>
      JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)),
    );
    return new Set(vectors).size === 1;
  }

  /** Messages about the document that go between all peers while this is done and has come to rest. */
  async countMessages(act: () => void, ms = 1_500): Promise<number> {
    const before = this.messages;
    act();
    await this.run(ms);
    return this.messages - before;
  }

  carry(end: PipeEnd, bytes: Uint8Array<ArrayBuffer>): void {
    if ((bytes[0] ?? 0) < FIRST_BEAT_KIND) this.messages += 1;
    else this.beats += 1;
    const sent = this.distort(bytes, end.owner, end.other);
    if (sent === null || !this.reaches(end.owner, end.other)) return;
    const copy = sent.slice();
    this.later(LATENCY_MS, () => end.far?.onmessage?.({ data: copy.buffer } as MessageEvent<unknown>));
  }

  #tick(peer: SimulatedPeer): void {
    if (peer.isOff) return;
    peer.neighbours.tick();
    this.later(TICK_MS, () => this.#tick(peer));
  }

  #announce(peer: SimulatedPeer): void {
    if (peer.isOff) return;
    for (const other of this.peers)
      if (other !== peer && this.reaches(peer, other)) this.later(LATENCY_MS, () => this.#heard(other, peer));
    this.later(ANNOUNCE_MS, () => this.#announce(peer));
  }

  #heard(peer: SimulatedPeer, from: SimulatedPeer): void {
    if (peer.isOff || !peer.neighbours.admission.isSought(from.name) || peer.ends.has(from)) return;
    const end = this.#open(peer, from);
    this.later(LATENCY_MS, () => {
      if (from.isOff || !this.reaches(peer, from) || end.isBroken || end.far !== null) return;
      if (!from.neighbours.admission.isWelcome(peer.name)) return;
      // Both may have begun: then the two attempts are one.
      const begun = from.ends.get(peer);
      if (begun !== undefined && begun.far !== null) return;
      const far = begun ?? this.#open(from, peer);
      end.far = far;
      far.far = end;
      this.later(LATENCY_MS, () => {
        if (end.isBroken || far.isBroken) return;
        peer.neighbours.peerOpened(end, end);
        from.neighbours.peerOpened(far, far);
      });
    });
  }

  #open(owner: SimulatedPeer, other: SimulatedPeer): PipeEnd {
    const end = new PipeEnd(this, owner, other);
    owner.ends.set(other, end);
    owner.neighbours.peerBorn(end);
    return end;
  }
}
