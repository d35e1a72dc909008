// Brings stored records into the document in short tasks: at most RUN_BYTES at a time, one Yjs
// transaction each, with a turn for the browser between them. A record that is damaged is left out and
// given back, and the others come in all the same.
// Behind a lost record Yjs keeps what builds on it until the gap is filled, and copies all that it
// keeps with each further record: 5,000 took 15 s. So what follows a gap is merged first and comes in
// at once.

import { applyUpdate, applyUpdateV2, mergeUpdates, type Doc } from 'yjs';
import { nextTask } from '../platform/next-task.ts';
import type { StoredRecord } from '../platform/transactions.ts';
import { checkRecord } from './checked-record.ts';
import { SwiftDecoder } from '../platform/swift-decoder.ts';
import { RUN_BYTES } from './merge-plan.ts';

const sizeOf = ({ value }: StoredRecord): number => (value instanceof Uint8Array ? value.length : 0);

/** Whole records, each piece at most RUN_BYTES unless one record alone is larger. */
function* pieces(records: readonly StoredRecord[]): Generator<readonly StoredRecord[]> {
  let piece: StoredRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    if (piece.length > 0 && bytes + sizeOf(record) > RUN_BYTES) {
      yield piece;
      piece = [];
      bytes = 0;
    }
    piece.push(record);
    bytes += sizeOf(record);
  }
  if (piece.length > 0) yield piece;
}

/** What this document waits for is not stored here. */
export const hasGap = (doc: Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

export interface AppliedRecords {
  readonly damaged: readonly StoredRecord[];
  /** Sound as far as can be told without a checksum. */
  readonly unchecked: readonly StoredRecord[];
}

class Application {
  readonly damaged: StoredRecord[] = [];
  readonly unchecked: StoredRecord[] = [];
  readonly #doc: Doc;
  readonly #origin: unknown;
  /** Behind a gap; each piece merged. */
  readonly #held: Uint8Array[] = [];

  constructor(doc: Doc, origin: unknown) {
    this.#doc = doc;
    this.#origin = origin;
  }

  take(piece: readonly StoredRecord[]): void {
    const held: Uint8Array[] = [];
    for (const record of piece) {
      const checked = checkRecord(record.value);
      const isTaken = checked !== null && this.#isTaken(checked.update, held);
      if (!isTaken) this.damaged.push(record);
      else if (!checked.hasChecksum) this.unchecked.push(record);
    }
    if (held.length > 0) this.#held.push(mergeUpdates(held));
  }

  #isTaken(update: Uint8Array, held: Uint8Array[]): boolean {
    if (hasGap(this.#doc)) return held.push(update) > 0;
    try {
      applyUpdateV2(this.#doc, update, this.#origin, SwiftDecoder);
      return true;
    } catch {
      return false;
    }
  }

  finish(): void {
    if (this.#held.length > 0) applyUpdate(this.#doc, mergeUpdates(this.#held), this.#origin);
  }
}

/** `origin` marks the transactions. What an observer of the document throws is thrown once all records
 * are in: it must not cost the ones behind. */
export const applyRecords = async (
  doc: Doc,
  records: readonly StoredRecord[],
  origin: unknown,
  onPiece: () => void = () => undefined,
): Promise<AppliedRecords> => {
  const application = new Application(doc, origin);
  const thrown: unknown[] = [];
  const attempt = (work: () => void): void => {
    try {
      doc.transact(work, origin);
    } catch (error) {
      thrown.push(error);
    }
  };
  for (const piece of pieces(records)) {
    attempt(() => application.take(piece));
    onPiece();
    await nextTask();
  }
  attempt(() => application.finish());
  if (thrown.length > 0) throw thrown[0];
  return application;
};
