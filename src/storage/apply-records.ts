// Brings stored records into the document in short tasks: at most RUN_BYTES at a time, one Yjs
// transaction each, with a turn for the browser between them. A record that cannot be read is left
// out and given back, and the others come in all the same.

import { applyUpdate, type Doc } from 'yjs';
import { nextTask } from '../platform/next-task.ts';
import type { StoredRecord } from '../platform/transactions.ts';
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

const isApplied = (doc: Doc, { value }: StoredRecord, origin: unknown): boolean => {
  if (!(value instanceof Uint8Array)) return false;
  try {
    applyUpdate(doc, value, origin);
    return true;
  } catch {
    return false;
  }
};

/** The records that could not be read. `origin` marks the transactions. What an observer of the
 * document throws is thrown once all records are in: it must not cost the ones behind. */
export const applyRecords = async (
  doc: Doc,
  records: readonly StoredRecord[],
  origin: unknown,
): Promise<readonly StoredRecord[]> => {
  const unreadable: StoredRecord[] = [];
  const thrown: unknown[] = [];
  for (const piece of pieces(records)) {
    try {
      doc.transact(() => {
        for (const record of piece) if (!isApplied(doc, record, origin)) unreadable.push(record);
      }, origin);
    } catch (error) {
      thrown.push(error);
    }
    await nextTask();
  }
  if (thrown.length > 0) throw thrown[0];
  return unreadable;
};
