// Attempts that are not connected yet. Each is given up after a time that grows with every failure of
// the same remote peer (patience.ts), so that none keeps its place for ever (W2, W7).

import type { MeshPeer } from '../engine/ports.ts';
import type { Connection } from './connection.ts';
import type { Patience } from './patience.ts';

interface Wait {
  readonly since: number;
  patienceMs: number | null;
}

/** How one of them reads. */
export const CONNECTING: MeshPeer = {
  device: null,
  state: 'connecting',
  path: null,
  roundTripMs: null,
  lastHeardMs: null,
  sentBytes: 0,
  receivedBytes: 0,
  pendingBytes: 0,
  isSynced: false,
};

export class HalfOpen {
  readonly #waits = new Map<Connection, Wait>();
  readonly #patience: Patience;
  readonly #remoteIdOf: (peer: Connection) => string | null;

  constructor(patience: Patience, remoteIdOf: (peer: Connection) => string | null) {
    this.#patience = patience;
    this.#remoteIdOf = remoteIdOf;
  }

  get count(): number {
    return this.#waits.size;
  }

  born(peer: Connection, now: number): void {
    this.#waits.set(peer, { since: now, patienceMs: null });
  }

  opened(peer: Connection): void {
    this.#waits.delete(peer);
    this.#patience.opened(this.#nameOf(peer));
  }

  closed(peer: Connection): void {
    this.#waits.delete(peer);
  }

  tick(now: number): void {
    for (const [peer, wait] of this.#waits) {
      wait.patienceMs ??= this.#patience.halfOpenMs(this.#nameOf(peer));
      if (now - wait.since < wait.patienceMs) continue;
      this.#patience.failed(this.#nameOf(peer));
      peer.close();
    }
  }

  #nameOf(peer: Connection): string {
    return this.#remoteIdOf(peer) ?? '';
  }
}
