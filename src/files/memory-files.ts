// Files that live as long as the page: for the practice team, and wherever the browser keeps nothing.

import type { FileStore } from './file-store.ts';
import type { Bytes } from './sent-file.ts';

export class MemoryFiles implements FileStore {
  readonly #files = new Map<string, Bytes>();
  readonly #listeners = new Set<(hash: string) => void>();

  hashes(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(this.#files.keys()));
  }

  read(hash: string): Promise<Bytes | null> {
    return Promise.resolve(this.#files.get(hash)?.slice() ?? null);
  }

  keep(hash: string, bytes: Bytes): Promise<boolean> {
    this.#files.set(hash, bytes.slice());
    for (const listener of this.#listeners) listener(hash);
    return Promise.resolve(true);
  }

  onKept(listener: (hash: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  usedBytes(): Promise<number> {
    return Promise.resolve([...this.#files.values()].reduce((sum, { length }) => sum + length, 0));
  }

  close(): void {
    this.#listeners.clear();
  }

  erase(): Promise<void> {
    this.#files.clear();
    return Promise.resolve();
  }
}
