// Reads the second copies of teams from the origin's private file system, in the page: only writing needs a
// worker. Where the browser has none (private windows, older ones) there is no copy, and no fault.

import { lastFrames, readFrames, type Frame } from './copy-frames.ts';
import { folderName, isFolderName, parseFileName } from './copy-requests.ts';
import { standingPage } from './identity-pages.ts';

type Folder = FileSystemDirectoryHandle;

/** So much of a file's end is read to see what the copy holds. */
export const TAIL_BYTES = 256 * 1024;
/** A tab that writes to a file while it is read: it is read anew. */
const ATTEMPTS = 4;
const ERASE_PATIENCE_MS = 5000;
const ERASE_PAUSE_MS = 100;

const rootOf = async (): Promise<Folder | null> => {
  try {
    return (await globalThis.navigator?.storage?.getDirectory?.()) ?? null;
  } catch {
    return null;
  }
};

const folderOf = async (teamId: string): Promise<Folder | null> => {
  try {
    return (await (await rootOf())?.getDirectoryHandle(folderName(teamId))) ?? null;
  } catch {
    return null;
  }
};

const namesIn = async (folder: Folder): Promise<string[]> => {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
};

/** The last `most` bytes; null where it cannot be read, or is no more. */
const readEnd = async (folder: Folder, name: string, most = Infinity): Promise<Uint8Array | null> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      const file = await (await folder.getFileHandle(name)).getFile();
      return new Uint8Array(await file.slice(Math.max(0, file.size - most)).arrayBuffer());
    } catch {
      // Written to meanwhile, or removed by whoever made a new generation: asked again.
    }
  }
  return null;
};

/** What the newest file of each place ends with, the last frame first. */
export const readTails = async (teamId: string): Promise<readonly (readonly Frame[])[]> => {
  const folder = await folderOf(teamId);
  if (folder === null) return [];
  const newest = new Map<number, { readonly name: string; readonly generation: number }>();
  for (const name of await namesIn(folder).catch(() => [])) {
    const file = parseFileName(name);
    if (file !== null && file.generation >= (newest.get(file.place)?.generation ?? 0))
      newest.set(file.place, { name, generation: file.generation });
  }
  const tails = await Promise.all([...newest.values()].map(({ name }) => readEnd(folder, name, TAIL_BYTES)));
  return tails.map((tail) => (tail === null ? [] : lastFrames(tail)));
};

/** Every update in every file, the older generations first; `onPiece` is called as it goes on. */
export const readUpdates = async (teamId: string, onPiece: () => void): Promise<readonly Uint8Array[]> => {
  const folder = await folderOf(teamId);
  if (folder === null) return [];
  const files = (await namesIn(folder)).flatMap((name) => {
    const file = parseFileName(name);
    return file === null ? [] : { name, ...file };
  });
  const updates: Uint8Array[] = [];
  for (const { name } of files.toSorted((a, b) => a.generation - b.generation)) {
    const bytes = await readEnd(folder, name);
    if (bytes !== null)
      updates.push(...readFrames(bytes).flatMap(({ kind, bytes: held }) => (kind === 'update' ? held : [])));
    onPiece();
  }
  return updates;
};

/** What this device needed to enter each team that has a copy here. */
export const readIdentities = async (): Promise<readonly Uint8Array[]> => {
  const root = await rootOf();
  if (root === null) return [];
  const identities: Uint8Array[] = [];
  for (const team of (await namesIn(root).catch(() => [])).filter(isFolderName)) {
    const folder = await root.getDirectoryHandle(team);
    for (const name of (await namesIn(folder)).filter((each) => each.startsWith('identity-'))) {
      const page = standingPage((await readEnd(folder, name)) ?? new Uint8Array());
      if (page !== null) identities.push(page.identity);
    }
  }
  return identities;
};

/** False where another tab holds on to it. */
export const eraseCopy = async (teamId: string): Promise<boolean> => {
  const root = await rootOf();
  for (let waitedMs = 0; root !== null && (await folderOf(teamId)) !== null; waitedMs += ERASE_PAUSE_MS) {
    const isGone = await root.removeEntry(folderName(teamId), { recursive: true }).then(
      () => true,
      () => false,
    );
    if (isGone) return true;
    if (waitedMs >= ERASE_PATIENCE_MS) return false;
    await new Promise((resolve) => setTimeout(resolve, ERASE_PAUSE_MS));
  }
  return true;
};
