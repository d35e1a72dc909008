// Hands every change of the document to those sessions that may lack it. A change that came from one
// replica goes on only to those that are not connected to it (no flood: N - 1 messages in a full
// mesh, not N times as many); should that be wrong, the marks in the beats differ and they ask.

import type * as Y from 'yjs';

import type { SyncSession } from './sync-session.ts';

export interface Member {
  readonly session: SyncSession;
  /** The name under which others see it; null where it has none. */
  readonly peer: string | null;
  sees(peer: string): boolean;
}

export class Fan {
  readonly #doc: Y.Doc;
  readonly #members = new Map<SyncSession, Member>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    doc.on('afterTransactionCleanup', this.#onTransaction);
  }

  add(member: Member): void {
    this.#members.set(member.session, member);
  }

  remove(member: Member): void {
    this.#members.delete(member.session);
  }

  close(): void {
    this.#members.clear();
    this.#doc.off('afterTransactionCleanup', this.#onTransaction);
    this.#doc.off('update', this.#onUpdate);
  }

  /** Yjs writes a change out as long as anybody listens, and asks for that right after this: a newcomer who
   * passes nothing on does not pay for it with each slice. */
  readonly #onTransaction = ({ origin }: Y.Transaction): void => {
    this.#doc.off('update', this.#onUpdate);
    if (this.#lacking(origin).next().done !== true) this.#doc.on('update', this.#onUpdate);
  };

  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    for (const { session } of this.#lacking(origin))
      session.pass(update, transaction.beforeState, transaction.afterState);
  };

  /** Who may lack a change of that origin. */
  *#lacking(origin: unknown): Generator<Member> {
    const source = this.#members.get(origin as SyncSession);
    for (const member of this.#members.values()) {
      if (member === source) continue;
      // Who is still being sent most of the document has asked nobody else yet.
      const hasIt = source !== undefined && source.peer !== null && member.sees(source.peer);
      if (hasIt && !member.session.isAnswering) continue;
      yield member;
    }
  }
}
