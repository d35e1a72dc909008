// A line to the rendezvous, apart from the team's own: what comes in here, be it ten thousand knocks, keeps
// nothing of the team's waiting. Speaks the protocol of src/rendezvous. Tries again for ever, never all in
// the same moment. Nothing it hears throws.

import type { Timers } from './timers.ts';

const PING_MS = 10_000;
const SILENT_MS = 25_000;
const OPEN_MS = 5_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

export interface LineOptions {
  readonly url: string;
  readonly timers: Timers;
  heard(topic: string, content: unknown): void;
  /** It opened or broke. */
  changed(): void;
}

const jsonOf = (text: unknown): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : null;
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
};

export class Line {
  readonly #options: LineOptions;
  /** And how many messages a second of it are wanted at most; null: all. */
  readonly #topics = new Map<string, number | null>();
  #socket: WebSocket | null = null;
  #failures = 0;
  #heardAt = 0;
  #stop: () => void = () => undefined;
  #isClosed = false;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#dial();
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** A rendezvous that knows `perSecond` holds back those who send more. */
  subscribe(topic: string, perSecond: number | null = null): void {
    this.#topics.set(topic, perSecond);
    this.#ask(topic, perSecond);
  }

  unsubscribe(topic: string): void {
    if (this.#topics.delete(topic)) this.#send({ type: 'unsubscribe', topics: [topic] });
  }

  /** False where the line is not open: nothing is kept. */
  publish(topic: string, content: unknown): boolean {
    return this.#send({ type: 'publish', topic, data: content });
  }

  /** Now rather than later: the network is back, or the page is looked at again. */
  hurry(): void {
    if (!this.isOpen) this.#dial();
  }

  close(): void {
    this.#isClosed = true;
    this.#hangUp();
  }

  #ask(topic: string, perSecond: number | null): void {
    this.#send({ type: 'subscribe', topics: [topic], ...(perSecond === null ? {} : { perSecond }) });
  }

  #send(message: unknown): boolean {
    if (!this.isOpen) return false;
    this.#socket?.send(JSON.stringify(message));
    return true;
  }

  #dial(): void {
    this.#hangUp();
    if (this.#isClosed) return;
    try {
      const socket = new WebSocket(this.#options.url);
      this.#socket = socket;
      socket.onopen = () => this.#opened();
      socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#heard(data);
      socket.onclose = () => this.#lost();
      this.#stop = this.#options.timers.after(OPEN_MS, () => this.#lost());
    } catch {
      // An address that this page may not use: it stays unreachable.
      this.#lost();
    }
  }

  #opened(): void {
    this.#failures = 0;
    this.#heardAt = this.#options.timers.mono();
    for (const [topic, perSecond] of this.#topics) this.#ask(topic, perSecond);
    this.#watch();
    this.#options.changed();
  }

  #watch(): void {
    this.#stop();
    this.#stop = this.#options.timers.after(PING_MS, () => {
      if (this.#options.timers.mono() - this.#heardAt > SILENT_MS) return this.#lost();
      this.#send({ type: 'ping' });
      this.#watch();
    });
  }

  #heard(text: unknown): void {
    this.#heardAt = this.#options.timers.mono();
    const { type, topic, data } = jsonOf(text);
    if (type === 'publish' && typeof topic === 'string' && this.#topics.has(topic)) this.#options.heard(topic, data);
  }

  #lost(): void {
    this.#hangUp();
    if (this.#isClosed) return;
    const longestMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#stop = this.#options.timers.after(longestMs * (0.5 + 0.5 * Math.random()), () => this.#dial());
    this.#options.changed();
  }

  #hangUp(): void {
    this.#stop();
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
