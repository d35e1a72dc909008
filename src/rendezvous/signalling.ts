// The meeting point: passes on what peers say to those who listen to the same topic, in y-webrtc's
// protocol. It understands no content and keeps nothing. Whoever sends what it must not loses its own
// connection and nothing else happens: no frame and no broken socket reaches the process.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { WebSocket, WebSocketServer, type RawData } from 'ws';

import { parseFrame, type Frame } from './frame.ts';
import { fullBucket, takeFrom, type Limits } from './limits.ts';
import { isTrustedOrigin } from './origin.ts';
import { Pacing } from './pacing.ts';
import { Topics } from './topics.ts';

const EXPEL_GRACE_MS = 1000;

const refuseUpgrade = (socket: Duplex, status: string): void => {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const textOf = (raw: RawData): string =>
  (Array.isArray(raw)
    ? Buffer.concat(raw)
    : Buffer.from(raw instanceof ArrayBuffer ? new Uint8Array(raw) : raw)
  ).toString();

export class Signalling {
  readonly #limits: Limits;
  readonly #topics: Topics<WebSocket>;
  readonly #pacing = new Pacing<WebSocket>();
  readonly #sockets: WebSocketServer;
  readonly #perAddress = new Map<string, number>();
  readonly #unanswered = new Set<WebSocket>();
  readonly #pinging: NodeJS.Timeout;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#topics = new Topics(limits.topicsPerConnection);
    this.#sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes, perMessageDeflate: false });
    this.#pinging = setInterval(() => this.#pingAll(), limits.pingIntervalMs).unref();
  }

  /** For the 'upgrade' event of a server, once the path is known to be the rendezvous. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const address = request.socket.remoteAddress ?? 'unknown';
    const isFull =
      this.#sockets.clients.size >= this.#limits.connections ||
      (this.#perAddress.get(address) ?? 0) >= this.#limits.connectionsPerAddress;
    if (!isTrustedOrigin(request.headers.origin, request.headers.host)) refuseUpgrade(socket, '403 Forbidden');
    else if (isFull) refuseUpgrade(socket, '503 Service Unavailable');
    else this.#sockets.handleUpgrade(request, socket, head, (client) => this.#welcome(client, address));
  }

  close(): void {
    clearInterval(this.#pinging);
    for (const client of this.#sockets.clients) client.terminate();
    this.#sockets.close();
  }

  #welcome(client: WebSocket, address: string): void {
    this.#perAddress.set(address, (this.#perAddress.get(address) ?? 0) + 1);
    let messages = fullBucket(this.#limits.messages, performance.now());
    let bytes = fullBucket(this.#limits.bytes, performance.now());
    // ws closes the connection itself after an error (a frame too large, not UTF-8); unheard, it would throw.
    client.on('error', () => undefined);
    client.on('pong', () => this.#unanswered.delete(client));
    client.on('close', () => {
      this.#topics.leave(client);
      this.#pacing.leave(client);
      this.#unanswered.delete(client);
      const left = (this.#perAddress.get(address) ?? 1) - 1;
      if (left > 0) this.#perAddress.set(address, left);
      else this.#perAddress.delete(address);
    });
    client.on('message', (raw, isBinary) => {
      // Frames that were already read still arrive after the close.
      if (client.readyState !== WebSocket.OPEN) return;
      if (isBinary) return this.#expel(client, 1003, 'text only');
      const text = textOf(raw);
      const messagesLeft = takeFrom(messages, 1, this.#limits.messages, performance.now());
      const bytesLeft = takeFrom(bytes, text.length, this.#limits.bytes, performance.now());
      if (messagesLeft === null || bytesLeft === null) return this.#expel(client, 1008, 'too many messages');
      messages = messagesLeft;
      bytes = bytesLeft;
      const parsed = parseFrame(text, this.#limits);
      if ('refusal' in parsed) return this.#expel(client, parsed.refusal.code, parsed.refusal.reason);
      this.#obey(client, parsed.frame);
    });
  }

  #obey(client: WebSocket, frame: Frame): void {
    switch (frame.type) {
      case 'subscribe':
        if (!frame.topics.every((topic) => this.#topics.subscribe(client, topic)))
          return this.#expel(client, 1008, 'too many topics');
        if (frame.perSecond !== null)
          for (const topic of frame.topics) this.#pacing.ask(client, topic, frame.perSecond);
        return;
      case 'unsubscribe':
        for (const topic of frame.topics) {
          this.#topics.unsubscribe(client, topic);
          this.#pacing.unask(client, topic);
        }
        return;
      case 'publish':
        return this.#pacing.pass(client, frame.topic, () => this.#publish(frame));
      case 'ping':
        return this.#send(client, '{"type":"pong"}');
      case 'unknown':
        return;
    }
  }

  #publish({ topic, data }: Frame & { type: 'publish' }): void {
    const listeners = this.#topics.listeners(topic);
    const text = `{"type":"publish","topic":${JSON.stringify(topic)},"clients":${listeners.length},"data":${data}}`;
    for (const listener of listeners) this.#send(listener, text);
  }

  /** A client that goes on sending instead of closing is cut off. */
  #expel(client: WebSocket, code: number, reason: string): void {
    client.close(code, reason);
    setTimeout(() => client.terminate(), EXPEL_GRACE_MS).unref();
  }

  #send(client: WebSocket, text: string): void {
    if (client.readyState !== WebSocket.OPEN) return;
    if (client.bufferedAmount > this.#limits.backlogBytes) client.terminate();
    else client.send(text, () => undefined);
  }

  #pingAll(): void {
    for (const client of this.#sockets.clients) {
      if (this.#unanswered.has(client)) client.terminate();
      else if (client.readyState === WebSocket.OPEN) {
        this.#unanswered.add(client);
        client.ping(() => undefined);
      }
    }
  }
}
