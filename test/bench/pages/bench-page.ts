// What every page of a bench puts up for it: one peer, and its own way to read and write. Nothing here
// knows which library the peer is of.

import * as Y from 'yjs';

import { presentLoop } from './loop.ts';
import { type Peer, type PeerOptions, type Seen, content, fill, read, write } from './peer.ts';

export interface BenchPage {
  open(options: PeerOptions): void;
  leave(): void;
  seen(): Seen;
  sees(name: string | null): boolean;
  caughtUpAt(): number | null;
  /** Resolves to whether it came in time; looks from within the page, which costs next to nothing. */
  catchUp(withinMs: number): Promise<boolean>;
  destroyConnection(): void;
  write(key: string, value: unknown): void;
  read(key: string): unknown;
  content(): string;
  fill(bytes: number, isOneSession?: boolean): void;
  /** Encodes the whole document and keeps that at hand; its length. */
  keepEncoded(): number;
  keptEncoded(): Uint8Array<ArrayBuffer>;
  /** Updates of this document as that library sends them: every other one with bytes changed at random, the
   * rest cut short. */
  sendSpoilt(count: number): void;
  /** Equal where two documents have the same changes. */
  vector(): string;
  /** The time of one `Y.applyUpdate` of these bytes into a new document. */
  applyMs(update: Uint8Array): number;
}

const LOOK_MS = 50;

declare global {
  var bench: BenchPage;
}

/** Some bytes are others; mostly it can still be read as something. */
const spoilt = (update: Uint8Array): Uint8Array => {
  const copy = update.slice();
  for (let each = 0; each < 3; each += 1) {
    copy[Math.floor(Math.random() * copy.length)] = Math.floor(Math.random() * 256);
  }
  return copy;
};

const cutShort = (message: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  message.slice(0, 1 + Math.floor(Math.random() * (message.length - 1)));

export const present = (peer: Peer): void => {
  const { doc } = peer;
  let kept = new Uint8Array();
  const page: BenchPage = {
    open: (options) => peer.open(options),
    leave: () => peer.leave(),
    seen: () => peer.seen(),
    sees: (name) => peer.sees(name),
    caughtUpAt: () => peer.caughtUpAt(),
    async catchUp(withinMs) {
      const end = performance.now() + withinMs;
      while (peer.caughtUpAt() === null && performance.now() < end)
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      return peer.caughtUpAt() !== null;
    },
    destroyConnection: () => peer.destroyConnection(),
    write: (key, value) => write(doc, key, value),
    read: (key) => read(doc, key),
    content: () => content(doc),
    fill: (bytes, isOneSession) => fill(doc, bytes, isOneSession),
    keepEncoded() {
      kept = new Uint8Array(Y.encodeStateAsUpdate(doc));
      return kept.length;
    },
    keptEncoded: () => kept,
    sendSpoilt(count) {
      const channels = globalThis.instruments.channels.filter(({ readyState }) => readyState === 'open');
      for (let each = 0; each < count; each += 1) {
        const update = Y.encodeStateAsUpdate(doc);
        const message = each % 2 === 0 ? peer.updateMessage(spoilt(update)) : cutShort(peer.updateMessage(update));
        for (const channel of channels) if (channel.readyState === 'open') channel.send(message);
      }
    },
    applyMs(update) {
      const begun = performance.now();
      Y.applyUpdate(new Y.Doc(), update);
      return performance.now() - begun;
    },
    vector: () => JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)),
  };
  Object.assign(globalThis, { bench: page });
  let other = '';
  presentLoop({
    open({ name, room, signalling }) {
      other = name === 'a' ? 'b' : 'a';
      peer.open({ name, room, password: 'secret', signalling: [signalling] });
      return Promise.resolve();
    },
    say: (turn) => write(doc, `turn of ${other === 'a' ? 'b' : 'a'}`, turn),
    heard: () => Number(read(doc, `turn of ${other}`) ?? 0),
  });
};
