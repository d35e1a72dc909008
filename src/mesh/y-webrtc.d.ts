// The parts of y-webrtc that are used. The package has types, but names them after its code in
// `exports`, where a compiler does not look for them any more.

declare module 'y-webrtc' {
  import type { Awareness } from 'y-protocols/awareness';
  import type * as Y from 'yjs';

  export interface Room {
    readonly peerId: string;
    readonly webrtcConns: ReadonlyMap<string, { readonly peer: unknown }>;
    readonly _beforeUnloadHandler: () => void;
  }

  export interface SignallingLine {
    readonly url: string;
    readonly connected: boolean;
    send(message: unknown): void;
    hurry(isNew: boolean): void;
    on(event: 'connect' | 'disconnect', listener: () => void): void;
  }

  export class WebrtcProvider {
    constructor(
      room: string,
      doc: Y.Doc,
      options: {
        signaling: string[];
        password: string;
        awareness: Awareness;
        maxConns: number;
        filterBcConns: boolean;
        peerOpts: object;
      },
    );
    readonly key: PromiseLike<CryptoKey | null>;
    readonly room: Room | null;
    readonly signalingConns: readonly SignallingLine[];
    disconnect(): void;
    destroy(): void;
  }
}
