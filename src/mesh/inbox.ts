// Puts the fragments of one channel together again. Keeps true: no more is held than was announced,
// no more is announced than is allowed, and memory grows with what has arrived, not with a promise.

import type { Frame } from './frame.ts';
import { MAX_MESSAGE_BYTES } from './frame.ts';
import { Malformed } from './malformed.ts';

export class Inbox {
  #total = 0;
  #held = 0;
  #parts: Uint8Array[] = [];

  /** The message that this frame completes, null if parts are missing. Throws `Malformed`. */
  accept(frame: Extract<Frame, { kind: 'whole' | 'first' | 'more' }>): Uint8Array | null {
    switch (frame.kind) {
      case 'whole':
        return frame.bytes;
      case 'first':
        if (this.#total > 0) throw new Malformed('a message begun before the last one ended');
        if (frame.total > MAX_MESSAGE_BYTES) {
          throw new Malformed(`a message of ${frame.total} bytes announced`, 'tooLarge');
        }
        this.#total = frame.total;
        return this.#add(frame.bytes);
      case 'more':
        if (this.#total === 0) throw new Malformed('a part of no message');
        return this.#add(frame.bytes);
    }
  }

  #add(part: Uint8Array): Uint8Array | null {
    this.#parts.push(part);
    this.#held += part.length;
    if (this.#held > this.#total) throw new Malformed('more bytes than announced');
    if (this.#held < this.#total) return null;
    const message = new Uint8Array(this.#total);
    let at = 0;
    for (const each of this.#parts) {
      message.set(each, at);
      at += each.length;
    }
    this.#parts = [];
    this.#total = 0;
    this.#held = 0;
    return message;
  }
}
