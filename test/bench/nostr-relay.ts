// The part of a Nostr relay (NIP-01) that Trystero's documented way to meet needs, on loopback: events go
// to those who asked for their kind and topic. Trystero's own relay is not in the registry.

import { type WebSocket, WebSocketServer } from 'ws';
import type { AddressInfo } from 'node:net';

interface NostrEvent {
  readonly id: string;
  readonly kind: number;
  readonly tags: readonly (readonly string[])[];
}

interface Filter {
  readonly kinds?: readonly number[];
  readonly '#x'?: readonly string[];
}

export interface NostrRelay {
  readonly url: string;
  close(): void;
}

const fits = ({ kinds, '#x': topics }: Filter, { kind, tags }: NostrEvent): boolean =>
  (kinds?.includes(kind) ?? true) &&
  (topics === undefined || tags.some(([name, topic]) => name === 'x' && topics.includes(topic ?? '')));

export const startNostrRelay = async (): Promise<NostrRelay> => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  const wishes = new Map<WebSocket, Map<string, readonly Filter[]>>();
  server.on('connection', (socket) => {
    const own = new Map<string, readonly Filter[]>();
    wishes.set(socket, own);
    socket.on('close', () => wishes.delete(socket));
    socket.on('message', (text) => {
      const [word, first, ...rest] = JSON.parse(String(text)) as [string, unknown, ...unknown[]];
      if (word === 'REQ') {
        own.set(String(first), rest as Filter[]);
        socket.send(JSON.stringify(['EOSE', first]));
      }
      if (word === 'CLOSE') own.delete(String(first));
      if (word !== 'EVENT') return;
      const event = first as NostrEvent;
      socket.send(JSON.stringify(['OK', event.id, true, '']));
      for (const [other, wanted] of wishes)
        for (const [name, filters] of wanted)
          if (filters.some((filter) => fits(filter, event))) other.send(JSON.stringify(['EVENT', name, event]));
    });
  });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
};
