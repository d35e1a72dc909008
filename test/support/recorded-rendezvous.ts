// A rendezvous that is listened to: it stands before the real one and keeps whatever anybody told it: each request
// with its headers and body, and each signal in either direction. The files of the app, which everybody may have,
// pass through unkept.

import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { WebSocket, WebSocketServer } from 'ws';

import type { RendezvousProcess } from './rendezvous-process.ts';

export class RecordedRendezvous {
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #kept: Buffer[] = [];
  readonly #port: number;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.#port = port;
  }

  static async before(real: RendezvousProcess): Promise<RecordedRendezvous> {
    const server = createServer();
    const recorded = new RecordedRendezvous(server, real.port);
    server.on('request', (request, response) => {
      recorded.#note(request);
      const { method, url, headers } = request;
      const onward = ask({ host: 'localhost', port: real.port, method, path: url, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.on('data', (part: Buffer) => recorded.#kept.push(part));
      request.pipe(onward);
    });
    server.on('upgrade', (request, socket, head) => {
      recorded.#note(request);
      recorded.#sockets.handleUpgrade(request, socket, head, (client) => recorded.#join(client, request));
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    return recorded;
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** All that it was told, and all signals that it passed on. */
  get traffic(): Buffer {
    return Buffer.concat(this.#kept);
  }

  async close(): Promise<void> {
    for (const client of this.#sockets.clients) client.terminate();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #note({ method, url, rawHeaders }: IncomingMessage): void {
    this.#kept.push(Buffer.from(`${method} ${url}\n${rawHeaders.join('\n')}\n`));
  }

  #join(client: WebSocket, { url, headers }: IncomingMessage): void {
    const { origin = '', host = '' } = headers;
    const real = new WebSocket(`ws://localhost:${this.#port}${url}`, { headers: { origin, host } });
    const early: string[] = [];
    const pass = (to: WebSocket, text: string): void => {
      this.#kept.push(Buffer.from(`${text}\n`));
      if (to.readyState === WebSocket.OPEN) to.send(text);
      else early.push(text);
    };
    real.on('open', () => {
      for (const text of early) real.send(text);
    });
    client.on('message', (raw) => pass(real, String(raw)));
    real.on('message', (raw) => pass(client, String(raw)));
    for (const [one, other] of [
      [client, real],
      [real, client],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.terminate());
    }
  }
}
