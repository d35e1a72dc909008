// The loop's peer on Trystero, which the bench installs and serves beside this page. It meets through a
// Nostr relay, its default; no STUN server.

import './instruments.ts';

import { presentLoop } from './loop.ts';

interface Action {
  send(turn: number): Promise<unknown>;
  onMessage: ((turn: number) => void) | null;
}

interface Library {
  joinRoom(
    config: { appId: string; password: string; relayConfig: { urls: string[] }; rtcConfig: RTCConfiguration },
    room: string,
  ): { makeAction(name: string): Action };
}

/** Outside of this bundle. */
const LIBRARY = '/trystero.js';

let action: Action | null = null;
let highest = 0;

presentLoop({
  async open({ room, signalling }) {
    const { joinRoom } = (await import(/* @vite-ignore */ LIBRARY)) as Library;
    const joined = joinRoom(
      { appId: 'bench', password: 'secret', relayConfig: { urls: [signalling] }, rtcConfig: { iceServers: [] } },
      room,
    );
    action = joined.makeAction('turn');
    action.onMessage = (turn) => (highest = Math.max(highest, turn));
  },
  say: (turn) => void action?.send(turn).catch(() => undefined),
  heard: () => highest,
});
