// Stands before y-webrtc's reading of the rendezvous: only what opens with the team's key, has the
// right shape and belongs to an attempt that still lives comes through. y-webrtc alone answers garbage
// with uncaught errors and keeps attempts that are over. Each message is read once here and once by
// y-webrtc: it is small, and y-webrtc's encryption stays as it is.

import * as v from 'valibot';

import type { Peer } from './peer.ts';
import { unseal } from './seal.ts';
import { type Signal, parseSignal } from './signal.ts';

const MAX_DATA = 64 * 1024;
const MAX_BEGUN = 256;

/** What the gate must know of the room it stands before. */
export interface GatedRoom {
  readonly key: CryptoKey;
  readonly ownId: string;
  peerOf(remote: string): Peer | null;
  isShunned(remote: string): boolean;
  /** Whether this page connects to one who announces itself, and answers one who connects. */
  isSought(remote: string): boolean;
  isWelcome(remote: string): boolean;
  /** The other page is going; its channel may not have had the time to say so. */
  parted(peer: Peer, isLeaving: boolean): void;
}

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

const envelope = v.variant('type', [
  v.object({ type: v.literal('announce'), from: name }),
  v.object({ type: v.literal('farewell'), from: name, isLeaving: v.boolean() }),
  v.object({ type: v.literal('signal'), from: name, to: name, token: v.optional(v.number()), signal: v.unknown() }),
]);

export class SignalGate {
  readonly #room: GatedRoom;
  /** Attempts let through: their candidates may overtake them while y-webrtc opens them. */
  readonly #begun = new Map<string, string>();

  constructor(room: GatedRoom) {
    this.#room = room;
  }

  async admits(data: unknown): Promise<boolean> {
    if (typeof data !== 'string' || data.length > MAX_DATA) return false;
    const content = await unseal(data, this.#room.key).catch(() => null);
    const parsed = v.safeParse(envelope, content);
    if (!parsed.success) return false;
    const { output } = parsed;
    if (output.from === this.#room.ownId || this.#room.isShunned(output.from)) return false;
    if (output.type === 'announce') {
      // An attempt that has no answer yet may have spoken to nobody; y-webrtc keeps it and says nothing more.
      const peer = this.#room.peerOf(output.from);
      peer?.repeat();
      return peer !== null || this.#room.isSought(output.from);
    }
    if (output.type === 'farewell') {
      const peer = this.#room.peerOf(output.from);
      if (peer !== null) this.#room.parted(peer, output.isLeaving);
      return false;
    }
    const signal = parseSignal(output.signal);
    return output.to === this.#room.ownId && signal !== null && this.#admitsSignal(output.from, signal);
  }

  #admitsSignal(from: string, signal: Signal): boolean {
    const peer = this.#room.peerOf(from);
    if (signal.body.kind === 'over') {
      if (peer?.remote === signal.session || peer?.session === signal.to) peer?.close(true);
      return false;
    }
    if (peer !== null && !peer.isOutdatedBy(signal)) return peer.isAddressed(signal);
    // The other side begins anew; y-webrtc would hand its offer to the dead attempt.
    peer?.close(true);
    if (signal.body.kind === 'candidates') return this.#begun.get(from) === signal.session;
    const isBeginning = signal.body.kind === 'call' || signal.body.description.type === 'offer';
    if (!isBeginning || signal.to !== null || !this.#room.isWelcome(from)) return false;
    if (this.#begun.size >= MAX_BEGUN) this.#begun.clear();
    this.#begun.set(from, signal.session);
    return true;
  }
}

/** y-webrtc gives its signalling socket nothing but an address: the gates are found by topic. */
const gates = new Map<string, SignalGate>();

/** Returns what takes the gate away again: nothing comes through then. */
export const guardTopic = (topic: string, gate: SignalGate): (() => void) => {
  gates.set(topic, gate);
  return () => {
    if (gates.get(topic) === gate) gates.delete(topic);
  };
};

/** Nothing of a room that is being left goes out any more: y-webrtc would announce it with each
 * connection that closes, and those who heard the farewell would meet it again. */
export const mayLeave = (topic: unknown): boolean => typeof topic === 'string' && gates.has(topic);

export const mayEnter = async (topic: unknown, data: unknown): Promise<boolean> =>
  typeof topic === 'string' && (await (gates.get(topic)?.admits(data) ?? false));
