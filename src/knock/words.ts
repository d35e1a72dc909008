// What a customer's page and the desk say to each other once they are connected. Parsed at the boundary, both
// ways, and bounded: what does not fit is null, and its sender is refused. The team's log is the truth; this is
// the wire: messages carry their ids, so that whatever is said twice is there once.

import { isFileList, type SentFile } from '../files/sent-file.ts';

/** Characters of one customer's message. */
export const MAX_CUSTOMER_TEXT = 10_000;
export const MAX_CUSTOMER_NAME = 80;
export const MAX_ID_LENGTH = 64;
/** Ids that one message may list. */
export const MAX_IDS = 1_000;
const MAX_DESK_TEXT = 100_000;
const MAX_DESK_NAME = 200;
const MAX_PLACE = 1_000_000;

export type CustomerWord =
  /** First of all. `own`: what the customer wrote; `have`: what of the team's replies is here; `seen`: read. `files`:
   * this page takes them; one of an earlier version does not say so, and is given their names. */
  | {
      readonly k: 'hello';
      readonly name: string;
      readonly own: readonly string[];
      readonly have: readonly string[];
      readonly seen: string | null;
      readonly files?: boolean;
    }
  /** The text is empty only where files go with it; their bytes are asked for (files/traffic.ts). */
  | { readonly k: 'say'; readonly id: string; readonly text: string; readonly files?: readonly SentFile[] }
  | { readonly k: 'got' | 'seen'; readonly id: string }
  | { readonly k: 'typing'; readonly on: boolean }
  | { readonly k: 'beat' | 'bye' };

/** What a customer may learn of the desk. `place` 0: an agent has been asked; else the place in the queue. */
export interface Standing {
  readonly phase: 'new' | 'waiting' | 'active' | 'closed';
  readonly place: number;
  /** Who has picked it up. */
  readonly by: string | null;
  readonly isAnybodyReady: boolean;
}

/** `revoked`: the link was taken back while the customer was connected. `badFile`: what came is not what may be sent,
 * or was not to be had. `filesTooMuch`: more than one conversation may bring. `noRoom`: the desk cannot keep it now. */
export const REFUSED = ['blocked', 'tooFast', 'tooMuch', 'revoked', 'badFile', 'filesTooMuch', 'noRoom'] as const;
export type RefusedWhy = (typeof REFUSED)[number];

export type DeskWord =
  | ({ readonly k: 'standing'; readonly team: string } & Standing)
  /** Of `own`, what the team does not have. `files`: this desk takes them; an earlier version would lose them. */
  | { readonly k: 'lack'; readonly ids: readonly string[]; readonly files?: boolean }
  | { readonly k: 'got'; readonly ids: readonly string[] }
  | {
      readonly k: 'reply';
      readonly id: string;
      readonly by: string;
      readonly at: number;
      readonly text: string;
      readonly files?: readonly SentFile[];
    }
  | { readonly k: 'typing'; readonly on: boolean }
  /** The agent has read up to here. */
  | { readonly k: 'seen'; readonly id: string }
  | { readonly k: 'refused'; readonly why: RefusedWhy; readonly id: string | null }
  /** Another browser of the team goes on: knock again. */
  | { readonly k: 'move' | 'beat' };

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const text =
  (most: number, least = 0): Check =>
  (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most;
const id = text(MAX_ID_LENGTH, 1);
const ids: Check = (value) => Array.isArray(value) && value.length <= MAX_IDS && value.every(id);
const idOrNull: Check = (value) => value === null || id(value);
const flag: Check = (value) => typeof value === 'boolean';
const flagOrNone: Check = (value) => value === undefined || flag(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const files: Check = (value) => value === undefined || isFileList(value);
const place: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_PLACE;
const stamp: Check = (value) => typeof value === 'number' && value >= 0 && value < 253_402_300_800_000;

const CUSTOMER: Readonly<Record<CustomerWord['k'], Readonly<Record<string, Check>>>> = {
  hello: { name: text(MAX_CUSTOMER_NAME, 1), own: ids, have: ids, seen: idOrNull, files: flagOrNone },
  say: { id, text: text(MAX_CUSTOMER_TEXT), files },
  got: { id },
  seen: { id },
  typing: { on: flag },
  beat: {},
  bye: {},
};

const DESK: Readonly<Record<DeskWord['k'], Readonly<Record<string, Check>>>> = {
  standing: {
    team: text(MAX_DESK_NAME),
    phase: oneOf('new', 'waiting', 'active', 'closed'),
    place,
    by: (value) => value === null || text(MAX_DESK_NAME)(value),
    isAnybodyReady: flag,
  },
  lack: { ids, files: flagOrNone },
  got: { ids },
  reply: { id, by: text(MAX_DESK_NAME), at: stamp, text: text(MAX_DESK_TEXT), files },
  typing: { on: flag },
  seen: { id },
  refused: { why: oneOf(...REFUSED), id: idOrNull },
  move: {},
  beat: {},
};

const parse = (bytes: Uint8Array, shapes: Readonly<Record<string, Readonly<Record<string, Check>>>>): Fields | null => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const fields = value as Fields;
    const kind = fields['k'];
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    if (shape === undefined) return null;
    return Object.entries(shape).every(([name, check]) => check(fields[name])) ? fields : null;
  } catch {
    return null;
  }
};

/** Null where it is none. */
export const parseCustomerWord = (bytes: Uint8Array): CustomerWord | null =>
  parse(bytes, CUSTOMER) as CustomerWord | null;

export const parseDeskWord = (bytes: Uint8Array): DeskWord | null => parse(bytes, DESK) as DeskWord | null;

export const writeWord = (word: CustomerWord | DeskWord): Uint8Array => new TextEncoder().encode(JSON.stringify(word));
