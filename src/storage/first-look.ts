// Where this device keeps the snapshot of the first screen: a small database of its own, so that it never waits
// for the log, nor the log for it. Decides which record may be believed: one of this team, this agent's and this
// build of the app, no larger than MAX_BYTES, with the right checksum. Any other is as good as none, and no fault:
// nothing is lost with it.

import type { TeamSnapshot } from '../domain/team-snapshot.ts';
import { KeyedStore } from '../platform/keyed-store.ts';
import { parseSnapshot } from '../replica/snapshot-wire.ts';
import { soundPart, withChecksum } from './checksum.ts';

const KEY = 'snapshot';
const MAX_BYTES = 2_000_000;

/** What it must be of. `build` names the program: another one may fold or draw differently. */
export interface Belonging {
  readonly team: string;
  readonly build: string;
}

/** Null where it is too large to be kept. */
export const sealSnapshot = (snapshot: TeamSnapshot, { team, build }: Belonging): Uint8Array | null => {
  const bytes = new TextEncoder().encode(JSON.stringify({ team, build, snapshot }));
  return bytes.length > MAX_BYTES ? null : withChecksum(bytes);
};

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
};

export const openSnapshot = (record: unknown, { team, build }: Belonging): TeamSnapshot | null => {
  if (!(record instanceof Uint8Array) || record.length > 2 * MAX_BYTES) return null;
  const bytes = soundPart(record);
  const sealed = bytes === null ? null : parseJson(bytes);
  if (typeof sealed !== 'object' || sealed === null || !('snapshot' in sealed)) return null;
  const isOurs = 'team' in sealed && sealed.team === team && 'build' in sealed && sealed.build === build;
  return isOurs ? parseSnapshot(sealed.snapshot) : null;
};

export class FirstLook {
  readonly #belonging: Belonging;
  readonly #store: KeyedStore;

  constructor(belonging: Belonging) {
    this.#belonging = belonging;
    this.#store = new KeyedStore(`deskmesh-first-look-${belonging.team}`, () => undefined);
  }

  async read(): Promise<TeamSnapshot | null> {
    const records = (await this.#store.read()) ?? [];
    return openSnapshot(records.find(({ key }) => key === KEY)?.value, this.#belonging);
  }

  /** One that is too large takes the former one away: it would be too old. */
  async write(snapshot: TeamSnapshot): Promise<void> {
    await this.#store.write(new Map([[KEY, sealSnapshot(snapshot, this.#belonging)]]));
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  /** Leaving the team deletes it too (CO9). */
  erase(): Promise<void> {
    return this.#store.erase();
  }
}
