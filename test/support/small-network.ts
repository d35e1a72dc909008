// A network in memory behind the Mesh port. Everybody reaches everybody unless cut apart; messages
// on a link arrive in order after a latency, and what is under way when a link breaks is lost. A
// new link first says who is there, then gives all that its side has, then says that it is all.

import * as Y from 'yjs';
import { asDeviceId } from '../../src/domain/ids.ts';
import type { Announcement, Mesh, MeshEvent, MeshPath, MeshStatus } from '../../src/engine/ports.ts';
import type { Machine, SmallTime } from './small-time.ts';

export const LATENCY_MS = 20;
const BEAT_MS = 2_000;
/** How long a broken link takes to be noticed. */
const NOTICE_MS = 6_000;

interface NamedMachine extends Machine {
  readonly device: string;
}

export class SmallMesh implements Mesh {
  readonly machine: NamedMachine;
  readonly doc: Y.Doc;
  readonly links = new Set<SmallMesh>();
  announcement: Announcement | null = null;
  isConnected = false;
  readonly #network: SmallNetwork;
  readonly #listeners = new Set<(event: MeshEvent) => void>();
  readonly #statusListeners = new Set<() => void>();

  constructor(network: SmallNetwork, doc: Y.Doc, machine: NamedMachine) {
    this.#network = network;
    this.doc = doc;
    this.machine = machine;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      for (const other of this.links)
        if (other !== origin) this.send(other, () => Y.applyUpdate(other.doc, update, this));
    });
  }

  connect(): void {
    if (this.isConnected) return;
    this.isConnected = true;
    this.emit({ kind: 'role', isPeer: true });
    this.#network.relink();
    this.#beat();
  }

  disconnect(): void {
    const { announcement } = this;
    if (announcement !== null) {
      const { device, peer } = announcement;
      for (const other of this.links) this.send(other, () => other.emit({ kind: 'farewell', device, peer }));
    }
    this.isConnected = false;
    for (const other of this.links) other.unlink(this, false);
    this.links.clear();
  }

  /** Ends without a word. */
  vanish(): void {
    this.isConnected = false;
    for (const other of this.links) other.unlink(this, true);
    this.links.clear();
  }

  announce(announcement: Announcement): void {
    this.announcement = announcement;
    for (const other of this.links) this.#say(other);
  }

  subscribe(listener: (event: MeshEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  status(): MeshStatus {
    const peers = [...this.links].map(({ machine }) => {
      const device = asDeviceId(machine.device);
      const bytes = { sentBytes: 0, receivedBytes: 0, pendingBytes: 0 };
      const times = { roundTripMs: 2 * LATENCY_MS, lastHeardMs: 0 };
      return { device, state: 'connected' as const, path: 'direct' as const, ...times, ...bytes, isSynced: true };
    });
    return { rendezvous: [], peers, refused: [], arriving: null, reachableThrough: 0 };
  }

  onStatus(listener: () => void): () => void {
    this.#statusListeners.add(listener);
    return () => this.#statusListeners.delete(listener);
  }

  fetchFile(): Promise<null> {
    return Promise.resolve(null);
  }

  giveFirst(): void {}

  giveFiles(): void {}

  inspect(): Promise<readonly MeshPath[]> {
    return Promise.resolve([]);
  }

  emit(event: MeshEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  link(other: SmallMesh): void {
    this.links.add(other);
    this.#say(other);
    const update = Y.encodeStateAsUpdate(this.doc);
    this.send(other, () => {
      Y.applyUpdate(other.doc, update, this);
      const { announcement } = this;
      if (announcement !== null) other.emit({ kind: 'caughtUp', device: announcement.device, peer: announcement.peer });
    });
    this.#tell();
  }

  unlink(other: SmallMesh, isSilent: boolean): void {
    this.links.delete(other);
    this.#tell();
    const { announcement } = other;
    if (!isSilent || announcement === null) return;
    this.#network.later(NOTICE_MS, this, () => {
      if (!this.links.has(other)) this.emit({ kind: 'lost', device: announcement.device, peer: announcement.peer });
    });
  }

  /** Arrives unless the link breaks first; a farewell is under way already when it does. */
  send(other: SmallMesh, arrive: () => void): void {
    this.#network.later(LATENCY_MS, other, () => {
      if (other.links.has(this) || !this.isConnected) arrive();
    });
  }

  #say(other: SmallMesh): void {
    const { announcement } = this;
    if (announcement !== null) this.send(other, () => other.emit({ kind: 'heard', from: announcement }));
  }

  #beat(): void {
    if (!this.isConnected) return;
    for (const other of this.links) this.#say(other);
    this.#network.later(BEAT_MS, this, () => this.#beat());
  }

  #tell(): void {
    for (const listener of this.#statusListeners) listener();
  }
}

export class SmallNetwork {
  readonly #time: SmallTime;
  readonly #meshes = new Set<SmallMesh>();
  #islands: readonly (readonly NamedMachine[])[] = [];

  constructor(time: SmallTime) {
    this.#time = time;
  }

  mesh(doc: Y.Doc, machine: NamedMachine): SmallMesh {
    const mesh = new SmallMesh(this, doc, machine);
    this.#meshes.add(mesh);
    return mesh;
  }

  /** Only those named together reach each other; who is not named reaches nobody. */
  cut(...islands: readonly (readonly NamedMachine[])[]): void {
    this.#islands = islands;
    for (const mesh of this.#meshes) {
      for (const other of mesh.links) {
        if (this.#isReachable(mesh, other)) continue;
        mesh.unlink(other, true);
        other.unlink(mesh, true);
      }
    }
    this.relink();
  }

  heal(): void {
    this.#islands = [];
    this.relink();
  }

  relink(): void {
    const meshes = [...this.#meshes].filter((mesh) => mesh.isConnected);
    for (const mesh of meshes) {
      for (const other of meshes)
        if (mesh !== other && !mesh.links.has(other) && this.#isReachable(mesh, other)) mesh.link(other);
    }
  }

  later(ms: number, mesh: SmallMesh, run: () => void): void {
    this.#time.at(this.#time.now + ms, mesh.machine, run);
  }

  #isReachable(a: SmallMesh, b: SmallMesh): boolean {
    if (this.#islands.length === 0) return true;
    return this.#islands.some((island) => island.includes(a.machine) && island.includes(b.machine));
  }
}
