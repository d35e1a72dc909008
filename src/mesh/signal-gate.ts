// Stands before y-webrtc's reading of the rendezvous: only what opens with the team's key, has the
// right shape and belongs to an attempt that still lives comes through. y-webrtc alone answers garbage
// with uncaught errors and keeps attempts that are over. Each message is read once here and once by
// y-webrtc: it is small, and y-webrtc's encryption stays as it is.

import * as buffer from 'lib0/buffer';
import * as decoding from 'lib0/decoding';
import * as v from 'valibot';

import type { Peer } from './peer.ts';
import { type Signal, parseSignal } from './signal.ts';

const MAX_DATA = 64 * 1024;
const MAX_OFFERS = 256;

/** What the gate must know of the room it stands before. */
export interface GatedRoom {
  readonly key: CryptoKey;
  readonly ownId: string;
  peerOf(remote: string): Peer | null;
  isShunned(remote: string): boolean;
}

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

const envelope = v.variant('type', [
  v.object({ type: v.literal('announce'), from: name }),
  v.object({ type: v.literal('signal'), from: name, to: name, token: v.optional(v.number()), signal: v.unknown() }),
]);

/** As y-webrtc seals it. Throws on anything else. */
const open = async (data: string, key: CryptoKey): Promise<unknown> => {
  const decoder = decoding.createDecoder(buffer.fromBase64(data));
  if (decoding.readVarString(decoder) !== 'AES-GCM') return null;
  const iv = new Uint8Array(decoding.readVarUint8Array(decoder));
  const sealed = new Uint8Array(decoding.readVarUint8Array(decoder));
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
  return decoding.readAny(decoding.createDecoder(new Uint8Array(plain)));
};

export class SignalGate {
  readonly #room: GatedRoom;
  /** Offers let through: their candidates may overtake them while y-webrtc opens them. */
  readonly #offers = new Map<string, string>();

  constructor(room: GatedRoom) {
    this.#room = room;
  }

  async admits(data: unknown): Promise<boolean> {
    if (typeof data !== 'string' || data.length > MAX_DATA) return false;
    const content = await open(data, this.#room.key).catch(() => null);
    const parsed = v.safeParse(envelope, content);
    if (!parsed.success) return false;
    const { output } = parsed;
    if (output.from === this.#room.ownId || this.#room.isShunned(output.from)) return false;
    if (output.type === 'announce') return true;
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
    if (signal.body.kind === 'candidates') return this.#offers.get(from) === signal.session;
    if (signal.body.description.type !== 'offer' || signal.to !== null) return false;
    if (this.#offers.size >= MAX_OFFERS) this.#offers.clear();
    this.#offers.set(from, signal.session);
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

export const mayEnter = async (topic: unknown, data: unknown): Promise<boolean> =>
  typeof topic === 'string' && (await (gates.get(topic)?.admits(data) ?? false));
