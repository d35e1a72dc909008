// What the view needs of the files of a team. Loaded when the team has any, or somebody attaches one.

import type { SentFile } from '../domain/entry.ts';
import type { FileCarrier } from '../files/keeper.ts';
import type { WhyNotFile } from '../files/kinds.ts';
import type { Bytes } from '../files/sent-file.ts';

export type FileState = 'here' | 'coming' | 'awaited';

/** files/keeper.ts */
export interface OpenFiles {
  start(): Promise<void>;
  stateOf(hash: string): FileState;
  receivedBytes(hash: string): number;
  read(hash: string): Promise<Bytes | null>;
  add(
    name: string,
    bytes: Bytes,
  ): Promise<
    { readonly ok: true; readonly file: SentFile } | { readonly ok: false; readonly why: WhyNotFile | 'notKept' }
  >;
  keep(file: SentFile, bytes: Bytes): Promise<boolean>;
  want(hash: string): void;
  subscribe(listener: () => void): () => void;
  usedBytes(): Promise<number>;
  close(): void;
}

export interface FilesNeeds {
  readonly teamId: string;
  readonly carrier: FileCarrier;
  files(): ReadonlyMap<string, SentFile>;
  onFiles(listener: () => void): () => void;
}

export interface LoadedFiles {
  openFiles(needs: FilesNeeds): OpenFiles;
  /** Deletes what this device keeps of a team's files (CO9). */
  eraseFiles(teamId: string): Promise<void>;
}

export interface FilesPort {
  load(): Promise<LoadedFiles>;
}
