// Somebody at the rendezvous who is no peer, in a page of its own: says what a bench tells it to say.

import { RoomStranger } from '../../support/room-stranger.ts';

export interface StrangerPage {
  enter(url: string, room: string, password: string): Promise<void>;
  announce(count: number): Promise<void>;
  /** Answers an offer that nobody made. */
  answer(): Promise<void>;
}

declare global {
  var stranger: StrangerPage;
}

let stranger: RoomStranger | null = null;

const page: StrangerPage = {
  async enter(url, room, password) {
    stranger = await RoomStranger.open(url, room, password);
  },
  async announce(count) {
    for (let each = 0; each < count; each += 1) await stranger?.announce(`ghost ${each}`);
  },
  async answer() {
    await stranger?.publishSealed({ type: 'signal', from: 'ghost', token: 1, signal: { type: 'answer', sdp: 'v=0' } });
  },
};

Object.assign(globalThis, { stranger: page });
