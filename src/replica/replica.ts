// The team document on this device: entries in, state out. Decides which log an entry is appended
// to, and reads every log incrementally into the fold. Keeps true: each log has one writer, nothing
// is overwritten (CO1), and what does not parse is counted, kept and breaks nothing (CO7).

import * as Y from 'yjs';
import type { Draft, Entry } from '../domain/entry.ts';
import { asEntryId, type AgentId, type DeviceId, type WallMs } from '../domain/ids.ts';
import { LOG_ENTRIES_MAX, MAX_LAMPORT } from '../domain/limits.ts';
import { TeamFold } from '../domain/team-fold.ts';
import type { TeamChanges, TeamState } from '../domain/team-state.ts';
import { dayOf, deviceOfLog, logKey } from './log-key.ts';
import { formatEntry, parseEntry } from './wire.ts';

const LOGS = 'logs';
const ID_BYTES = 12;
const SESSION_BYTES = 9;

export interface ReplicaOptions {
  readonly doc: Y.Doc;
  readonly device: DeviceId;
  /** So many random bytes as base64url. */
  readonly token: (bytes: number) => string;
}

type Listener = (changes: TeamChanges) => void;

export class Replica {
  readonly doc: Y.Doc;
  readonly device: DeviceId;
  /** Entries that did not parse since start, by reason. */
  readonly skipped = new Map<string, number>();
  readonly #fold = new TeamFold();
  readonly #logs: Y.Map<unknown>;
  readonly #token: (bytes: number) => string;
  /** How many entries of each log the fold has been given. */
  readonly #read = new Map<string, number>();
  readonly #listeners = new Set<Listener>();
  #own: { readonly key: string; readonly log: Y.Array<unknown>; readonly day: string } | null = null;

  constructor({ doc, device, token }: ReplicaOptions) {
    this.doc = doc;
    this.device = device;
    this.#token = token;
    this.#logs = doc.getMap(LOGS);
    this.#logs.observeDeep((events, { origin }) => {
      if (origin !== this) this.#observe(events);
    });
    this.#readLogs(this.#logs.keys());
  }

  get team(): TeamState {
    return this.#fold;
  }

  /** Entries held. */
  get size(): number {
    return this.#fold.size;
  }

  newId() {
    return asEntryId(this.#token(ID_BYTES));
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Appends to this device's log in one transaction; the state has them when this returns, also
   * where a listener writes: Yjs tells of that only later, so what is written here is read here. */
  write(agent: AgentId, drafts: readonly Draft[], at: WallMs): readonly Entry[] {
    let { lamport } = this.#fold;
    const entries = drafts.map((draft): Entry => {
      lamport = Math.min(lamport + 1, MAX_LAMPORT);
      return { ...draft, id: draft.id ?? this.newId(), device: this.device, agent, lamport, at } as Entry;
    });
    const key = this.doc.transact(() => this.#append(entries, at), this);
    this.#readLogs([key]);
    return entries;
  }

  #append(entries: readonly Entry[], at: WallMs): string {
    const { key, log } = this.#ownLog(at);
    log.push(entries.map(formatEntry));
    return key;
  }

  #ownLog(at: WallMs): { readonly key: string; readonly log: Y.Array<unknown> } {
    const day = dayOf(at);
    const own = this.#own;
    const isThere = own !== null && this.#logs.get(own.key) === own.log;
    if (isThere && own.day === day && own.log.length < LOG_ENTRIES_MAX) return own;
    const log = new Y.Array<unknown>();
    const key = logKey(at, this.device, this.#token(SESSION_BYTES));
    this.#logs.set(key, log);
    this.#own = { key, log, day };
    return this.#own;
  }

  #observe(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
    const touched = new Set<string>();
    for (const event of events) {
      const [key] = event.path;
      if (typeof key === 'string') touched.add(key);
      else if (event instanceof Y.YMapEvent) for (const changed of event.keysChanged) touched.add(String(changed));
    }
    for (const event of events) {
      const [key] = event.path;
      // Anything but an append to what was read: read the log again, the fold knows what it holds.
      if (typeof key === 'string' && !this.#isAppend(key, event)) this.#read.delete(key);
    }
    this.#readLogs(touched);
  }

  #isAppend(key: string, event: Y.YEvent<Y.AbstractType<unknown>>): boolean {
    const read = this.#read.get(key) ?? 0;
    const [first, second, ...rest] = event.changes.delta;
    if (first === undefined) return true;
    if (rest.length > 0) return false;
    if (read === 0) return 'insert' in first && second === undefined;
    return first.retain === read && (second === undefined || 'insert' in second);
  }

  #readLogs(keys: Iterable<string>): void {
    const entries: Entry[] = [];
    for (const key of keys) this.#readLog(key, entries);
    const changes = this.#fold.apply(entries);
    for (const listener of this.#listeners) listener(changes);
  }

  #readLog(key: string, into: Entry[]): void {
    const device = deviceOfLog(key);
    const log = this.#logs.get(key);
    if (device === null || !(log instanceof Y.Array)) return this.#skip('notALog');
    const read = this.#read.get(key) ?? 0;
    const { length } = log;
    for (const wire of log.slice(read, length)) {
      const parsed = parseEntry(wire, device);
      if (parsed.ok) into.push(parsed.entry);
      else this.#skip(parsed.reason);
    }
    this.#read.set(key, length);
  }

  #skip(reason: string): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }
}
