// Looks at a change before the document sees it. Yjs takes apart and applies in one go, so bytes that go
// bad in the middle leave half a change behind: of 30,000 mutated ones 2 made a document unusable. Here
// it is taken apart first, as a whole, and what it holds must be what desks write. Leaves out whether it
// is true: a well-formed change of a member counts (what two replicas then hold apart, mending.ts finds).

import * as Y from 'yjs';

import { Malformed } from './malformed.ts';
import { SkippingDecoder } from './skipping-decoder.ts';

/** Of one struct and of one writer's whole history; a year of a busy desk is a few hundred thousand. */
const MAX_CLOCK = 2 ** 31;
/** Yjs keeps in memory what waits for something missing. */
const MAX_PENDING_BYTES = 32 * 1024 * 1024;

const isAllowedType = (type: unknown): boolean =>
  (type instanceof Y.Array || type instanceof Y.Map || type instanceof Y.Text) &&
  // XML types are subclasses of these.
  [Y.Array, Y.Map, Y.Text].some((allowed) => Object.getPrototypeOf(type) === allowed.prototype);

const isAllowed = (content: Y.Item['content']): boolean =>
  content instanceof Y.ContentAny ||
  content instanceof Y.ContentString ||
  content instanceof Y.ContentDeleted ||
  (content instanceof Y.ContentType && isAllowedType(content.type));

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

const harm = (what: string): Malformed => new Malformed(what, 'harmfulChange');

const checkParent = (doc: Y.Doc, { parent }: Y.Item): void => {
  // As decoded: a name, or the place of what it stands in.
  if (parent === null || typeof parent === 'string' || !(parent instanceof Y.ID)) return;
  if (parent.clock >= Y.getState(doc.store, parent.client)) return;
  const within = Y.getItem(doc.store, parent);
  if (within instanceof Y.Item && !(within.content instanceof Y.ContentType) && !within.deleted)
    throw harm('a change within a plain value');
};

const checkStruct = (doc: Y.Doc, struct: Struct): void => {
  const { client, clock } = struct.id;
  if (struct.length <= 0 || clock + struct.length > MAX_CLOCK) throw harm(`a change at ${clock} of ${struct.length}`);
  // Only this page writes under its number.
  if (client === doc.clientID && clock + struct.length > Y.getState(doc.store, client))
    throw harm('a change in the name of this page');
  if (!(struct instanceof Y.Item)) return;
  if (!isAllowed(struct.content)) throw harm(`a value of kind ${struct.content.constructor.name}`);
  checkParent(doc, struct);
};

/** Throws `Malformed` for a change that is none, or that no desk writes. */
export const checkUpdate = (doc: Y.Doc, update: Uint8Array): void => {
  let structs: readonly Struct[] = [];
  try {
    ({ structs } = Y.decodeUpdateV2(update, SkippingDecoder));
  } catch (error) {
    throw new Malformed(`a change that cannot be read: ${String(error)}`);
  }
  for (const struct of structs) checkStruct(doc, struct);
  const pending = doc.store.pendingStructs?.update.length ?? 0;
  if (pending + update.length > MAX_PENDING_BYTES && pending > 0) throw harm('ever more that nothing precedes');
};
