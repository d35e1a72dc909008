// One attempt to connect to one remote peer; stands in for simple-peer in y-webrtc (vite.config.ts), so
// that the whole network is ours. One channel agreed on beforehand (`negotiated`, id 0): neither
// side waits for the other to open it (W2). Decides when a connection is over, and tells the other
// side, so that it does not wait. Leaves out what travels (link.ts), and how long to wait and who makes
// the offer (neighbours.ts). y-webrtc's own sync is of an empty document and is not sent.

import { ObservableV2 } from 'lib0/observable';

import type { Connection, ConnectionHome } from './connection.ts';
import { Negotiation } from './negotiation.ts';
import { pathOf } from './path.ts';
import { type Signal, isLaterSession, nextSession, parseSignal, writeSignal } from './signal.ts';

export interface PeerOptions {
  readonly initiator: boolean;
  readonly config: RTCConfiguration;
  readonly home: ConnectionHome;
}

interface PeerEvents {
  signal: (signal: Signal) => void;
  close: () => void;
  connect: () => void;
  data: (message: Uint8Array) => void;
  error: (error: Error) => void;
}

/** Servers that the browser does not take are left out: a setting must not keep a desk from its team. */
const openConnection = (config: RTCConfiguration): RTCPeerConnection => {
  try {
    return new RTCPeerConnection(config);
  } catch {
    return new RTCPeerConnection({ ...config, iceServers: [] });
  }
};

export class Peer extends ObservableV2<PeerEvents> implements Connection {
  readonly session = nextSession();
  readonly #home: ConnectionHome;
  readonly #pc: RTCPeerConnection;
  readonly #channel: RTCDataChannel;
  readonly #negotiation: Negotiation;
  #remote: string | null = null;
  #state: 'opening' | 'open' | 'closed' = 'opening';

  constructor({ initiator, config, home }: PeerOptions) {
    super();
    this.#home = home;
    this.#pc = openConnection(config);
    this.#channel = this.#pc.createDataChannel('mesh', { negotiated: true, id: 0 });
    this.#channel.binaryType = 'arraybuffer';
    this.#negotiation = new Negotiation(this.#pc, initiator, {
      offers: () => home.offers(this),
      send: (body) => this.emit('signal', [writeSignal(this.session, this.#remote, body)]),
    });
    this.#channel.onopen = () => this.#opened();
    this.#channel.onclose = () => this.close();
    this.#pc.onconnectionstatechange = () => {
      // A path that broke may be found anew at once; if it is not, silence ends the connection.
      if (this.#pc.connectionState === 'failed') this.#negotiation.restart();
    };
    home.peerBorn(this);
  }

  /** The other side's attempt; null until it has answered. */
  get remote(): string | null {
    return this.#remote;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  signal(value: unknown): void {
    const signal = parseSignal(value);
    if (signal === null || !this.isAddressed(signal)) return;
    this.#remote = signal.session;
    this.#negotiation.take(signal);
  }

  /** The other side is there and has not answered: perhaps it was not, when it was spoken to. */
  repeat(): void {
    if (this.#state === 'opening' && this.#remote === null) this.#negotiation.repeat();
  }

  /** It is about this attempt, and not of an earlier or a later one of the other side. */
  isAddressed(signal: Signal): boolean {
    return (
      (signal.to === null || signal.to === this.session) && (this.#remote === null || this.#remote === signal.session)
    );
  }

  /** The other side has begun anew: this attempt is dead there. */
  isOutdatedBy(signal: Signal): boolean {
    return this.#remote !== null && isLaterSession(signal.session, this.#remote);
  }

  /** What y-webrtc would send: see the head of this file. */
  send(): void {}

  /** Null while there is no path, or the browser does not tell. */
  async path(): Promise<'direct' | 'relayed' | null> {
    const stats = await this.#pc.getStats().catch(() => null);
    return stats === null ? null : pathOf(stats);
  }

  /** Closed by somebody who did not say so: no event comes then. */
  get isBroken(): boolean {
    return this.#pc.signalingState === 'closed' || (this.isOpen && this.#channel.readyState !== 'open');
  }

  /** y-webrtc's word for it. */
  override destroy(): void {
    this.close();
  }

  /** For good; y-webrtc then announces this page anew. `isKnown`: the other side has ended it too. */
  close(isKnown = false): void {
    if (this.#state === 'closed') return;
    if (!isKnown) this.emit('signal', [writeSignal(this.session, this.#remote, { kind: 'over' })]);
    this.#state = 'closed';
    this.#channel.onopen = null;
    this.#channel.onclose = null;
    this.#channel.onmessage = null;
    this.#pc.onconnectionstatechange = null;
    this.#channel.close();
    this.#pc.close();
    this.#home.peerClosed(this);
    this.emit('close', []);
  }

  #opened(): void {
    if (this.#state !== 'opening') return;
    this.#state = 'open';
    this.#home.peerOpened(this, this.#channel);
    this.emit('connect', []);
  }
}

// oxlint-disable-next-line import/no-default-export -- y-webrtc imports simple-peer's class by default.
export default Peer;
