// A plain client of the rendezvous for tests: it waits for what it is told and never polls.

import { WebSocket } from 'ws';

export class SignallingClient {
  readonly socket: WebSocket;
  readonly received: unknown[] = [];
  /** The close code, once closed. */
  readonly closed: Promise<number>;
  #wake: () => void = () => undefined;

  private constructor(url: string, origin?: string) {
    this.socket = new WebSocket(url, origin === undefined ? {} : { origin });
    this.closed = new Promise((resolve) => this.socket.on('close', (code) => resolve(code)));
    this.socket.on('error', () => undefined);
    this.socket.on('message', (raw) => {
      this.received.push(JSON.parse(raw.toString()));
      this.#wake();
    });
  }

  /** Null where it was not let in. */
  static async tryOpen(url: string, origin?: string): Promise<SignallingClient | null> {
    const client = new SignallingClient(url, origin);
    const isOpen = await new Promise<boolean>((resolve) => {
      client.socket.on('open', () => resolve(true));
      client.socket.on('close', () => resolve(false));
    });
    return isOpen ? client : null;
  }

  static async open(url: string): Promise<SignallingClient> {
    const client = await SignallingClient.tryOpen(url);
    if (client === null) throw new Error(`Not let in at ${url}`);
    return client;
  }

  say(message: unknown): void {
    this.socket.send(JSON.stringify(message));
  }

  /** All that was said before has been dealt with once this resolves. */
  async settle(): Promise<void> {
    const before = this.received.length;
    this.say({ type: 'ping' });
    const isPong = (message: unknown): boolean => JSON.stringify(message) === '{"type":"pong"}';
    while (!this.received.slice(before).some(isPong)) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.received.splice(this.received.findIndex(isPong), 1);
  }

  async subscribe(...topics: readonly string[]): Promise<this> {
    this.say({ type: 'subscribe', topics });
    await this.settle();
    return this;
  }
}
