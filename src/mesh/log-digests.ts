// What the logs hold, as one number a writer's day: equal for equal sets of entries, however Yjs keeps
// them. Equal state vectors say only how far two documents are, not that they hold the same: a byte that
// went bad in one store shows here and nowhere else. Worked out in small portions; while something is not
// read yet there is no answer. Also reads and writes what mending.ts mends.

import * as Y from 'yjs';

/** The replica's map of logs, and how its keys begin: "<day>/<device>/". */
const LOGS = 'logs';
const FAMILY = /^\d{4}-\d{2}-\d{2}\/[\w-]{1,64}\//;
const MENDED = 'mended-';

type LogEvent = Y.YEvent<Y.AbstractType<unknown>>;

const hashText = (text: string, seed = 0x811c9dc5): number => {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) | 0;
};

/** One text for one value; null for what is no plain value, which no log of ours holds. */
const textOf = (value: unknown): string | null => {
  try {
    return value instanceof Y.AbstractType ? null : (JSON.stringify(value) ?? null);
  } catch {
    return null;
  }
};

const familyOf = (key: string): string | null => FAMILY.exec(key)?.[0] ?? null;
const isMended = (key: string): boolean => key.includes(`/${MENDED}`);

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');

/** Values read in one go: a few milliseconds. */
const PORTION = 100;

interface Sum {
  /** How many values of the log are in it. */
  readonly count: number;
  readonly sum: number;
}

const isAppend = (event: LogEvent, count: number): boolean => {
  const [first, second, ...rest] = event.changes.delta;
  if (rest.length > 0 || first === undefined) return false;
  if (count === 0) return 'insert' in first && second === undefined;
  return first.retain === count && second !== undefined && 'insert' in second;
};

export class LogDigests {
  readonly #doc: Y.Doc;
  readonly #logs: Y.Map<unknown>;
  readonly #sums = new Map<string, Sum>();
  readonly #digests = new Map<string, number>();
  readonly #keys = new Map<string, Set<string>>();
  readonly #unread = new Set<string>();
  #reading: { readonly family: string; readonly portions: Generator<void, number> } | null = null;
  #total = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#logs = doc.getMap(LOGS);
    for (const key of this.#logs.keys()) this.#noticed(key);
    this.#logs.observeDeep(this.#onChange);
  }

  close(): void {
    this.#logs.unobserveDeep(this.#onChange);
  }

  /** Of all that is held; null while some of it is not read yet. */
  get digest(): number | null {
    return this.#unread.size === 0 ? this.#total : null;
  }

  /** Reads a portion of one log family; false where all are read. */
  work(): boolean {
    const [family] = this.#unread;
    if (family === undefined) return false;
    this.#reading ??= { family, portions: this.#read(family) };
    const { done, value } = this.#reading.portions.next();
    if (done !== true) return true;
    this.#finish(this.#reading.family, value);
    return true;
  }

  #finish(family: string, digest: number): void {
    this.#reading = null;
    this.#unread.delete(family);
    this.#total = (this.#total - (this.#digests.get(family) ?? 0) + digest) | 0;
    this.#digests.set(family, digest);
  }

  families(): ReadonlyMap<string, number> {
    return this.#digests;
  }

  /** The values of each of its logs. */
  *valuesOf(family: string): Iterable<readonly unknown[]> {
    for (const key of this.#keys.get(family) ?? []) yield this.#valuesAt(key, 0);
  }

  /** Writes what is missing here of another's copy into a log beside; false where nothing is. The name
   * says what is in it: whoever mends the same thing writes the same log. */
  addMissing(family: string, values: readonly unknown[]): boolean {
    const held = new Set<string | null>([null]);
    for (const own of this.valuesOf(family)) for (const value of own) held.add(textOf(value));
    const missing = new Map<string, unknown>();
    for (const value of values) {
      const text = textOf(value);
      if (text !== null && !held.has(text)) missing.set(text, value);
    }
    if (missing.size === 0 || familyOf(`${family}x`) !== family) return false;
    const texts = [...missing.keys()].sort();
    const whole = texts.join('\n');
    const key = `${family}${MENDED}${hex(hashText(whole))}${hex(hashText(whole, 0x1234567))}`;
    if (this.#logs.has(key)) return false;
    this.#doc.transact(() => {
      const log = new Y.Array<unknown>();
      log.push(texts.map((text) => missing.get(text)));
      this.#logs.set(key, log);
    }, this);
    return true;
  }

  /** In portions; gives the digest of the family. */
  *#read(family: string): Generator<void, number> {
    const keys = [...(this.#keys.get(family) ?? [])];
    // Beside a mended log the same entry may stand twice.
    if (keys.some(isMended)) {
      const texts = new Set(keys.flatMap((key) => this.#valuesAt(key, 0).map(textOf)));
      return [...texts].reduce((sum, text) => (text === null ? sum : (sum + hashText(text)) | 0), 0);
    }
    let total = 0;
    for (const key of keys) {
      let { count, sum } = this.#sums.get(key) ?? { count: 0, sum: 0 };
      const values = this.#valuesAt(key, count);
      for (let from = 0; from < values.length; from += PORTION) {
        const portion = values.slice(from, from + PORTION);
        for (const value of portion) sum = (sum + hashText(textOf(value) ?? '')) | 0;
        count += portion.length;
        yield;
      }
      this.#sums.set(key, { count, sum });
      total = (total + sum) | 0;
    }
    return total;
  }

  #valuesAt(key: string, from: number): unknown[] {
    const log = this.#logs.get(key);
    return log instanceof Y.Array ? log.slice(from) : [];
  }

  #noticed(key: string): void {
    const family = familyOf(key);
    if (family === null) return;
    const keys = this.#keys.get(family) ?? new Set<string>();
    if (this.#logs.has(key)) keys.add(key);
    else keys.delete(key);
    this.#keys.set(family, keys);
    this.#unread.add(family);
    // What is read of it may be old.
    if (this.#reading?.family === family) this.#reading = null;
  }

  readonly #onChange = (events: readonly LogEvent[]): void => {
    for (const event of events) {
      const [key] = event.path;
      if (typeof key === 'string') {
        if (!isAppend(event, this.#sums.get(key)?.count ?? 0)) this.#sums.delete(key);
        this.#noticed(key);
      } else if (event instanceof Y.YMapEvent) {
        for (const changed of event.keysChanged as Set<string>) {
          this.#sums.delete(changed);
          this.#noticed(changed);
        }
      }
    }
  };
}
