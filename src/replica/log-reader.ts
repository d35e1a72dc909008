// Reads the logs of the document as they grow. Decides what of a log is new: normally what was
// appended since the last reading; after any other change of a log, all of it again, because the
// fold knows what it holds. What does not parse is counted, kept and breaks nothing (CO7).

import * as Y from 'yjs';
import type { Entry } from '../domain/entry.ts';
import { deviceOfLog } from './log-key.ts';
import { parseEntry } from './wire.ts';

type LogEvent = Y.YEvent<Y.AbstractType<unknown>>;

export class LogReader {
  readonly #logs: Y.Map<unknown>;
  /** How many entries of each log have been read. */
  readonly #read = new Map<string, number>();
  /** What of each log did not parse, by reason. */
  readonly #skips = new Map<string, Map<string, number>>();

  constructor(logs: Y.Map<unknown>) {
    this.#logs = logs;
  }

  /** What did not parse, by reason. */
  skipped(): ReadonlyMap<string, number> {
    const skipped = new Map<string, number>();
    for (const skips of this.#skips.values()) {
      for (const [reason, count] of skips) skipped.set(reason, (skipped.get(reason) ?? 0) + count);
    }
    return skipped;
  }

  /** The entries that these changes brought. */
  readEvents(events: readonly LogEvent[]): Entry[] {
    const touched = new Set<string>();
    for (const event of events) {
      const [key] = event.path;
      const isInLog = typeof key === 'string';
      const keys = isInLog ? [key] : event instanceof Y.YMapEvent ? event.keysChanged : [];
      for (const each of keys) {
        touched.add(each);
        if (!isInLog || !this.#isAppend(each, event)) this.#forget(each);
      }
    }
    return this.readLogs(touched);
  }

  /** The entries of these logs that have not been read yet. */
  readLogs(keys: Iterable<string>): Entry[] {
    const entries: Entry[] = [];
    for (const key of keys) this.#readLog(key, entries);
    return entries;
  }

  #isAppend(key: string, event: LogEvent): boolean {
    const read = this.#read.get(key) ?? 0;
    const [first, second, ...rest] = event.changes.delta;
    if (first === undefined) return true;
    if (rest.length > 0) return false;
    if (read === 0) return 'insert' in first && second === undefined;
    return first.retain === read && (second === undefined || 'insert' in second);
  }

  #readLog(key: string, into: Entry[]): void {
    const device = deviceOfLog(key);
    const log = this.#logs.get(key);
    if (log === undefined) return;
    if (device === null || !(log instanceof Y.Array)) {
      this.#skips.set(key, new Map([['notALog', 1]]));
      return;
    }
    const { length } = log;
    for (const wire of log.slice(this.#read.get(key) ?? 0, length)) {
      const parsed = parseEntry(wire, device);
      if (parsed.ok) into.push(parsed.entry);
      else this.#skip(key, parsed.reason);
    }
    this.#read.set(key, length);
  }

  #forget(key: string): void {
    this.#read.delete(key);
    this.#skips.delete(key);
  }

  #skip(key: string, reason: string): void {
    const skips = this.#skips.get(key) ?? new Map<string, number>();
    skips.set(reason, (skips.get(reason) ?? 0) + 1);
    this.#skips.set(key, skips);
  }
}
