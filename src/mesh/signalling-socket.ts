// The line to one rendezvous; stands in for lib0/websocket under y-webrtc (vite.config.ts). Decides
// when it is dead (silent for 5 s although asked) and when to try again: at once when it is told to hurry,
// else soon, never all peers in the same moment. While it holds it announces this page again and again,
// so that a lost announcement heals. Its alarms ring in a hidden tab too. Nothing it hears throws.

import { ObservableV2 } from 'lib0/observable';

import { asMonoMs } from '../domain/ids.ts';
import type { Alarm } from '../engine/ports.ts';
import { createAlarm } from '../platform/alarm.ts';
import { systemClock } from '../platform/clock.ts';
import { mayEnter, mayLeave } from './signal-gate.ts';

/** A first packet lost on a line that has just come back is not waited for; now and then a slow line gets its time. */
const OPEN_MS: readonly number[] = [1_500, 1_500, 4_000];
/** After so many failures the rendezvous is down, not the line; sockets may be held back as said below. */
const PATIENT_AFTER = 10;
const PATIENT_OPEN_MS = 8_000;
const PATIENT_RETRY_MS = 4_000;
const PING_MS = 2_000;
const PONG_MS = 3_000;
const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 1_000;
/** Where the browser itself says that there is no network; `hurry` comes when there is one. Not more often:
 * Chromium holds back the sockets of a page whose attempts fail, after 30 failures by 1 to 5 s. */
const OFFLINE_RETRY_MS = 10_000;
const FIRST_ANNOUNCE_MS = 1_500;
const LONGEST_ANNOUNCE_MS = 12_000;
const MAX_BACKLOG = 1_000;

interface SocketEvents {
  connect: (event: { type: 'connect' }, client: WebsocketClient) => void;
  disconnect: (event: { type: 'disconnect' }, client: WebsocketClient) => void;
  message: (message: unknown, client: WebsocketClient) => void;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const parse = (text: unknown): Readonly<Record<string, unknown>> | null => {
  try {
    const message: unknown = typeof text === 'string' ? JSON.parse(text) : null;
    return isRecord(message) ? message : null;
  } catch {
    return null;
  }
};

const ringIn = (alarm: Alarm, ms: number, ring: () => void): void => alarm.set(asMonoMs(systemClock.mono() + ms), ring);

const jittered = (ms: number): number => ms * (0.5 + 0.5 * Math.random());

export class WebsocketClient extends ObservableV2<SocketEvents> {
  /** Sockets that are open: what one cannot send another may. */
  static readonly #open = new Set<WebsocketClient>();
  readonly url: string;
  connected = false;
  shouldConnect = true;
  #socket: WebSocket | null = null;
  #failures = 0;
  readonly #alarm = createAlarm(systemClock);
  readonly #announcing = createAlarm(systemClock);
  #backlog = 0;
  #reading: Promise<void> = Promise.resolve();

  constructor(url: string) {
    super();
    this.url = url;
    // Later, when y-webrtc has attached what listens.
    queueMicrotask(() => {
      if (this.#socket === null) this.#dial();
    });
  }

  send(message: unknown): void {
    const isPublished = isRecord(message) && message['type'] === 'publish';
    if (isPublished && !mayLeave(message['topic'])) return;
    if (this.connected) this.#socket?.send(JSON.stringify(message));
    else if (isPublished) for (const other of WebsocketClient.#open) return other.send(message);
  }

  connect(): void {
    this.shouldConnect = true;
    if (this.#socket === null) this.#dial();
  }

  disconnect(): void {
    this.shouldConnect = false;
    this.#alarm.clear();
    this.#hangUp();
  }

  override destroy(): void {
    this.disconnect();
    super.destroy();
  }

  /** Find out now. `isNew`: after a sleep, or on another network; what was open is not to be trusted. */
  hurry(isNew: boolean): void {
    if (!this.shouldConnect) return;
    if (this.connected && !isNew) return this.#ping();
    this.#failures = 0;
    this.#dial();
  }

  #dial(): void {
    this.#alarm.clear();
    this.#hangUp();
    if (!this.shouldConnect) return;
    try {
      const socket = new WebSocket(this.url);
      this.#socket = socket;
      socket.onopen = () => this.#opened();
      socket.onmessage = (event: MessageEvent<unknown>) => this.#heard(event.data);
      socket.onclose = () => this.#lost();
      ringIn(this.#alarm, this.#openMs(), () => this.#lost());
    } catch {
      // An address that is none, or one that this page may not use: it stays unreachable.
      this.#lost();
    }
  }

  #openMs(): number {
    if (this.#failures >= PATIENT_AFTER) return PATIENT_OPEN_MS;
    return OPEN_MS[this.#failures % OPEN_MS.length] ?? PATIENT_OPEN_MS;
  }

  #opened(): void {
    this.connected = true;
    this.#failures = 0;
    WebsocketClient.#open.add(this);
    this.#watch();
    this.#announce(FIRST_ANNOUNCE_MS);
  }

  /** y-webrtc answers `connect` with its subscriptions and an announcement. */
  #announce(nextMs: number): void {
    this.emit('connect', [{ type: 'connect' }, this]);
    const laterMs = Math.min(LONGEST_ANNOUNCE_MS, nextMs * 2);
    ringIn(this.#announcing, jittered(nextMs), () => this.#announce(laterMs));
  }

  #watch(): void {
    ringIn(this.#alarm, PING_MS, () => this.#ping());
  }

  #ping(): void {
    this.send({ type: 'ping' });
    ringIn(this.#alarm, PONG_MS, () => this.#lost());
  }

  #heard(text: unknown): void {
    this.#watch();
    const message = parse(text);
    if (message === null || message['type'] !== 'publish' || this.#backlog >= MAX_BACKLOG) return;
    this.#backlog += 1;
    // One after the other: an offer goes before its candidates.
    this.#reading = this.#reading.then(() => this.#read(message));
  }

  async #read(message: Readonly<Record<string, unknown>>): Promise<void> {
    const isWelcome = await mayEnter(message['topic'], message['data']).catch(() => false);
    this.#backlog -= 1;
    if (isWelcome) this.emit('message', [message, this]);
  }

  #lost(): void {
    this.#hangUp();
    if (!this.shouldConnect) return;
    const isOffline = globalThis.navigator?.onLine === false;
    const longestMs = this.#failures < PATIENT_AFTER ? LONGEST_RETRY_MS : PATIENT_RETRY_MS;
    const delayMs = isOffline ? OFFLINE_RETRY_MS : Math.min(longestMs, FIRST_RETRY_MS * 2 ** this.#failures);
    this.#failures += 1;
    ringIn(this.#alarm, jittered(delayMs), () => this.#dial());
  }

  /** Waits for no closing handshake: on a dead line there is none. */
  #hangUp(): void {
    this.#announcing.clear();
    const socket = this.#socket;
    this.#socket = null;
    if (socket !== null) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
    WebsocketClient.#open.delete(this);
    if (!this.connected) return;
    this.connected = false;
    this.emit('disconnect', [{ type: 'disconnect' }, this]);
  }
}
