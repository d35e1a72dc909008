// The files of a second copy as they lie in the origin's private file system: looked at, altered, and a browser
// that has no such place.

import { afterAll, beforeAll } from 'vitest';
import { folderName } from '../../src/storage/copy-requests.ts';

/** Every storage of this suite opens in a browser that offers no place for a second copy. */
export const withoutCopies = (): void => {
  beforeAll(() => Object.defineProperty(navigator.storage, 'getDirectory', { configurable: true, value: undefined }));
  afterAll(() => {
    Reflect.deleteProperty(navigator.storage, 'getDirectory');
  });
};

const folderOf = async (teamId: string): Promise<FileSystemDirectoryHandle | null> => {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName(teamId)).catch(() => null);
};

/** Names and sizes, in order of their names. */
export const copyFiles = async (teamId: string): Promise<readonly (readonly [name: string, bytes: number])[]> => {
  const files: [string, number][] = [];
  for await (const [name, handle] of (await folderOf(teamId))?.entries() ?? [])
    files.push([name, (await (handle as FileSystemFileHandle).getFile()).size]);
  return files.toSorted(([a], [b]) => a.localeCompare(b));
};

/** Puts something else in the place of what a file holds; while nobody writes to it. */
export const alterCopy = async (
  teamId: string,
  name: string,
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): Promise<void> => {
  const handle = await (await folderOf(teamId))?.getFileHandle(name);
  if (handle === undefined) throw new Error('There is no such copy.');
  const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  const writable = await handle.createWritable();
  await writable.write(change(bytes));
  await writable.close();
};
