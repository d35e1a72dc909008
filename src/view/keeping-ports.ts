// What the page "Where is our data" needs of the platform, so that the view imports no adapter.

import type { Replica } from '../replica/replica.ts';

export interface Room {
  readonly isPersistent: boolean | null;
  readonly usedBytes: number | null;
  readonly totalBytes: number | null;
}

/** Keys of messages/; each has a sentence. */
export type BackupRefusal =
  | 'notABackup'
  | 'newerBackup'
  | 'truncatedBackup'
  | 'damagedBackup'
  | 'otherTeam'
  | 'wrongPassphrase'
  | 'tooLarge'
  | 'noEncryption';

/** A folder that backups go into by themselves. */
export interface FolderPort {
  /** From a click of the person's: asks for the folder. */
  choose(teamId: string, passphrase: string): Promise<'chosen' | 'declined' | 'noEncryption'>;
  /** Null where none was chosen. `isOpen`: it may be written into without a click. */
  read(teamId: string): Promise<{ readonly name: string; readonly isOpen: boolean } | null>;
  open(teamId: string): Promise<boolean>;
  write(
    content: { readonly teamId: string; readonly madeAt: number; readonly update: Uint8Array },
    name: string,
  ): Promise<'written' | 'notAllowed' | 'failed' | 'elsewhere'>;
  forget(teamId: string): Promise<void>;
}

export interface DocumentCopies {
  /** All of the team's document, for a backup; made in short tasks. */
  copyOf(doc: Replica['doc']): Promise<Uint8Array>;
  /** Takes in what the copy holds beyond what is here. False where it is no copy of a team: nothing was taken. */
  mergeCopy(doc: Replica['doc'], copy: Uint8Array): Promise<boolean>;
}

export interface Keeping {
  /** Null where the browser lets no page write into a folder. */
  readonly folder: FolderPort | null;
  readRoom(): Promise<Room>;
  /** The browser's answer to being asked never to evict what is stored here. */
  askToPersist(): Promise<boolean>;
  copies(): Promise<DocumentCopies>;
  /** Null where this page may not encrypt. */
  sealBackup(
    content: { readonly teamId: string; readonly madeAt: number; readonly update: Uint8Array },
    passphrase: string,
  ): Promise<Blob | null>;
  openBackup(
    file: Blob,
    passphrase: string,
    teamId: string,
  ): Promise<
    | { readonly ok: true; readonly update: Uint8Array; readonly madeAt: number }
    | { readonly ok: false; readonly reason: BackupRefusal }
  >;
  onInstalled(listener: () => void): () => void;
}
