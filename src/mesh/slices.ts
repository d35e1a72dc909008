// A document in updates of bounded size, so that neither encoding nor applying it is one long task
// (9 MB at once: 0.5 s). A cursor says what the receiver has; each slice moves it on. Runs of one
// writer are cut where Yjs has merged them into one item. Deletions travel in the answer at the end.

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

import { SwiftEncoder } from '../platform/swift-encoder.ts';

/** Client to clock, as in a state vector. */
export type Cursor = Map<number, number>;

/** One fragment of a channel, so that little is applied at a time: larger ones were no faster, and their tasks longer. */
export const SLICE_BYTES = 63 * 1024;

type Struct = Y.Item | Y.GC;

const isHighSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;

const values = new SwiftEncoder();

/** Some elements of a run, written once: to see how many fit, and to send them. Good until the next one is made. */
class WrittenRun {
  readonly #length: number;

  /** At least one element, then as many as fit, and none from `upTo` on. */
  constructor(elements: readonly unknown[], from: number, upTo: number, budget: number) {
    values.clear();
    const last = Math.min(elements.length, upTo);
    let end = from;
    while (end < last && (end === from || values.length < budget)) {
      values.writeAny(elements[end]);
      end += 1;
    }
    this.#length = end - from;
  }

  getLength(): number {
    return this.#length;
  }

  isCountable(): boolean {
    return true;
  }

  getRef(): number {
    return new Y.ContentAny([]).getRef();
  }

  write(encoder: Y.UpdateEncoderV1): void {
    encoder.writeLen(this.#length);
    encoding.writeUint8Array(encoder.restEncoder, values.written);
  }
}

/** Where a struct is cut: counted from its own beginning. */
interface Cut {
  readonly from: number;
  readonly upTo: number;
}

/** The part of a long run that starts at `from` and fits; null where it is no long run. */
const cutContent = (content: Y.Item['content'], { from, upTo }: Cut, budget: number): Y.Item['content'] | null => {
  if (content instanceof Y.ContentAny)
    return new WrittenRun(content.arr, from, upTo, budget) as unknown as Y.ContentAny;
  // At most three bytes a character of text.
  if (content instanceof Y.ContentString && content.str.length - from > budget) {
    const end = from + Math.max(2, budget);
    return new Y.ContentString(content.str.slice(from, isHighSurrogate(content.str, end - 1) ? end - 1 : end));
  }
  return null;
};

/** Writes as much of the struct as fits; returns how many elements went. */
const writeStruct = (encoder: Y.UpdateEncoderV1, struct: Struct, cut: Cut, budget: number): number => {
  const { from: offset } = cut;
  const part = struct instanceof Y.Item ? cutContent(struct.content, cut, budget) : null;
  if (part === null || !(struct instanceof Y.Item)) {
    struct.write(encoder, offset);
    return struct.length - offset;
  }
  const { client, clock } = struct.id;
  const origin = offset > 0 ? Y.createID(client, clock + offset - 1) : struct.origin;
  const id = Y.createID(client, clock + offset);
  new Y.Item(id, null, origin, null, struct.rightOrigin, struct.parent, struct.parentSub, part).write(encoder, 0);
  return part.getLength();
};

/** Structs of one client that follow each other, as an update holds them. */
interface Block {
  readonly client: number;
  readonly clock: number;
  readonly count: number;
  readonly bytes: Uint8Array;
  /** The first clock after them. */
  readonly end: number;
}

const writeBlock = (client: number, structs: Struct[], { from, upTo }: Cut, budget: number): Block => {
  const encoder = new Y.UpdateEncoderV1();
  let clock = from;
  let count = 0;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
    const room = budget - encoding.length(encoder.restEncoder);
    const struct = structs[index];
    if (room <= 0 || struct === undefined || clock >= upTo) break;
    const begin = struct.id.clock;
    clock += writeStruct(encoder, struct, { from: clock - begin, upTo: upTo - begin }, room);
    count += 1;
    if (clock < begin + struct.length) break;
  }
  return { client, clock: from, count, bytes: encoder.toUint8Array(), end: clock };
};

const joinBlocks = (blocks: readonly Block[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length);
    for (const { client, clock, count, bytes } of blocks) {
      encoding.writeVarUint(encoder, count);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeUint8Array(encoder, bytes);
    }
    // No deletions.
    encoding.writeVarUint(encoder, 0);
  });

/** The next update for a receiver that has what `cursor` says, which moves on; null when it has all. `only`: of
 * these clients, as far as this clock. */
export const nextSlice = (
  doc: Y.Doc,
  cursor: Cursor,
  only: ReadonlyMap<number, number> | null = null,
  budget = SLICE_BYTES,
): Uint8Array | null => {
  const blocks: Block[] = [];
  let left = budget;
  for (const [client, structs] of doc.store.clients) {
    if (left <= 0) break;
    const from = cursor.get(client) ?? 0;
    const upTo = only === null ? Infinity : (only.get(client) ?? 0);
    if (from >= Math.min(upTo, Y.getState(doc.store, client))) continue;
    const block = writeBlock(client, structs, { from, upTo }, left);
    blocks.push(block);
    cursor.set(client, block.end);
    left -= block.bytes.length;
  }
  return blocks.length === 0 ? null : joinBlocks(blocks);
};

/** How much is left for a receiver that has what `cursor` says. */
export const clocksBeyond = (doc: Y.Doc, cursor: Cursor): number => {
  let left = 0;
  for (const client of doc.store.clients.keys())
    left += Math.max(0, Y.getState(doc.store, client) - (cursor.get(client) ?? 0));
  return left;
};

/** All deletions, and what waits here for updates that have not come yet. */
export const deletionsOf = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc));

/** An update that says nothing. */
const EMPTY_BYTES = 2;

/** All that the document has beyond `cursor`, in updates of bounded size. */
export function* slicesBeyond(doc: Y.Doc, cursor: Cursor): Generator<Uint8Array, void> {
  for (let slice = nextSlice(doc, cursor); slice !== null; slice = nextSlice(doc, cursor)) yield slice;
  const deletions = deletionsOf(doc);
  if (deletions.length > EMPTY_BYTES) yield deletions;
}
