// Keeps one document in step with one other replica, over anything that carries messages in order: a
// data channel, another tab. Keeps true: whoever asks is answered with all that it lacks, in slices;
// after that it gets every update; nothing is sent faster than it is taken. A receiver that falls
// behind is not queued for: the session notes how far it is and goes on from there. Leaves out when
// to ask (neighbours.ts, tabs) and who need not be told (fan.ts).

import * as Y from 'yjs';

import { nextTask } from '../platform/next-task.ts';
import { SwiftDecoder } from '../platform/swift-decoder.ts';
import { Bucket, type Rate } from './allowance.ts';
import { Malformed } from './malformed.ts';
import { clocksBeyond, type Cursor, deletionsOf, nextSlice } from './slices.ts';
import {
  type ComparingMessage,
  parseSyncMessage,
  writeAnswer,
  writeAsk,
  writeComing,
  writeComparing,
  writeTaken,
  writeUpdate,
} from './sync-message.ts';
import { checkUpdate } from './update-gate.ts';

/** Bytes under way to a receiver before it has said that it applied them. */
const WINDOW_BYTES = 4 * 1024 * 1024;
const QUEUE_BYTES = 1024 * 1024;
/** A larger update goes in slices. */
const LARGE_BYTES = 256 * 1024;

/** Less than a receiver lets pass (allowance.ts): above it, changes go together in slices. */
const SENDING: Rate = { burst: 1_000, perSecond: 500 };

export interface Wire {
  post(message: Uint8Array, isUrgent?: boolean): void;
  /** Bytes posted that have not left this page. */
  readonly queuedBytes: number;
}

export interface SessionEvents {
  /** All that the other had when it was asked is applied here. */
  caughtUp(): void;
  /** `isSynced` or `pendingBytes` may read differently. */
  changed(): void;
  /** The other asks; may throw `Malformed` where it asks too often. */
  asked(): void;
  now(): number;
  /** The other compares what both hold (mending.ts). */
  compared(message: ComparingMessage): void;
}

/** An answer that comes in parts. */
export interface Arriving {
  readonly receivedBytes: number;
  /** As far as the part that is here tells. */
  readonly totalBytes: number;
}

export class SyncSession {
  readonly #doc: Y.Doc;
  readonly #wire: Wire;
  readonly #events: SessionEvents;
  readonly #sending: Bucket;
  /** `unasked`: what the other has is not known yet. `behind`: slices are on their way. */
  #phase: 'unasked' | 'behind' | 'level' = 'unasked';
  #cursor: Cursor = new Map();
  #isScheduled = false;
  /** Of the answer under way, in Yjs's clocks. */
  #sentClocks = 0;
  #isWaiting = false;
  #hasCaughtUp = false;
  #sentBytes = 0;
  #takenBytes = 0;
  #appliedBytes = 0;
  #isAcknowledging = false;
  #answerBytes = 0;
  #arriving: Arriving | null = null;

  constructor(doc: Y.Doc, wire: Wire, events: SessionEvents) {
    this.#doc = doc;
    this.#wire = wire;
    this.#events = events;
    this.#sending = new Bucket(SENDING, events.now());
  }

  get hasCaughtUp(): boolean {
    return this.#hasCaughtUp;
  }

  /** Asked, and not answered yet. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  get pendingBytes(): number {
    return this.#sentBytes - this.#takenBytes;
  }

  get arriving(): Arriving | null {
    return this.#arriving;
  }

  /** Grows with everything that arrives, and with all of ours that is taken. */
  get movedBytes(): number {
    return this.#appliedBytes + this.#takenBytes;
  }

  get isSynced(): boolean {
    return this.#hasCaughtUp && this.#phase === 'level' && this.pendingBytes === 0;
  }

  ask(): void {
    this.#isWaiting = true;
    this.#wire.post(writeAsk(Y.encodeStateVector(this.#doc)), true);
  }

  compare(message: ComparingMessage): void {
    this.#wire.post(writeComparing(message));
  }

  /** Throws `Malformed` where the message is none, or cannot be applied. */
  receive(bytes: Uint8Array): void {
    const message = parseSyncMessage(bytes);
    switch (message.kind) {
      case 'ask':
        this.#events.asked();
        return this.#answer(message.vector);
      case 'update':
        return this.#apply(message.update, bytes.length);
      case 'answer':
        this.#apply(message.update, bytes.length);
        this.#answerBytes = 0;
        this.#arriving = null;
        if (!this.#isWaiting) return;
        this.#isWaiting = false;
        this.#hasCaughtUp = true;
        this.#events.changed();
        return this.#events.caughtUp();
      case 'coming':
        return this.#expect(message.done, message.left);
      case 'digests':
      case 'contents':
        return this.#events.compared(message);
      case 'taken':
        if (message.bytes > this.#sentBytes || message.bytes < this.#takenBytes)
          throw new Malformed('took what was not sent');
        this.#takenBytes = message.bytes;
        this.#events.changed();
        return this.proceed();
    }
  }

  /** The document has changed, by somebody other than this session's replica. */
  pass(update: Uint8Array, before: ReadonlyMap<number, number>): void {
    if (this.#phase !== 'level') return;
    const mayGo = update.length <= LARGE_BYTES && this.#hasRoom() && this.#sending.take(1, this.#events.now());
    if (mayGo) return this.#send(writeUpdate(update));
    this.#cursor = new Map(before);
    this.#phase = 'behind';
    this.proceed();
  }

  /** Sends what the wire and the receiver have room for: a slice a task, so that none is long. */
  proceed(): void {
    if (this.#isScheduled || this.#phase !== 'behind' || !this.#hasRoom()) return;
    const before = clocksBeyond(this.#doc, this.#cursor);
    const slice = nextSlice(this.#doc, this.#cursor);
    const left = clocksBeyond(this.#doc, this.#cursor);
    if (slice === null) this.#phase = 'level';
    this.#send(slice === null ? writeAnswer(deletionsOf(this.#doc)) : writeUpdate(slice));
    if (this.#phase !== 'behind') return;
    this.#sentClocks += before - left;
    if (left > 0) this.#wire.post(writeComing(this.#sentClocks, left));
    this.#isScheduled = true;
    void nextTask().then(() => {
      this.#isScheduled = false;
      this.proceed();
    });
  }

  /** Once for all that has come in this task, so that a burst is not answered one by one. */
  #acknowledge(): void {
    if (this.#isAcknowledging) return;
    this.#isAcknowledging = true;
    void nextTask().then(() => {
      this.#isAcknowledging = false;
      this.#wire.post(writeTaken(this.#appliedBytes), true);
    });
  }

  #expect(done: number, left: number): void {
    const totalBytes = done === 0 ? this.#answerBytes : Math.round((this.#answerBytes / done) * (done + left));
    this.#arriving = { receivedBytes: this.#answerBytes, totalBytes: Math.max(this.#answerBytes, totalBytes) };
    this.#events.changed();
  }

  #hasRoom(): boolean {
    return this.#wire.queuedBytes < QUEUE_BYTES && this.pendingBytes < WINDOW_BYTES;
  }

  #answer(vector: Uint8Array): void {
    const cursor = readVector(vector);
    // Asked again while slices are on their way: these go on, and their end answers both.
    if (this.#phase !== 'behind') {
      this.#cursor = cursor;
      this.#sentClocks = 0;
    }
    this.#phase = 'behind';
    this.proceed();
  }

  #send(message: Uint8Array): void {
    this.#sentBytes += message.length;
    this.#wire.post(message);
    this.#events.changed();
  }

  #apply(update: Uint8Array, length: number): void {
    checkUpdate(this.#doc, update);
    try {
      Y.applyUpdateV2(this.#doc, update, this, SwiftDecoder);
    } catch (error) {
      throw new Malformed(`a change that cannot be applied: ${String(error)}`, 'harmfulChange');
    }
    this.#appliedBytes += length;
    this.#answerBytes += length;
    this.#acknowledge();
  }
}

const readVector = (vector: Uint8Array): Cursor => {
  try {
    return Y.decodeStateVector(vector);
  } catch {
    throw new Malformed('a state vector cut short');
  }
};
