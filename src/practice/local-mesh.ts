// The `Mesh` port in memory: any number of documents that meet in a hub, which can cut one off and let
// it back. No network, no y-webrtc; the same contract (test/contract/mesh.contract.ts) holds for both.
// What is said arrives in a later task, as it would from outside; beats come as often as the hub says.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep2, readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import type * as Y from 'yjs';

import type { Announcement, Mesh, MeshEvent, MeshPath, MeshStatus } from '../engine/ports.ts';

export interface HubTimes {
  readonly beatMs: number;
  /** How long a silent peer is waited for. */
  readonly silenceMs: number;
}

export class LocalHub {
  readonly times: HubTimes;
  readonly #meshes = new Set<LocalMesh>();
  readonly #cut = new Set<LocalMesh>();

  constructor(times: HubTimes = { beatMs: 20, silenceMs: 60 }) {
    this.times = times;
  }

  reach(mesh: LocalMesh): readonly LocalMesh[] {
    if (this.#cut.has(mesh) || !this.#meshes.has(mesh)) return [];
    return [...this.#meshes].filter((other) => other !== mesh && !this.#cut.has(other));
  }

  isCut(mesh: LocalMesh): boolean {
    return this.#cut.has(mesh);
  }

  enter(mesh: LocalMesh): void {
    this.#meshes.add(mesh);
    for (const other of this.reach(mesh)) {
      mesh.meet(other);
      other.meet(mesh);
    }
  }

  leave(mesh: LocalMesh): void {
    this.#meshes.delete(mesh);
  }

  /** The mesh reaches nobody, and nobody notices before `silenceMs`. */
  cut(mesh: LocalMesh): void {
    this.#cut.add(mesh);
    setTimeout(() => {
      if (!this.#cut.has(mesh)) return;
      for (const other of this.#meshes) {
        if (other === mesh) continue;
        other.lose(mesh);
        mesh.lose(other);
      }
    }, this.times.silenceMs);
  }

  heal(mesh: LocalMesh): void {
    this.#cut.delete(mesh);
    if (this.#meshes.has(mesh)) this.enter(mesh);
  }
}

export class LocalMesh implements Mesh {
  readonly #doc: Y.Doc;
  readonly #hub: LocalHub;
  readonly #listeners = new Set<(event: MeshEvent) => void>();
  readonly #statusListeners = new Set<() => void>();
  readonly #met = new Set<LocalMesh>();
  #announcement: Announcement | null = null;
  #beating: ReturnType<typeof setInterval> | undefined;
  #ringing: ReturnType<typeof setTimeout> | undefined;
  #isConnected = false;

  constructor(doc: Y.Doc, hub: LocalHub) {
    this.#doc = doc;
    this.#hub = hub;
  }

  connect(): void {
    if (this.#isConnected) return;
    this.#isConnected = true;
    this.#emit({ kind: 'role', isPeer: true });
    this.#doc.on('update', this.#onUpdate);
    this.#beating = setInterval(() => this.#beat(), this.#hub.times.beatMs);
    this.#hub.enter(this);
  }

  disconnect(): void {
    if (!this.#isConnected) return;
    for (const other of this.#hub.reach(this)) other.takeFarewell(this);
    this.#isConnected = false;
    this.#doc.off('update', this.#onUpdate);
    clearInterval(this.#beating);
    this.#hub.leave(this);
    this.#met.clear();
    this.#ring();
  }

  announce(announcement: Announcement): void {
    this.#announcement = announcement;
    if (this.#isConnected) this.#beat();
  }

  subscribe(listener: (event: MeshEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  status(): MeshStatus {
    const isConnected = this.#isConnected && !this.#hub.isCut(this);
    const peers = [...this.#met].map((other) => ({
      device: other.#announcement?.device ?? null,
      state: 'connected' as const,
      path: 'direct' as const,
      roundTripMs: 0,
      lastHeardMs: 0,
      sentBytes: 0,
      receivedBytes: 0,
      pendingBytes: 0,
      isSynced: true,
    }));
    const rendezvous = this.#isConnected ? [{ url: 'practice:', isConnected }] : [];
    return { rendezvous, peers, refused: [], arriving: null, reachableThrough: 0 };
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
    return Promise.resolve([{ type: 'host', protocol: 'udp' }]);
  }

  meet(other: LocalMesh): void {
    this.#met.add(other);
    this.#ring();
    this.#beat();
    this.#say(other, (encoder) => writeSyncStep1(encoder, this.#doc));
  }

  lose(other: LocalMesh): void {
    if (!this.#met.delete(other)) return;
    this.#emitOf('lost', other);
  }

  takeFarewell(other: LocalMesh): void {
    if (!this.#met.delete(other)) return;
    this.#emitOf('farewell', other);
  }

  #take(from: LocalMesh, message: Uint8Array): void {
    if (!this.#isConnected) return;
    const reply = encoding.createEncoder();
    const kind = readSyncMessage(decoding.createDecoder(message), reply, this.#doc, from);
    if (encoding.length(reply) > 0)
      this.#say(from, (encoder) => encoding.writeUint8Array(encoder, encoding.toUint8Array(reply)));
    if (kind === messageYjsSyncStep2) this.#emitOf('caughtUp', from);
  }

  #say(to: LocalMesh, write: (encoder: encoding.Encoder) => void): void {
    const message = encoding.encode(write);
    setTimeout(() => {
      if (this.#hub.reach(this).includes(to)) to.#take(this, message);
    }, 0);
  }

  #beat(): void {
    const from = this.#announcement;
    if (from === null) return;
    for (const other of this.#hub.reach(this)) setTimeout(() => other.#hear(this, from), 0);
  }

  #hear(other: LocalMesh, from: Announcement): void {
    if (this.#isConnected && this.#met.has(other)) this.#emit({ kind: 'heard', from });
  }

  #emitOf(kind: 'lost' | 'farewell' | 'caughtUp', other: LocalMesh): void {
    const about = other.#announcement;
    if (about !== null) this.#emit({ kind, device: about.device, peer: about.peer });
    this.#ring();
  }

  #emit(event: MeshEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #ring(): void {
    if (this.#ringing !== undefined) return;
    this.#ringing = setTimeout(() => {
      this.#ringing = undefined;
      for (const listener of this.#statusListeners) listener();
    }, 0);
  }

  /** What came from another is not sent on: everyone reaches everyone here. */
  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin instanceof LocalMesh) return;
    for (const other of this.#hub.reach(this)) this.#say(other, (encoder) => writeUpdate(encoder, update));
  };
}
