// Keeps one document in step with one other replica, over anything that carries messages in order: a
// data channel, another tab. Keeps true: whoever asks is answered with all that it lacks, in slices;
// after that it gets every update; nothing is sent faster than it is taken. A receiver that falls
// behind is not queued for: the session notes how far it is and goes on from there. Leaves out when
// to ask (neighbours.ts, tabs), who need not be told (fan.ts) and in which order (answer.ts).

import * as Y from 'yjs';

import { nextTask, spareTask } from '../platform/next-task.ts';
import { SwiftDecoder } from '../platform/swift-decoder.ts';
import type { FirstPart } from '../replica/first-part.ts';
import { Bucket, type Rate } from './allowance.ts';
import { Answer, type Clocks } from './answer.ts';
import { Malformed } from './malformed.ts';
import { type Cursor, deletionsOf } from './slices.ts';
import {
  type ComparingMessage,
  type FirstMessage,
  parseSyncMessage,
  writeAnswer,
  writeAsk,
  writeComing,
  writeComparing,
  writeFirstComing,
  writeFirstIn,
  writeTaken,
  writeUpdate,
} from './sync-message.ts';
import { checkUpdate } from './update-gate.ts';

/** Bytes under way to a receiver before it has said that it applied them. */
const WINDOW_BYTES = 4 * 1024 * 1024;
const QUEUE_BYTES = 1024 * 1024;
/** Of what comes after a first part: somebody works with that, and must not wait behind the rest. */
const REST_BYTES = 256 * 1024;
/** Whoever lacks so many entries gets what is open first: the rest takes seconds. */
const LONG_CLOCKS = 20_000;
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
  /** What goes first of a long answer; without it, and where it is null, all goes in any order. */
  findFirst?(): Promise<FirstPart | null>;
  /** What is open comes first; or has come. */
  first?(message: FirstMessage): void;
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
  /** Slices are on their way. */
  #answer: Answer | null = null;
  /** The other has all that is here; before it has asked, that is not known. */
  #isLevel = false;
  #isScheduled = false;
  #isFinding = false;
  #isWaiting = false;
  #hasCaughtUp = false;
  #sentBytes = 0;
  #takenBytes = 0;
  #appliedBytes = 0;
  #isAcknowledging = false;
  /** What is open is here, and somebody may work with it: the rest comes as fast as this page has time for it. */
  #isRestComing = false;
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
    return this.#hasCaughtUp && this.#isLevel && this.pendingBytes === 0;
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
        return this.#answerTo(message.vector);
      case 'update':
        return this.#apply(message.update, bytes.length);
      case 'answer':
        this.#apply(message.update, bytes.length);
        this.#answerBytes = 0;
        this.#arriving = null;
        this.#isRestComing = false;
        if (!this.#isWaiting) return;
        this.#isWaiting = false;
        this.#hasCaughtUp = true;
        this.#events.changed();
        return this.#events.caughtUp();
      case 'coming':
        return this.#expect(message.done, message.left);
      case 'firstComing':
      case 'firstIn':
        this.#isRestComing = message.kind === 'firstIn';
        return this.#events.first?.(message);
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

  /** An answer of ours is under way. */
  get isAnswering(): boolean {
    return this.#answer !== null;
  }

  /** The document has changed, by somebody other than this session's replica. */
  pass(update: Uint8Array, before: Clocks, after: Clocks): void {
    if (this.#answer === null && !this.#isLevel) return;
    const mayGo = update.length <= LARGE_BYTES && this.#hasRoom() && this.#sending.take(1, this.#events.now());
    if (this.#answer !== null) {
      if (this.#answer.changed(before, after, mayGo)) this.#send(writeUpdate(update));
      return this.proceed();
    }
    if (mayGo) return this.#send(writeUpdate(update));
    this.#begin(new Map(before));
    this.proceed();
  }

  #begin(cursor: Cursor): Answer {
    this.#isLevel = false;
    this.#answer = new Answer(this.#doc, cursor);
    return this.#answer;
  }

  /** Sends what the wire and the receiver have room for: a slice a task, so that none is long. */
  proceed(): void {
    const answer = this.#answer;
    if (answer === null || this.#isScheduled || this.#isFinding) return;
    if (!this.#hasRoom(answer.isFirstIn ? REST_BYTES : WINDOW_BYTES)) return;
    const slice = answer.next();
    if (slice === null) return this.#end();
    if (slice === 'firstIn') this.#wire.post(writeFirstIn());
    else this.#send(writeUpdate(slice));
    if (answer.left > 0) this.#wire.post(writeComing(answer.done, answer.left));
    this.#isScheduled = true;
    void nextTask().then(() => {
      this.#isScheduled = false;
      this.proceed();
    });
  }

  #end(): void {
    this.#answer = null;
    this.#isLevel = true;
    this.#send(writeAnswer(deletionsOf(this.#doc)));
  }

  /** Once for all that has come in this task, so that a burst is not answered one by one. */
  #acknowledge(): void {
    if (this.#isAcknowledging) return;
    this.#isAcknowledging = true;
    void (this.#isRestComing ? spareTask() : nextTask()).then(() => {
      this.#isAcknowledging = false;
      this.#wire.post(writeTaken(this.#appliedBytes), true);
    });
  }

  #expect(done: number, left: number): void {
    const totalBytes = done === 0 ? this.#answerBytes : Math.round((this.#answerBytes / done) * (done + left));
    this.#arriving = { receivedBytes: this.#answerBytes, totalBytes: Math.max(this.#answerBytes, totalBytes) };
    this.#events.changed();
  }

  #hasRoom(window = WINDOW_BYTES): boolean {
    return this.#wire.queuedBytes < QUEUE_BYTES && this.pendingBytes < window;
  }

  #answerTo(vector: Uint8Array): void {
    const cursor = readVector(vector);
    // Asked again while slices are on their way: these go on, and their end answers both.
    if (this.#answer === null) {
      const answer = this.#begin(cursor);
      if (answer.left >= LONG_CLOCKS) void this.#findFirst(answer);
    }
    this.proceed();
  }

  async #findFirst(answer: Answer): Promise<void> {
    this.#isFinding = true;
    const part = (await this.#events.findFirst?.().catch(() => null)) ?? null;
    this.#isFinding = false;
    if (part !== null) {
      answer.begin(part);
      this.#wire.post(writeFirstComing(part));
    }
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
