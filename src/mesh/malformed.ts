// What a peer sent and must not: thrown while its bytes are read, caught where they came in (link.ts,
// signal-gate.ts), never let out into the page.

import type { RefusedReason } from '../engine/ports.ts';

export class Malformed extends Error {
  override readonly name = 'Malformed';
  readonly reason: RefusedReason;
  /** Of a kind that this version does not know: a later one may send it. */
  readonly isUnknown: boolean;

  constructor(message: string, reason: RefusedReason = 'unreadable', isUnknown = false) {
    super(message);
    this.reason = reason;
    this.isUnknown = isUnknown;
  }
}
