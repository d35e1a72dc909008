// What the mesh needs of a way to one remote peer. In the page it is peer.ts over WebRTC; a simulation of
// many peers stands in pipes of its own and runs the same code above them.

import type { MeshPeer } from '../engine/ports.ts';
import type { ByteChannel } from './outbox.ts';

export interface Connection {
  /** Closed by somebody who did not say so: no event comes then. */
  readonly isBroken: boolean;
  /** For good. `isKnown`: the other side has ended it too. */
  close(isKnown?: boolean): void;
  path(): Promise<MeshPeer['path']>;
}

/** An open channel: keeps the order of what it carries, and loses nothing while it lives. */
export interface LinkChannel extends ByteChannel {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
}

/** Who has connections: told of each, decides how long they may take. */
export interface ConnectionHome {
  /** The fixed rule who of the two makes the offers: each side comes to the opposite answer. */
  offers(connection: Connection): boolean;
  peerBorn(connection: Connection): void;
  peerOpened(connection: Connection, channel: LinkChannel): void;
  peerClosed(connection: Connection): void;
}
