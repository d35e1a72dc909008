// An answer under way: how far the other replica is, and what goes to it next. Decides the order: what is open of a
// long document first, with an end of its own; then whatever changes of that; then the rest. Leaves out when there is
// room to send (sync-session.ts).

import type * as Y from 'yjs';

import type { FirstPart } from '../replica/first-part.ts';
import { clocksBeyond, type Cursor, nextSlice } from './slices.ts';

export type Clocks = ReadonlyMap<number, number>;

export class Answer {
  readonly #doc: Y.Doc;
  readonly #cursor: Cursor;
  /** What goes before all else: clients, each up to a clock. */
  readonly #sooner = new Map<number, number>();
  #first: 'none' | 'going' | 'in' = 'none';
  #done = 0;
  #left: number;

  constructor(doc: Y.Doc, cursor: Cursor) {
    this.#doc = doc;
    this.#cursor = cursor;
    this.#left = clocksBeyond(doc, cursor);
  }

  /** How much has gone, in Yjs's clocks. */
  get done(): number {
    return this.#done;
  }

  /** How much is still to go, in Yjs's clocks. */
  get left(): number {
    return this.#left;
  }

  /** The other has what is open, and somebody may work with it. */
  get isFirstIn(): boolean {
    return this.#first === 'in';
  }

  begin({ writers }: FirstPart): void {
    this.#first = 'going';
    for (const [client, clock] of writers) this.#sooner.set(client, clock);
  }

  /** The next slice; `firstIn` where the first part has gone; null where all has. */
  next(): Uint8Array | 'firstIn' | null {
    const slice = this.#nextSlice();
    const left = clocksBeyond(this.#doc, this.#cursor);
    this.#done += Math.max(0, this.#left - left);
    this.#left = left;
    return slice;
  }

  #nextSlice(): Uint8Array | 'firstIn' | null {
    const sooner = this.#sooner.size === 0 ? null : nextSlice(this.#doc, this.#cursor, this.#sooner);
    if (sooner !== null) return sooner;
    this.#sooner.clear();
    if (this.#first !== 'going') return nextSlice(this.#doc, this.#cursor);
    this.#first = 'in';
    return 'firstIn';
  }

  /** The document has changed. True where the change, if it may, goes as it is, at once, and is taken as gone; else it
   * comes with a slice: soon where there is a first part, because a change does not wait behind the rest of a year. */
  changed(before: Clocks, after: Clocks, mayGo: boolean): boolean {
    if (this.#first === 'none') return false;
    const changed = [...after].filter(([client, clock]) => clock !== (before.get(client) ?? 0));
    const isNext = changed.every(([client]) => (this.#cursor.get(client) ?? 0) === (before.get(client) ?? 0));
    const goes = mayGo && this.isFirstIn && isNext;
    for (const [client, clock] of changed) (goes ? this.#cursor : this.#sooner).set(client, clock);
    return goes;
  }
}
