// Drafts and reading marks of a practice: as long as the tab, no longer. Plain copies go in and out, as they
// would with what is really stored.

import type { Notes } from '../view/app-ports.ts';

export class MemoryNotes implements Notes {
  readonly #kept = new Map<string, string>();

  get(key: string): unknown {
    return JSON.parse(this.#kept.get(key) ?? 'null');
  }

  set(key: string, value: unknown): void {
    this.#kept.set(key, JSON.stringify(value ?? null));
  }

  async saved(): Promise<boolean> {
    return true;
  }

  async close(): Promise<void> {}

  async erase(): Promise<void> {
    this.#kept.clear();
  }
}
