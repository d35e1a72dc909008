// The bench's peer on the product's own mesh, bundled as the product is.

import './instruments.ts';
import './raw.ts';

import * as Y from 'yjs';

import { asAgentId, asDeviceId } from '../../../src/domain/ids.ts';
import type { Mesh } from '../../../src/engine/ports.ts';
import { wholeFrame } from '../../../src/mesh/frame.ts';
import { createMesh } from '../../../src/mesh/mesh.ts';
import { writeUpdate } from '../../../src/mesh/sync-message.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { present } from './bench-page.ts';

const doc = new Y.Doc();
const heard = new Set<string>();
let mesh: Mesh | null = null;
let caughtUpAt: number | null = null;

present({
  doc,
  open({ name, room, password, signalling }) {
    mesh = createMesh({ doc, room, password, rendezvous: signalling, tabsKey: room, clock: systemClock });
    mesh.subscribe((event) => {
      if (event.kind === 'caughtUp') caughtUpAt ??= performance.now();
      if (event.kind === 'heard') heard.add(event.from.peer);
      if (event.kind === 'lost' || event.kind === 'farewell') heard.delete(event.peer);
    });
    mesh.announce({ device: asDeviceId(`device-${name}`), agent: asAgentId(name), peer: name, isCaughtUp: false });
    mesh.connect();
  },
  leave: () => mesh?.disconnect(),
  seen() {
    const peers = mesh?.status().peers ?? [];
    const connected = peers.filter(({ state }) => state === 'connected');
    return {
      connected: connected.length,
      places: peers.length,
      isSynced: connected.length > 0 && connected.every(({ isSynced }) => isSynced),
    };
  },
  sees: (name) => (name === null ? heard.size > 0 : heard.has(name)),
  caughtUpAt: () => caughtUpAt,
  updateMessage: (update) => wholeFrame(writeUpdate(update)),
  destroyConnection: () => globalThis.instruments.connections.at(-1)?.close(),
});
