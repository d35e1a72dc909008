// What this device knows of its teams: enough to list them and to log in before any document is
// loaded, the secret included. In a database of its own, apart from the teams' documents. Where
// nothing can be stored the list lives in memory and dies with the tab, after a fault has said so. Where the
// browser has lost the database, the second copy is asked, once.

import * as v from 'valibot';
import { isIceServers, type IceServer } from '../domain/ice-server.ts';
import { MAX_ID, MAX_NAME } from '../domain/limits.ts';
import type { StorageFault } from '../engine/ports.ts';
import { isRendezvousAddress, isSecret, MAX_ADDRESSES } from './invite.ts';
import { KeyedStore } from './keyed-store.ts';
import type { StoredRecord } from './transactions.ts';

export interface TeamRecord {
  readonly teamId: string;
  readonly name: string;
  readonly secret: string;
  readonly rendezvous: readonly string[];
  readonly deviceId: string;
  /** Null until a join is finished. */
  readonly agentId: string | null;
  readonly agentName: string;
  readonly lastHereAt: number;
  readonly isLoggedIn: boolean;
  /** Whether this device ever had the team's document (ST4). */
  readonly hasEverSynced: boolean;
  /** STUN and TURN servers as last known: there before the document is. */
  readonly iceServers: readonly IceServer[];
}

export type TeamRecordPatch = Partial<Omit<TeamRecord, 'teamId'>>;

/** Each change resolves when it is kept, or a fault has said that it is not. */
export interface Devices {
  /** The team last used first. */
  list(): Promise<readonly TeamRecord[]>;
  get(teamId: string): Promise<TeamRecord | null>;
  put(record: TeamRecord): Promise<void>;
  /** Changes these fields alone, whatever another tab wrote to the others meanwhile. */
  change(teamId: string, patch: TeamRecordPatch): Promise<void>;
  remove(teamId: string): Promise<void>;
  onFault(listener: (fault: StorageFault) => void): () => void;
  close(): Promise<void>;
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID));
const name = v.pipe(v.string(), v.maxLength(MAX_NAME));

const recordSchema = v.object({
  teamId: id,
  name,
  secret: v.pipe(v.string(), v.check(isSecret)),
  rendezvous: v.pipe(v.array(v.pipe(v.string(), v.check(isRendezvousAddress))), v.maxLength(MAX_ADDRESSES)),
  deviceId: id,
  agentId: v.nullable(id),
  agentName: name,
  lastHereAt: v.number(),
  isLoggedIn: v.boolean(),
  hasEverSynced: v.boolean(),
  // Records of earlier versions have none.
  iceServers: v.fallback(v.custom<readonly IceServer[]>(isIceServers), []),
});

const parseRecord = (value: unknown): TeamRecord | null => {
  const parsed = v.safeParse(recordSchema, value);
  return parsed.success ? parsed.output : null;
};

/** Where each record is kept a second time. */
export interface DevicesCopy {
  read(): Promise<readonly Uint8Array[]>;
  keep(teamId: string, record: TeamRecord): void;
}

const parseCopied = (bytes: Uint8Array): TeamRecord | null => {
  try {
    return parseRecord(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
};

const lastUsedFirst = (a: TeamRecord, b: TeamRecord): number => b.lastHereAt - a.lastHereAt;

class IndexedDevices implements Devices {
  readonly #listeners = new Set<(fault: StorageFault) => void>();
  readonly #store: KeyedStore;
  /** What this tab wrote or read last: all there is where nothing can be stored. */
  readonly #memory = new Map<string, TeamRecord>();

  readonly #copy: DevicesCopy | null;
  #hasAskedCopy = false;

  constructor(databaseName: string, copy: DevicesCopy | null) {
    this.#copy = copy;
    this.#store = new KeyedStore(databaseName, (fault) => {
      for (const listener of this.#listeners) listener(fault);
    });
  }

  async list(): Promise<readonly TeamRecord[]> {
    const stored = await this.#store.read();
    if (stored !== null) await this.#takeOver(stored);
    if (stored !== null && this.#memory.size === 0) await this.#askCopy();
    return [...this.#memory.values()].toSorted(lastUsedFirst);
  }

  async get(teamId: string): Promise<TeamRecord | null> {
    return (await this.list()).find((record) => record.teamId === teamId) ?? null;
  }

  async #takeOver(stored: readonly StoredRecord[]): Promise<void> {
    const unreadable: StoredRecord[] = [];
    this.#memory.clear();
    for (const each of stored) {
      const record = parseRecord(each.value);
      if (record === null) unreadable.push(each);
      else this.#memory.set(record.teamId, record);
    }
    if (unreadable.length > 0) await this.#store.setAside(unreadable);
  }

  /** Nothing is registered: this is a new device, or the browser has lost what was. */
  async #askCopy(): Promise<void> {
    if (this.#copy === null || this.#hasAskedCopy) return;
    this.#hasAskedCopy = true;
    const copied = (await this.#copy.read().catch(() => [])).flatMap((bytes) => parseCopied(bytes) ?? []);
    // A tab that was closed long ago left an older one.
    for (const record of copied.toSorted((a, b) => a.lastHereAt - b.lastHereAt)) await this.put(record);
  }

  async put(record: TeamRecord): Promise<void> {
    this.#memory.set(record.teamId, record);
    this.#copy?.keep(record.teamId, record);
    await this.#store.write(new Map([[record.teamId, record]]));
  }

  async change(teamId: string, patch: TeamRecordPatch): Promise<void> {
    const held = this.#memory.get(teamId);
    const changed = held === undefined ? null : { ...held, ...patch };
    if (changed !== null) this.#memory.set(teamId, changed);
    if (changed !== null) this.#copy?.keep(teamId, changed);
    await this.#store.change(teamId, (value) => {
      const record = parseRecord(value);
      return record === null ? undefined : { ...record, ...patch };
    });
  }

  async remove(teamId: string): Promise<void> {
    this.#memory.delete(teamId);
    await this.#store.write(new Map([[teamId, null]]));
  }

  onFault(listener: (fault: StorageFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}

/** The database opens with the first use. */
export const openDevices = (databaseName = 'deskmesh-device', copy: DevicesCopy | null = null): Devices =>
  new IndexedDevices(databaseName, copy);
