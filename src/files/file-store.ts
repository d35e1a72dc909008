// Where this device keeps the bytes of files, each once, under the hash of its bytes. Apart from the log: a team's
// document stays small. Contract: test/contract/files.contract.ts.

import type { Bytes } from './sent-file.ts';

export interface FileStore {
  /** Everything that is here. */
  hashes(): Promise<ReadonlySet<string>>;
  /** Null where it is not here, or what is here is damaged: then it is dropped, to be fetched again. */
  read(hash: string): Promise<Bytes | null>;
  /** True once it is kept on this device; false where there is no room, or no storage. Never rejects. */
  keep(hash: string, bytes: Bytes): Promise<boolean>;
  /** Told of every hash that is kept from now on, in another tab of this device too. */
  onKept(listener: (hash: string) => void): () => void;
  /** How much is here. */
  usedBytes(): Promise<number>;
  close(): void;
  /** Deletes all of it on this device. */
  erase(): Promise<void>;
}
