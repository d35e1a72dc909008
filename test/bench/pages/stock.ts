// The bench's peer on y-webrtc as it comes, simple-peer and all: bundled without the product's aliases.
// ICE servers none, and the signalling it is given: the packages' defaults are third parties (W12).

import './instruments.ts';

import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import { WebrtcProvider } from 'y-webrtc';
import * as Y from 'yjs';

import { present } from './bench-page.ts';

interface StockConnection {
  readonly connected: boolean;
  readonly synced: boolean;
  destroy(): void;
}

interface StockProvider {
  readonly room: { readonly webrtcConns: ReadonlyMap<string, StockConnection> } | null;
  readonly awareness: {
    setLocalState(state: unknown): void;
    getStates(): ReadonlyMap<number, { readonly name?: string }>;
  };
  destroy(): void;
}

type Stock = new (room: string, doc: Y.Doc, options?: object) => StockProvider;

const doc = new Y.Doc();
const Provider = WebrtcProvider as unknown as Stock;
let provider: StockProvider | null = null;
let caughtUpAt: number | null = null;

const connections = (): readonly StockConnection[] => [...(provider?.room?.webrtcConns.values() ?? [])];

present({
  doc,
  open({ name, room, password, signalling, isByDefault = false, isSilent = false }) {
    const signaling = signalling.length === 0 ? {} : { signaling: [...signalling] };
    const options = { ...signaling, password, peerOpts: { config: { iceServers: [] } } };
    provider = new Provider(room, doc, isByDefault ? signaling : options);
    if (!isSilent) provider.awareness.setLocalState({ name });
    const watching = setInterval(() => {
      if (!connections().some(({ connected, synced }) => connected && synced)) return;
      caughtUpAt = performance.now();
      clearInterval(watching);
    }, 5);
  },
  leave: () => provider?.destroy(),
  seen() {
    const connected = connections().filter((connection) => connection.connected);
    return {
      connected: connected.length,
      places: connections().length,
      isSynced: connected.length > 0 && connected.every(({ synced }) => synced),
    };
  },
  sees: (name) =>
    [...(provider?.awareness.getStates() ?? [])].some(
      ([id, state]) => id !== doc.clientID && (name === null || state.name === name),
    ),
  caughtUpAt: () => caughtUpAt,
  updateMessage: (update) =>
    new Uint8Array(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0);
        syncProtocol.writeUpdate(encoder, update);
      }),
    ),
  destroyConnection: () => connections()[0]?.destroy(),
});
