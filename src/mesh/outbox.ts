// Sends messages over one data channel in fragments, no faster than the channel takes them. What is
// urgent (a beat, an acknowledgement, a question) goes before the next fragment of what is large.

import { FRAGMENT_BYTES, firstFrame, moreFrame, wholeFrame } from './frame.ts';

/** Bytes given to the channel ahead of the network: enough to keep it busy, few enough for a beat to pass. */
const AHEAD_BYTES = 1024 * 1024;
const LOW_BYTES = 256 * 1024;

export interface ByteChannel {
  readonly bufferedAmount: number;
  bufferedAmountLowThreshold: number;
  onbufferedamountlow: ((event: Event) => void) | null;
  send(bytes: Uint8Array<ArrayBuffer>): void;
}

export class Outbox {
  readonly #channel: ByteChannel;
  readonly #urgent: Uint8Array<ArrayBuffer>[] = [];
  readonly #messages: Uint8Array[] = [];
  /** How much of the first message has gone. */
  #sent = 0;
  #waitingBytes = 0;
  #sentBytes = 0;

  /** `onRoom` is called when more can be posted. */
  constructor(channel: ByteChannel, onRoom: () => void) {
    this.#channel = channel;
    channel.bufferedAmountLowThreshold = LOW_BYTES;
    channel.onbufferedamountlow = () => {
      this.#flush();
      onRoom();
    };
  }

  /** Bytes that the network has not taken yet. */
  get queuedBytes(): number {
    return this.#waitingBytes + this.#channel.bufferedAmount;
  }

  /** Given to the channel since it opened. */
  get sentBytes(): number {
    return this.#sentBytes;
  }

  post(message: Uint8Array, isUrgent = false): void {
    if (isUrgent && message.length <= FRAGMENT_BYTES) return this.postFrame(wholeFrame(message));
    this.#messages.push(message);
    this.#waitingBytes += message.length;
    this.#flush();
  }

  postFrame(frame: Uint8Array<ArrayBuffer>): void {
    this.#urgent.push(frame);
    this.#waitingBytes += frame.length;
    this.#flush();
  }

  /** A channel that has closed throws; its owner hears that by itself, so what is left is dropped. */
  #flush(): void {
    try {
      while (this.#channel.bufferedAmount < AHEAD_BYTES) {
        const frame = this.#nextUrgent() ?? this.#nextFragment();
        if (frame === null) return;
        this.#channel.send(frame);
        this.#sentBytes += frame.length;
      }
    } catch {
      this.#urgent.length = 0;
      this.#messages.length = 0;
      this.#waitingBytes = 0;
      this.#sent = 0;
    }
  }

  #nextUrgent(): Uint8Array<ArrayBuffer> | null {
    const frame = this.#urgent.shift();
    this.#waitingBytes -= frame?.length ?? 0;
    return frame ?? null;
  }

  #nextFragment(): Uint8Array<ArrayBuffer> | null {
    const message = this.#messages[0];
    if (message === undefined) return null;
    const part = message.subarray(this.#sent, this.#sent + FRAGMENT_BYTES);
    const isFirst = this.#sent === 0;
    const isLast = this.#sent + part.length === message.length;
    this.#sent += part.length;
    this.#waitingBytes -= part.length;
    if (isLast) {
      this.#messages.shift();
      this.#sent = 0;
    }
    if (isFirst) return isLast ? wholeFrame(part) : firstFrame(message.length, part);
    return moreFrame(part);
  }
}
