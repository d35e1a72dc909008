// One room of y-webrtc, opened and closed. y-webrtc does the meeting: topics, announcements, sealed
// signals, the table of connections. It is given a document of its own that stays empty: handed the
// team's, it would encode all of it at each start, encrypt every change for other tabs, and send each
// on N times (docs/decisions/0002). It is given no third party, and no say in when a page goes (W6).

import { Awareness } from 'y-protocols/awareness';
import { WebrtcProvider } from 'y-webrtc';
import * as Y from 'yjs';

import type { Connection, ConnectionHome } from './connection.ts';
import type { Peer } from './peer.ts';
import { seal } from './seal.ts';
import { type GatedRoom, SignalGate, guardTopic } from './signal-gate.ts';

/** y-webrtc's own bound, out of the way: circle.ts decides to whom this page connects. */
const MAX_CONNECTIONS = 1_024;

export interface RoomOptions {
  readonly room: string;
  readonly password: string;
  readonly rendezvous: readonly string[];
  iceServers(): readonly RTCIceServer[];
  readonly home: ConnectionHome;
  isShunned(remote: string): boolean;
  isSought(remote: string): boolean;
  isWelcome(remote: string): boolean;
  /** The page at the other end says through the rendezvous that it goes. */
  parted(peer: Peer, isLeaving: boolean): void;
  /** A line to a rendezvous opened or broke. */
  onLine(): void;
}

/** y-webrtc throws, where nobody can catch it, if a room is opened while its namesake still closes. */
const closings = new Map<string, Promise<void>>();

export const whenFree = (room: string): Promise<void> => closings.get(room) ?? Promise.resolve();

export class WebrtcRoom {
  readonly #options: RoomOptions;
  readonly #shadow = new Y.Doc();
  readonly #provider: WebrtcProvider;
  #unguard: () => void = () => undefined;
  #isClosed = false;
  /** Sealed beforehand: a page that goes has no time for it. */
  readonly #farewells = new Map<boolean, string>();

  constructor(options: RoomOptions) {
    this.#options = options;
    const awareness = new Awareness(this.#shadow);
    // Nobody's presence travels this way: any peer could overwrite another's.
    awareness.setLocalState(null);
    this.#provider = new WebrtcProvider(options.room, this.#shadow, {
      signaling: [...options.rendezvous],
      password: options.password,
      awareness,
      maxConns: MAX_CONNECTIONS,
      filterBcConns: false,
      peerOpts: {
        // y-webrtc reads it for each connection.
        get config(): RTCConfiguration {
          return { iceServers: [...options.iceServers()] };
        },
        home: options.home,
      },
    });
    for (const line of this.#provider.signalingConns) {
      line.on('connect', options.onLine);
      line.on('disconnect', options.onLine);
    }
    void this.#provider.key.then((key) => this.#opened(key));
  }

  lines(): readonly { readonly url: string; readonly isConnected: boolean }[] {
    const lines: readonly { url: string; connected: boolean }[] = this.#provider.signalingConns;
    return lines.map(({ url, connected }) => ({ url, isConnected: connected }));
  }

  hurry(isNew: boolean): void {
    for (const line of this.#provider.signalingConns) line.hurry(isNew);
  }

  get ownId(): string {
    return this.#provider.room?.peerId ?? '';
  }

  remoteIdOf(peer: Connection): string | null {
    for (const [remote, connection] of this.#provider.room?.webrtcConns ?? []) {
      if (connection.peer === peer) return remote;
    }
    return null;
  }

  /** Tells everyone in the room that this page goes; from then on it hears and says nothing there. */
  part(isLeaving: boolean): void {
    const { room } = this.#options;
    const data = this.#farewells.get(isLeaving);
    if (data !== undefined)
      for (const line of this.#provider.signalingConns) line.send({ type: 'publish', topic: room, data });
    this.#unguard();
  }

  /** After `part`, and after the time that farewells need to leave this page. */
  close(afterMs: number): Promise<void> {
    const closing = this.#close(afterMs);
    closings.set(this.#options.room, closing);
    return closing;
  }

  async #close(afterMs: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    this.#isClosed = true;
    this.#unguard();
    this.#provider.disconnect();
    this.#provider.destroy();
    await this.#provider.key;
    this.#shadow.destroy();
  }

  #opened(key: CryptoKey | null): void {
    const { room } = this.#provider;
    if (this.#isClosed || room === null || key === null) return;
    // A click on a mailto: or download link fires it, and the room would be left for good.
    removeEventListener('beforeunload', room._beforeUnloadHandler);
    const gated: GatedRoom = {
      key,
      ownId: room.peerId,
      peerOf: (remote) => (room.webrtcConns.get(remote)?.peer as Peer | undefined) ?? null,
      isShunned: (remote) => this.#options.isShunned(remote),
      isSought: (remote) => this.#options.isSought(remote),
      isWelcome: (remote) => this.#options.isWelcome(remote),
      parted: (peer, isLeaving) => this.#options.parted(peer, isLeaving),
    };
    for (const isLeaving of [true, false]) {
      const farewell = { type: 'farewell', from: room.peerId, isLeaving };
      void seal(farewell, key).then((sealed) => this.#farewells.set(isLeaving, sealed));
    }
    this.#unguard = guardTopic(this.#options.room, new SignalGate(gated));
  }
}
