// A backup a day into a folder that the person chose, while the desk is open. Decides when one is due: a day
// after the last, if anything was written since. What fails is shown, and tried again when it is due next.

import type { Notes } from './app-ports.ts';
import type { FolderPort } from './keeping-ports.ts';

const WRITTEN = 'daily-backup';
const DAY_MS = 86_400_000;
const LOOK_MS = 10 * 60_000;
/** The desk opens first. */
const FIRST_LOOK_MS = 60_000;

export interface DailyBackupOptions {
  readonly folder: FolderPort | null;
  readonly teamId: string;
  readonly notes: Pick<Notes, 'get' | 'set'>;
  /** Wall clock, milliseconds. */
  now(): number;
  /** How many entries there are. */
  size(): number;
  copy(): Promise<Uint8Array>;
  fileName(): string;
  written(): void;
}

interface Written {
  readonly at: number;
  /** How many entries there were. */
  readonly size: number;
}

/** Notes are foreign: an older version wrote them, or a hand. */
const parseWritten = (value: unknown): Written | null => {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('size' in value)) return null;
  const { at, size } = value;
  return typeof at === 'number' && typeof size === 'number' ? { at, size } : null;
};

/** `needsAccess`: the browser wants a click before it writes. */
export type DailyState = 'unsupported' | 'off' | 'on' | 'needsAccess' | 'failing';

export class DailyBackup {
  state: DailyState = $state('off');
  /** The folder's name; '' while there is none. */
  folderName = $state('');
  readonly #options: DailyBackupOptions;
  readonly #timers: readonly ReturnType<typeof setTimeout>[];

  constructor(options: DailyBackupOptions) {
    this.#options = options;
    if (options.folder === null) this.state = 'unsupported';
    const look = (): void => void this.look();
    this.#timers = options.folder === null ? [] : [setTimeout(look, FIRST_LOOK_MS), setInterval(look, LOOK_MS)];
    void this.read();
  }

  end(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  /** What is known of the folder, read anew. */
  async read(): Promise<void> {
    const { folder, teamId } = this.#options;
    if (folder === null) return;
    const chosen = await folder.read(teamId);
    this.folderName = chosen?.name ?? '';
    if (chosen === null) this.state = 'off';
    else if (!chosen.isOpen) this.state = 'needsAccess';
    else if (this.state !== 'failing') this.state = 'on';
  }

  /** From a click: asks for the folder and writes the first backup. */
  async start(passphrase: string): Promise<'started' | 'declined' | 'noEncryption'> {
    const { folder, teamId } = this.#options;
    if (folder === null) return 'declined';
    const choice = await folder.choose(teamId, passphrase);
    if (choice !== 'chosen') return choice;
    await this.read();
    await this.#write();
    return 'started';
  }

  /** From a click: asks the browser to write into the folder again. */
  async allow(): Promise<void> {
    const { folder, teamId } = this.#options;
    if (folder === null || !(await folder.open(teamId))) return;
    await this.read();
    await this.look();
  }

  /** The files that are there stay. */
  async stop(): Promise<void> {
    await this.#options.folder?.forget(this.#options.teamId);
    this.state = 'off';
    await this.read();
  }

  /** Writes one if it is due. */
  async look(): Promise<void> {
    await this.read();
    if (this.state !== 'on' && this.state !== 'failing') return;
    const last = parseWritten(this.#options.notes.get(WRITTEN));
    // A clock set back must not keep it from being due.
    const isDue = last === null || Math.abs(this.#options.now() - last.at) >= DAY_MS;
    if (isDue && this.#options.size() !== last?.size) await this.#write();
  }

  async #write(): Promise<void> {
    const { folder, teamId, now, size, copy, fileName, written } = this.#options;
    if (folder === null) return;
    const [madeAt, entries] = [now(), size()];
    const outcome = await folder.write({ teamId, madeAt, update: await copy() }, fileName());
    if (outcome === 'elsewhere') return;
    if (outcome === 'notAllowed') {
      this.state = 'needsAccess';
      return;
    }
    this.state = outcome === 'written' ? 'on' : 'failing';
    if (outcome !== 'written') return;
    this.#options.notes.set(WRITTEN, { at: madeAt, size: entries });
    written();
  }
}
