// What runs in each frame of the browser tests: one page, one realm, one copy of every module, as a
// laptop of its own would have it. `isCut` makes it deaf and mute, for its rendezvous as for its peers;
// `holdTimersBack` does to its timers what a browser does to a page that nobody sees; `sleep` is what a
// laptop's clocks show after one.

import * as Y from 'yjs';

import { asWallMs } from '../../src/domain/ids.ts';
import type { Clock } from '../../src/engine/ports.ts';
import { createMesh } from '../../src/mesh/mesh.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { Station } from './mesh-station.ts';

export interface StationPageOptions {
  readonly name: string;
  readonly room: string;
  readonly password: string;
  readonly rendezvous: readonly string[];
  readonly tabsKey: string;
  readonly profile: string;
}

export interface StationPage {
  readonly channels: RTCDataChannel[];
  readonly connections: RTCPeerConnection[];
  readonly sockets: WebSocket[];
  isCut: boolean;
  readonly errors: string[];
  open(options: StationPageOptions): Station;
  holdTimersBack(): void;
  sleep(ms: number): void;
}

let sleptMs = 0;

const clock: Clock = { mono: () => systemClock.mono(), wall: () => asWallMs(systemClock.wall() + sleptMs) };

const page: StationPage = {
  channels: [],
  connections: [],
  sockets: [],
  isCut: false,
  errors: [],
  open({ name, profile, ...options }) {
    const doc = new Y.Doc();
    return new Station(name, doc, createMesh({ ...options, doc, clock }), profile);
  },
  holdTimersBack() {
    const { setTimeout: later } = globalThis;
    globalThis.setTimeout = ((run: () => void, ms = 0) => later(run, ms + 60_000)) as typeof setTimeout;
    globalThis.setInterval = ((run: () => void) => later(run, 60_000)) as unknown as typeof setInterval;
  },
  sleep(ms) {
    sleptMs += ms;
  },
};

const muffle = (prototype: RTCDataChannel | WebSocket): void => {
  const own = prototype.send as (this: unknown, content: unknown) => void;
  prototype.send = function send(this: unknown, content: unknown): void {
    if (!page.isCut) own.call(this, content);
  };
  const onmessage = Object.getOwnPropertyDescriptor(prototype, 'onmessage');
  Object.defineProperty(prototype, 'onmessage', {
    set(this: unknown, listener: ((event: MessageEvent) => void) | null) {
      onmessage?.set?.call(this, listener && ((event: MessageEvent) => (page.isCut ? undefined : listener(event))));
    },
  });
};

muffle(RTCDataChannel.prototype);
muffle(WebSocket.prototype);

globalThis.WebSocket = class extends WebSocket {
  constructor(...args: ConstructorParameters<typeof WebSocket>) {
    super(...args);
    page.sockets.push(this);
  }
};

const createDataChannel = RTCPeerConnection.prototype.createDataChannel;
RTCPeerConnection.prototype.createDataChannel = function create(...args): RTCDataChannel {
  const channel = createDataChannel.apply(this, args);
  page.channels.push(channel);
  page.connections.push(this);
  return channel;
};

addEventListener('error', (event) => page.errors.push(String(event.error)));
addEventListener('unhandledrejection', (event) => page.errors.push(String(event.reason)));

Object.assign(globalThis, { stationPage: page });
