// This tab as a peer of the mesh: one room, its neighbours, one clock tick for both. Decides what the
// world can refuse (no WebRTC, no secure context, no rendezvous) and says it as a fault; the desk goes
// on without. Leaves out whether this tab is the one to do it (mesh.ts).

import type * as Y from 'yjs';

import type { MeshEvent, MeshStatus } from '../engine/ports.ts';
import type { Doubt } from './doubt.ts';
import type { Fan } from './fan.ts';
import type { Gives } from './giving.ts';
import { Neighbours } from './neighbours.ts';
import { WebrtcRoom, whenFree } from './webrtc-room.ts';

const UNREACHABLE_MS = 5_000;
/** A farewell must leave this page before its connections close. */
const FAREWELL_MS = 80;

export interface RadioRoom {
  readonly name: string;
  readonly password: string;
  readonly rendezvous: readonly string[];
  iceServers(): readonly RTCIceServer[];
  readonly isSecureContext: boolean;
  readonly hasWebrtc: boolean;
}

export interface RadioOptions {
  readonly doc: Y.Doc;
  readonly fan: Fan;
  readonly room: RadioRoom;
  now(): number;
  emit(event: MeshEvent): void;
  changed(): void;
  readonly gives: Gives;
}

export class Radio {
  readonly neighbours: Neighbours;
  readonly #options: RadioOptions;
  #room: WebrtcRoom | null = null;
  #lineLostAt: number;
  #hasComplained = false;
  #isOver = false;

  constructor(options: RadioOptions) {
    this.#options = options;
    this.#lineLostAt = options.now();
    this.neighbours = new Neighbours({
      doc: options.doc,
      fan: options.fan,
      now: () => options.now(),
      emit: (event) => this.#emit(event),
      changed: () => options.changed(),
      gives: options.gives,
      remoteIdOf: (peer) => this.#room?.remoteIdOf(peer) ?? null,
      ownId: () => this.#room?.ownId ?? '',
    });
  }

  async open(): Promise<void> {
    await whenFree(this.#options.room.name);
    if (this.#isOver) return;
    const { name, password, rendezvous, iceServers, isSecureContext, hasWebrtc } = this.#options.room;
    if (!isSecureContext)
      return this.#complain('webrtcAbsent', 'this page is not a secure context, and has no crypto.subtle');
    if (!hasWebrtc) return this.#complain('webrtcAbsent', 'this browser has no RTCPeerConnection');
    this.#room = new WebrtcRoom({
      room: name,
      password,
      rendezvous,
      iceServers,
      home: this.neighbours,
      isShunned: (remote) => this.neighbours.admission.isShunned(remote),
      isSought: (remote) => this.neighbours.admission.isSought(remote),
      isWelcome: (remote) => this.neighbours.admission.isWelcome(remote),
      parted: (peer, isLeaving) => this.neighbours.peerParted(peer, isLeaving),
      onLine: () => this.#options.changed(),
    });
  }

  doubt(doubt: Doubt): void {
    this.neighbours.doubt(doubt);
    this.#room?.hurry(doubt !== 'shown');
  }

  tick(): void {
    this.neighbours.tick();
    const now = this.#options.now();
    const lines = this.#room?.lines() ?? [];
    if (lines.length === 0 || lines.some(({ isConnected }) => isConnected)) {
      this.#lineLostAt = now;
      this.#hasComplained = false;
    } else if (now - this.#lineLostAt >= UNREACHABLE_MS && !this.#hasComplained) {
      this.#hasComplained = true;
      this.#complain('rendezvousUnreachable', lines.map(({ url }) => url).join(', '));
    }
  }

  status(): MeshStatus {
    return {
      rendezvous: this.#room?.lines() ?? [],
      peers: this.neighbours.peers(),
      refused: this.neighbours.admission.refused(),
      arriving: this.neighbours.arriving(),
      reachableThrough: this.neighbours.farCount,
    };
  }

  /** `isLeaving`: the device goes; else another of its tabs takes over. */
  close(isLeaving: boolean): void {
    this.#isOver = true;
    this.neighbours.part(isLeaving);
    this.#room?.part(isLeaving);
    void this.#room?.close(FAREWELL_MS);
    this.neighbours.close();
  }

  #emit(event: MeshEvent): void {
    if (!this.#isOver) this.#options.emit(event);
  }

  #complain(reason: 'webrtcAbsent' | 'rendezvousUnreachable', detail: string): void {
    this.#emit({ kind: 'fault', fault: { reason, detail } });
  }
}
