// A folder on this computer that backups go into by themselves, where the browser lets a page write into one.
// Kept of it are the browser's handle and the seal: the passphrase is asked for once and stored nowhere, and
// the key that was made of it cannot be read out. Each file is written whole or not at all. Nothing in the
// folder is touched but backups of the same team.

import type { BackupContent, BackupSeal } from './backup-file.ts';
import { sealOf, sealWith } from './backup-file.ts';
import { KeyedStore } from './keyed-store.ts';

const STORE = 'deskmesh-backup-folders';
const MOST_FILES = 7;
const ENDING = /-\d{4}-\d\d-\d\d\.backup$/;
const WRITING = { mode: 'readwrite' } as const;

/** Of the File System Access API, which not every browser has and TypeScript does not know whole. */
interface Folder extends FileSystemDirectoryHandle {
  queryPermission?(how: typeof WRITING): Promise<PermissionState>;
  requestPermission?(how: typeof WRITING): Promise<PermissionState>;
}

type PickFolder = (how: { readonly mode: 'readwrite'; readonly id: string }) => Promise<Folder>;

export interface ChosenFolder {
  readonly name: string;
  /** Whether it may be written into now; where not, a click of the person's may ask. */
  readonly isOpen: boolean;
}

export type FolderChoice = 'chosen' | 'declined' | 'noEncryption';
export type FolderOutcome = 'written' | 'notAllowed' | 'failed' | 'elsewhere';

export interface BackupFolder {
  /** From a click of the person's: asks for the folder. */
  choose(teamId: string, passphrase: string): Promise<FolderChoice>;
  /** Null where none was chosen. */
  read(teamId: string): Promise<ChosenFolder | null>;
  /** From a click of the person's: asks to write into it again. */
  open(teamId: string): Promise<boolean>;
  /** `elsewhere`: another tab is at it. */
  write(content: BackupContent, name: string): Promise<FolderOutcome>;
  forget(teamId: string): Promise<void>;
}

interface Kept {
  readonly folder: Folder;
  readonly seal: BackupSeal;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'folder' in value &&
  value.folder instanceof FileSystemDirectoryHandle &&
  'seal' in value &&
  typeof value.seal === 'object';

const isAllowed = async (folder: Folder): Promise<boolean> =>
  ((await folder.queryPermission?.(WRITING)) ?? 'granted') === 'granted';

/** The day in a name; 0 where it is none. */
const dayOf = (name: string): number => Date.parse(name.slice(-'yyyy-mm-dd.backup'.length, -'.backup'.length)) || 0;

/** Of this team those go that are furthest from the one just written: the oldest, or what a wrong clock has named. */
const thinOut = async (folder: Folder, name: string): Promise<void> => {
  const stem = name.replace(ENDING, '');
  const ours: string[] = [];
  for await (const each of folder.keys()) if (ENDING.test(each) && each.replace(ENDING, '') === stem) ours.push(each);
  const distance = (each: string): number => Math.abs(dayOf(each) - dayOf(name));
  const nearestFirst = ours.toSorted((a, b) => distance(a) - distance(b));
  for (const each of nearestFirst.slice(MOST_FILES)) await folder.removeEntry(each);
};

const put = async ({ folder, seal }: Kept, content: BackupContent, name: string): Promise<void> => {
  const blob = await sealWith(content, seal);
  const file = await folder.getFileHandle(name, { create: true });
  // What is written takes the place of the file when it is closed.
  const writable = await file.createWritable();
  try {
    await writable.write(blob);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
  await thinOut(folder, name);
};

class StoredFolder implements BackupFolder {
  readonly #pick: PickFolder;
  readonly #store = new KeyedStore(STORE, () => undefined);

  constructor(pick: PickFolder) {
    this.#pick = pick;
  }

  async choose(teamId: string, passphrase: string): Promise<FolderChoice> {
    const folder = await this.#pick({ ...WRITING, id: 'deskmesh-backup' }).catch(() => null);
    if (folder === null) return 'declined';
    const seal = await sealOf(passphrase);
    if (seal === null) return 'noEncryption';
    const kept: Kept = { folder, seal };
    return (await this.#store.write(new Map([[teamId, kept]]))) ? 'chosen' : 'declined';
  }

  async read(teamId: string): Promise<ChosenFolder | null> {
    const kept = await this.#kept(teamId);
    return kept === null ? null : { name: kept.folder.name, isOpen: await isAllowed(kept.folder) };
  }

  async open(teamId: string): Promise<boolean> {
    const kept = await this.#kept(teamId);
    const answer = await kept?.folder.requestPermission?.(WRITING).catch(() => 'denied');
    return answer === 'granted';
  }

  async write(content: BackupContent, name: string): Promise<FolderOutcome> {
    const kept = await this.#kept(content.teamId);
    if (kept === null || !(await isAllowed(kept.folder))) return 'notAllowed';
    const work = async (): Promise<FolderOutcome> =>
      put(kept, content, name).then(
        () => 'written',
        () => 'failed',
      );
    const lock = { ifAvailable: true };
    return navigator.locks.request(`${STORE}-${content.teamId}`, lock, (held) =>
      held === null ? 'elsewhere' : work(),
    );
  }

  async forget(teamId: string): Promise<void> {
    await this.#store.write(new Map([[teamId, null]]));
  }

  async #kept(teamId: string): Promise<Kept | null> {
    const records = (await this.#store.read()) ?? [];
    const value = records.find(({ key }) => key === teamId)?.value;
    return isKept(value) ? value : null;
  }
}

const ownPicker = (): PickFolder | undefined =>
  (globalThis as { showDirectoryPicker?: PickFolder }).showDirectoryPicker?.bind(globalThis);

/** Null where the browser lets no page write into a folder. */
export const openBackupFolder = (pick: PickFolder | undefined = ownPicker()): BackupFolder | null =>
  pick === undefined || !('locks' in navigator) ? null : new StoredFolder(pick);
