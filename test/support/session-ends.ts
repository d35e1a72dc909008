// Two documents with a session each, and a line between them that delivers when it is told to.

import * as Y from 'yjs';

import { Fan, type Member } from '../../src/mesh/fan.ts';
import { clocksBeyond } from '../../src/mesh/slices.ts';
import type { FirstMessage } from '../../src/mesh/sync-message.ts';
import { SyncSession } from '../../src/mesh/sync-session.ts';
import { nextTask } from '../../src/platform/next-task.ts';
import type { FirstPart } from '../../src/replica/first-part.ts';

export class End implements Member {
  readonly doc: Y.Doc;
  readonly fan: Fan;
  readonly session: SyncSession;
  readonly posted: Uint8Array[] = [];
  readonly peer: string | null;
  readonly seen = new Set<string>();
  queuedBytes = 0;
  caughtUp = 0;
  onCaughtUp: () => void = () => undefined;
  readonly heldAtCaughtUp: number[] = [];
  first: FirstPart | null = null;
  /** What was told of a first part, with what was held then. */
  readonly told: { readonly message: FirstMessage; readonly held: number }[] = [];

  constructor(doc: Y.Doc, fan: Fan, peer: string | null = null) {
    this.doc = doc;
    this.fan = fan;
    this.peer = peer;
    this.session = new SyncSession(doc, this, {
      caughtUp: () => {
        this.caughtUp += 1;
        this.onCaughtUp();
      },
      changed: () => undefined,
      compared: () => undefined,
      asked: () => undefined,
      now: () => performance.now(),
      findFirst: () => Promise.resolve(this.first),
      first: (message) => this.told.push({ message, held: clocksBeyond(doc, new Map()) }),
    });
    fan.add(this);
  }

  sees(peer: string): boolean {
    return this.seen.has(peer);
  }

  post(message: Uint8Array): void {
    this.posted.push(message);
  }
}

export const pair = (left = new Y.Doc(), right = new Y.Doc()): readonly [End, End] => [
  new End(left, new Fan(left)),
  new End(right, new Fan(right)),
];

/** Delivers all that is under way, and what that leads to. */
export const deliver = async (a: End, b: End): Promise<void> => {
  for (let idle = 0; idle < 3; idle += 1) {
    if (a.posted.length + b.posted.length > 0) idle = 0;
    for (const message of a.posted.splice(0)) b.session.receive(message);
    for (const message of b.posted.splice(0)) a.session.receive(message);
    await nextTask();
  }
};
