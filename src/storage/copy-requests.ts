// What a page and the worker that writes its second copy say to each other, and how the copy's files are
// named. Every request is answered once, in the order in which they came.

import type { Frame } from './copy-frames.ts';

export type CopyRequest =
  /** Takes a place of its own in the team's folder. */
  | { readonly kind: 'open'; readonly folder: string }
  /** Answered once it is on the disk. */
  | { readonly kind: 'append'; readonly frames: readonly Frame[] }
  /** What is needed to enter the team; stands in the place of what was there. */
  | { readonly kind: 'identity'; readonly identity: Uint8Array }
  /** Begins a new generation: what follows as `whole` is the document, until `finish`. */
  | { readonly kind: 'renew' }
  | { readonly kind: 'whole'; readonly frames: readonly Frame[] }
  /** The new generation takes the place of the old one. `forgets`: nothing older is kept. */
  | { readonly kind: 'finish'; readonly forgets: boolean }
  | { readonly kind: 'close' };

export interface CopySize {
  /** Of the file that is written to. */
  readonly bytes: number;
  /** Up to where it holds a whole document; 0 where it does not. */
  readonly wholeBytes: number;
  /** Some file of the team holds a whole document. */
  readonly isWhole: boolean;
}

export type CopyAnswer =
  | ({ readonly isDone: true } & CopySize)
  | { readonly isDone: false; readonly reason: 'full' | 'none' };

const FOLDER_PREFIX = 'deskmesh-copy-';
/** So many tabs write at once, each to a place of its own. */
export const PLACES = 8;

/** In the origin's private file system, a team each. */
export const folderName = (teamId: string): string => `${FOLDER_PREFIX}${teamId}`;
export const isFolderName = (name: string): boolean => name.startsWith(FOLDER_PREFIX);

/** The file of one place and generation. */
export const fileName = (place: number, generation: number): string => `${place}-${generation}`;
export const identityName = (place: number): string => `identity-${place}`;

/** Null for anything else in the folder. */
export const parseFileName = (name: string): { readonly place: number; readonly generation: number } | null => {
  const [, place, generation] = /^(\d)-(\d{1,9})$/.exec(name) ?? [];
  return place === undefined || generation === undefined
    ? null
    : { place: Number(place), generation: Number(generation) };
};
