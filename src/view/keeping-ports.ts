// What the page "Where is our data" needs of the platform, so that the view imports no adapter.

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

export interface Keeping {
  readRoom(): Promise<Room>;
  /** The browser's answer to being asked never to evict what is stored here. */
  askToPersist(): Promise<boolean>;
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
