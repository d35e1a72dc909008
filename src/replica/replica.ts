// The team document on this device: entries in, state out. Decides which log an entry is appended
// to, and gives every log's entries to the fold. Keeps true: each log has one writer and nothing is
// overwritten (CO1); what was written stands in the state at once.

import * as Y from 'yjs';
import type { Draft, Entry } from '../domain/entry.ts';
import { asEntryId, type AgentId, type DeviceId, type WallMs } from '../domain/ids.ts';
import { LOG_ENTRIES_MAX, MAX_LAMPORT } from '../domain/limits.ts';
import { TeamFold } from '../domain/team-fold.ts';
import type { TeamChanges, TeamState } from '../domain/team-state.ts';
import { dayOf, logKey } from './log-key.ts';
import { findFirstPart, type FirstPart, type FirstSaid } from './first-part.ts';
import { LogReader } from './log-reader.ts';
import { Newcomer } from './newcomer.ts';
import { formatEntry } from './wire.ts';

const LOGS = 'logs';
const ID_BYTES = 12;
const SESSION_BYTES = 9;

export interface ReplicaOptions {
  /** By default a new one. */
  readonly doc?: Y.Doc;
  readonly device: DeviceId;
  /** So many random bytes as base64url. */
  readonly token: (bytes: number) => string;
  /** This device has never had all of the team's document: until `tellAll` only some of it is told (newcomer.ts). */
  readonly isNewcomer?: boolean;
  /** Lets the browser get a turn; by default none is needed. */
  readonly pause?: () => Promise<void>;
}

interface OwnLog {
  readonly key: string;
  readonly log: Y.Array<unknown>;
  readonly day: string;
}

type Listener = (changes: TeamChanges) => void;

export class Replica {
  readonly doc: Y.Doc;
  readonly device: DeviceId;
  readonly #fold = new TeamFold();
  readonly #logs: Y.Map<unknown>;
  readonly #reader: LogReader;
  readonly #token: (bytes: number) => string;
  readonly #listeners = new Set<Listener>();
  readonly #pause: () => Promise<void>;
  #newcomer: Newcomer | null;
  #own: OwnLog | null = null;

  constructor({ doc = new Y.Doc(), device, token, isNewcomer = false, pause }: ReplicaOptions) {
    this.doc = doc;
    this.device = device;
    this.#token = token;
    this.#pause = pause ?? (() => Promise.resolve());
    this.#newcomer = isNewcomer ? new Newcomer(this.#fold) : null;
    this.#logs = doc.getMap(LOGS);
    this.#reader = new LogReader(this.#logs);
    this.#logs.observeDeep((events, { origin }) => {
      if (origin !== this) this.#take(this.#reader.readEvents(events));
    });
    this.#take(this.#reader.readLogs(this.#logs.keys()));
  }

  get team(): TeamState {
    return this.#fold;
  }

  /** Entries held. */
  get size(): number {
    return this.#fold.size;
  }

  /** How many entries do not parse, by reason (CO7). */
  get skipped(): ReadonlyMap<string, number> {
    return this.#reader.skipped();
  }

  /** Some of the conversations are kept back, because not all of them is here. */
  get isPartial(): boolean {
    return this.#newcomer !== null;
  }

  /** What a teammate says to send first. */
  expectFirst(said: FirstSaid): void {
    for (const changes of this.#newcomer?.expect(said) ?? []) this.#tell(changes);
  }

  /** All is here. Resolves once all of it is told. */
  async tellAll(): Promise<void> {
    const newcomer = this.#newcomer;
    if (newcomer === null) return;
    this.#newcomer = null;
    for (const changes of newcomer.tellAll()) {
      this.#tell(changes);
      await this.#pause();
    }
  }

  /** What a newcomer is to be sent first; null where that is as well as all. */
  async firstPart(): Promise<FirstPart | null> {
    return this.isPartial ? null : findFirstPart(this.#logs, this.#fold, this.#pause);
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
    const key = this.doc.transact(() => {
      const own = this.#ownLog(at);
      own.log.push(entries.map(formatEntry));
      return own.key;
    }, this);
    this.#take(this.#reader.readLogs([key]));
    return entries;
  }

  /** The log of this start and day; a new one where that is full, or no longer in the document. */
  #ownLog(at: WallMs): OwnLog {
    const day = dayOf(at);
    const own = this.#own;
    const isOpen = own !== null && own.day === day && own.log.length < LOG_ENTRIES_MAX;
    if (isOpen && this.#logs.get(own.key) === own.log) return own;
    const log = new Y.Array<unknown>();
    const key = logKey(at, this.device, this.#token(SESSION_BYTES));
    this.#logs.set(key, log);
    this.#own = { key, log, day };
    return this.#own;
  }

  #take(entries: readonly Entry[]): void {
    this.#tell(this.#newcomer?.take(entries) ?? this.#fold.apply(entries));
  }

  #tell(changes: TeamChanges): void {
    for (const listener of this.#listeners) listener(changes);
  }
}
