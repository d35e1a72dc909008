// "Where is our data": which device is known to hold what, up to when, whether this browser may evict it,
// and the ways to hold it oneself. Decides when the browser is asked to keep the data (as a team is opened,
// once the page is installed, and when a person asks) and when a person is reminded of a backup.

import type { AgentId, DeviceId } from '../domain/ids.ts';
import type { Clock, Mesh, Storage, StorageCondition } from '../engine/ports.ts';
import type { Replica } from '../replica/replica.ts';
import type { AppPorts, Notes, OpenTeam } from './app-ports.ts';
import { DailyBackup } from './daily-backup.svelte.ts';
import type { BackupRefusal, Keeping, Room } from './keeping-ports.ts';
import { csv, jsonLines } from './readable-export.ts';

const COPIES = 'copies';
const LAST_BACKUP = 'last-backup';
const MOST_DEVICES = 200;
const DAY_MS = 86_400_000;
/** A copy elsewhere, or a backup, that is older does not stand for what is here now. */
const FRESH_MS = 7 * DAY_MS;
/** Devices seen in step are noted this often. */
const NOTE_EVERY_MS = 60_000;
export const MIN_PASSPHRASE = 12;

export interface DeviceCopy {
  readonly device: DeviceId;
  /** Null where the team does not know who was logged in there. */
  readonly agent: AgentId | null;
  readonly isThis: boolean;
  /** In step with this device now. */
  readonly isInStep: boolean;
  /** When it was last seen to hold all that this one held; null: never seen here. */
  readonly upTo: number | null;
}

export type BackupFault = BackupRefusal | 'passphraseShort' | 'notSaved';
export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: BackupFault };

export interface WhereaboutsOptions {
  readonly replica: Replica;
  readonly mesh: Pick<Mesh, 'status' | 'onStatus'>;
  readonly storage: Pick<Storage, 'saved' | 'condition'>;
  readonly notes: Pick<Notes, 'get' | 'set'>;
  readonly clock: Pick<Clock, 'wall'>;
  readonly keeping: Keeping;
  readonly teamId: string;
}

const UNREAD: StorageCondition = {
  setAside: 0,
  broughtBack: 0,
  isIncomplete: false,
  copy: { state: 'opening', bytes: 0 },
};

const isStamp = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Notes are foreign: an older version wrote them, or a hand. */
const parseCopies = (value: unknown): Map<string, number> =>
  new Map(
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .filter((pair): pair is [string, number] => isStamp(pair[1]))
          .slice(0, MOST_DEVICES)
      : [],
  );

export class Whereabouts {
  /** Null until the browser has told. */
  room: Room | null = $state.raw(null);
  devices: readonly DeviceCopy[] = $state.raw([]);
  lastBackupAt: number | null = $state(null);
  condition: StorageCondition = $state.raw(UNREAD);
  /** What is here may exist nowhere else and may be evicted: time for a backup. */
  needsBackup = $state(false);
  readonly daily: DailyBackup;
  readonly #options: WhereaboutsOptions;
  readonly #copies: Map<string, number>;
  readonly #ends: readonly (() => void)[];
  #notedAt = Number.NEGATIVE_INFINITY;

  constructor(options: WhereaboutsOptions) {
    this.#options = options;
    const { mesh, notes, keeping, replica, teamId } = options;
    this.#copies = parseCopies(notes.get(COPIES));
    const last = notes.get(LAST_BACKUP);
    this.lastBackupAt = isStamp(last) ? last : null;
    this.#ends = [mesh.onStatus(() => this.#note()), keeping.onInstalled(() => void this.persist())];
    void this.persist();
    this.daily = new DailyBackup({
      folder: keeping.folder,
      teamId,
      notes,
      now: () => this.#now(),
      size: () => replica.size,
      copy: () => this.#copy(),
      fileName: () => this.#nameOf('backup'),
      written: () => this.noteBackup(),
    });
  }

  end(): void {
    this.daily.end();
    for (const end of this.#ends) end();
  }

  /** Asks the browser to keep the data; resolves with its answer. */
  async persist(): Promise<boolean> {
    const answer = await this.#options.keeping.askToPersist();
    await this.refresh();
    return answer;
  }

  async refresh(): Promise<void> {
    this.room = await this.#options.keeping.readRoom();
    this.condition = this.#options.storage.condition();
    this.devices = this.#readDevices();
    this.#decide();
  }

  async #copy(): Promise<Uint8Array> {
    const { copyOf } = await this.#options.keeping.copies();
    return copyOf(this.#options.replica.doc);
  }

  /** The file and its name. */
  async backUp(passphrase: string): Promise<Outcome<{ readonly file: Blob; readonly name: string }>> {
    if (passphrase.length < MIN_PASSPHRASE) return { ok: false, reason: 'passphraseShort' };
    const { keeping, teamId } = this.#options;
    const madeAt = this.#now();
    const file = await keeping.sealBackup({ teamId, madeAt, update: await this.#copy() }, passphrase);
    return file === null ? { ok: false, reason: 'noEncryption' } : { ok: true, file, name: this.#nameOf('backup') };
  }

  /** The person has the file. */
  noteBackup(): void {
    this.lastBackupAt = this.#now();
    this.#options.notes.set(LAST_BACKUP, this.lastBackupAt);
    this.#decide();
  }

  /** Adds what the backup holds and this device does not; how many entries that were. */
  async restore(file: Blob, passphrase: string): Promise<Outcome<{ readonly added: number; readonly madeAt: number }>> {
    const { replica, storage, keeping, teamId } = this.#options;
    const opened = await keeping.openBackup(file, passphrase, teamId);
    if (!opened.ok) return opened;
    const before = replica.size;
    const { mergeCopy } = await keeping.copies();
    if (!(await mergeCopy(replica.doc, opened.update))) return { ok: false, reason: 'damagedBackup' };
    if (!(await storage.saved())) return { ok: false, reason: 'notSaved' };
    await this.refresh();
    return { ok: true, added: replica.size - before, madeAt: opened.madeAt };
  }

  readable(kind: 'jsonl' | 'csv'): { readonly file: Blob; readonly name: string } {
    const { team } = this.#options.replica;
    const text = kind === 'csv' ? csv(team) : jsonLines(team);
    const type = kind === 'csv' ? 'text/csv' : 'application/x-ndjson';
    return { file: new Blob([text], { type: `${type};charset=utf-8` }), name: this.#nameOf(kind) };
  }

  #nameOf(ending: string): string {
    const team = this.#options.replica.team.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
    const date = new Date(this.#now());
    const day = Number.isNaN(date.getTime()) ? '' : `-${date.toISOString().slice(0, 10)}`;
    return `deskmesh-${team}${day}.${ending}`;
  }

  #now(): number {
    return this.#options.clock.wall();
  }

  #inStep(): Set<DeviceId> {
    const { peers } = this.#options.mesh.status();
    return new Set(peers.flatMap(({ device, state, isSynced }) => (state === 'connected' && isSynced && device) || []));
  }

  #note(): void {
    const now = this.#now();
    // A clock set back must not keep it from noting.
    if (Math.abs(now - this.#notedAt) < NOTE_EVERY_MS) return;
    const inStep = this.#inStep();
    if (inStep.size > 0) {
      this.#notedAt = now;
      for (const device of inStep) this.#copies.set(device, now);
      this.#options.notes.set(COPIES, Object.fromEntries([...this.#copies].slice(-MOST_DEVICES)));
    }
    this.#decide();
  }

  #isFresh(at: number | null): boolean {
    return at !== null && Math.abs(this.#now() - at) < FRESH_MS;
  }

  #decide(): void {
    // A team of today is still being tried out: no reason to disturb.
    const now = this.#now();
    const conversations = [...this.#options.replica.team.conversations.values()];
    const hasWork = conversations.some(({ openedAt }) => now - openedAt > DAY_MS);
    const isElsewhere = [...this.#copies.values()].some((at) => this.#isFresh(at)) || this.#inStep().size > 0;
    const isSafe = this.room?.isPersistent === true || isElsewhere || this.#isFresh(this.lastBackupAt);
    this.needsBackup = this.room !== null && hasWork && !isSafe;
  }

  #readDevices(): readonly DeviceCopy[] {
    const { replica } = this.#options;
    const agents = new Map<DeviceId, AgentId>();
    for (const entry of replica.team.entries()) if (entry.kind === 'login') agents.set(entry.device, entry.agent);
    const inStep = this.#inStep();
    const known = new Set([replica.device, ...inStep, ...([...this.#copies.keys()] as DeviceId[]), ...agents.keys()]);
    const now = this.#now();
    return [...known]
      .map((device) => {
        const isThis = device === replica.device;
        const isInStep = isThis || inStep.has(device);
        const upTo = isInStep ? now : (this.#copies.get(device) ?? null);
        return { device, agent: agents.get(device) ?? null, isThis, isInStep, upTo };
      })
      .toSorted((a, b) => Number(b.isThis) - Number(a.isThis) || (b.upTo ?? 0) - (a.upTo ?? 0) || byId(a, b));
  }
}

/** Those of one moment keep their places. */
const byId = (a: DeviceCopy, b: DeviceCopy): number => (a.device < b.device ? -1 : 1);

/** Ends with the team. */
export const followWhereabouts = (open: OpenTeam, notes: Notes, { clock, keeping }: AppPorts): Whereabouts => {
  const { replica, mesh, storage } = open.session;
  const whereabouts = new Whereabouts({ replica, mesh, storage, notes, clock, keeping, teamId: open.record.teamId });
  open.ends.push(() => whereabouts.end());
  return whereabouts;
};
