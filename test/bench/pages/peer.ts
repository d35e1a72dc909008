// What a bench asks of a peer in a page, whichever library carries it: the page of each answers alike, so
// that both columns of a table come from the same steps.

import * as Y from 'yjs';

export interface PeerOptions {
  readonly name: string;
  readonly room: string;
  readonly password: string;
  readonly signalling: readonly string[];
  /** As a program that sets nothing but the signalling: what the library then does by itself. */
  readonly isByDefault?: boolean;
  /** Says nothing of itself, as a program that only wants the document. */
  readonly isSilent?: boolean;
}

export interface Seen {
  /** Connections that the library calls connected. */
  readonly connected: number;
  /** Entries that hold a place, connected or not. */
  readonly places: number;
  readonly isSynced: boolean;
}

export interface Peer {
  readonly doc: Y.Doc;
  open(options: PeerOptions): void;
  leave(): void;
  seen(): Seen;
  /** The presence of that peer is known here; null: of anybody. */
  sees(name: string | null): boolean;
  /** When all that the first other peer had was applied; null before. */
  caughtUpAt(): number | null;
  /** That update as one message on a channel. */
  updateMessage(update: Uint8Array): Uint8Array<ArrayBuffer>;
  /** As the library itself ends a connection, where it has a way. */
  destroyConnection(): void;
}

/** Made-up words of the lengths and with the spread of a language's, so that text packs about as letters do. */
const WORDS = Array.from({ length: 4_000 }, (_, index) => {
  const bits = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return (bits.toString(36) + (bits ^ 0x5bd1e995).toString(36)).slice(0, 2 + (bits % 8));
});
const TEXT_WORDS = 30;

const words = (): string =>
  Array.from({ length: TEXT_WORDS }, () => WORDS[Math.floor(WORDS.length * Math.random() ** 3)] ?? '').join(' ');

const SESSION_BYTES = 1_500_000;
const LOG_ENTRIES = 2_000;
const BATCH = 500;

const map = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('test');

export const write = (doc: Y.Doc, key: string, value: unknown): void => {
  map(doc).set(key, value);
};

export const read = (doc: Y.Doc, key: string): unknown => map(doc).get(key);

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Equal for equal content. */
export const content = (doc: Y.Doc): string => JSON.stringify(map(doc).toJSON(), sorted);

/** Objects as the product writes them, in logs of bounded length; a writer's session ends after some,
 * unless all is to be of one session. Encoded it is about as large as asked for. */
export const fill = (doc: Y.Doc, bytes: number, isOneSession = false): void => {
  const entryBytes = words().length + 90;
  const entries = Math.ceil(bytes / entryBytes);
  let log = new Y.Array<unknown>();
  let sessionBytes = 0;
  const begun = crypto.randomUUID();
  for (let at = 0; at < entries; at += BATCH) {
    if (at % LOG_ENTRIES === 0 || (!isOneSession && sessionBytes > SESSION_BYTES)) {
      if (!isOneSession && sessionBytes > SESSION_BYTES) {
        doc.clientID = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
        sessionBytes = 0;
      }
      log = new Y.Array<unknown>();
      map(doc).set(`log ${begun} ${at}`, log);
    }
    const batch = Array.from({ length: Math.min(BATCH, entries - at) }, (_, index) => ({
      k: 'reply',
      i: `${begun.slice(0, 10)}${at + index}`,
      a: 'agent-0123456789',
      l: at + index,
      t: 1_700_000_000_000 + at + index,
      c: 'conversation-01',
      b: null,
      x: words(),
    }));
    sessionBytes += batch.length * entryBytes;
    doc.transact(() => log.push(batch));
  }
};
