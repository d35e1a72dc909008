// What a second copy says it holds, read from the ends of its files, and how that compares with a document.

import { decodeStateVector, getState, parseUpdateMeta, type Doc } from 'yjs';
import type { Cursor } from '../mesh/slices.ts';
import type { Frame } from './copy-frames.ts';

export interface Held {
  /** Some file says what the copy holds. */
  readonly isKnown: boolean;
  /** Up to the last time that it was said. */
  readonly said: Cursor;
  /** With the updates behind it. */
  readonly cursor: Cursor;
  /** These updates, the oldest first. */
  readonly recent: readonly Uint8Array[];
}

const raise = (cursor: Cursor, clocks: ReadonlyMap<number, number>): void => {
  for (const [client, clock] of clocks) if (clock > (cursor.get(client) ?? 0)) cursor.set(client, clock);
};

/** `tails`: the last frames of each file, the last first. */
export const heldBy = (tails: readonly (readonly Frame[])[]): Held => {
  const said: Cursor = new Map();
  const cursor: Cursor = new Map();
  const recent: Uint8Array[] = [];
  let isKnown = false;
  for (const tail of tails) {
    const last = tail.findIndex(({ kind }) => kind === 'state');
    const state = tail[last];
    // Without its word nothing is known of a file: what stands before these frames may be missing.
    if (state === undefined) continue;
    isKnown = true;
    raise(said, decodeStateVector(state.bytes));
    recent.push(
      ...tail
        .slice(0, last)
        .map(({ bytes }) => bytes)
        .reverse(),
    );
  }
  raise(cursor, said);
  for (const update of recent) raise(cursor, parseUpdateMeta(update).to);
  return { isKnown, said, cursor, recent };
};

/** The copy has what the document has not. */
export const isBeyond = (doc: Doc, cursor: Cursor): boolean =>
  [...cursor].some(([client, clock]) => clock > getState(doc.store, client));
