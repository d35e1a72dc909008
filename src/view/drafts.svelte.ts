// What somebody has begun to write and not sent, kept a conversation on this device (restarts too).
// That it is kept is said only once it is.

import { MAX_TEXT } from '../domain/limits.ts';
import type { Notes } from './app-ports.ts';

/** `files`: what goes with a reply (attached.svelte.ts). */
export type DraftKind = 'reply' | 'note' | 'chat' | 'files';

const keyOf = (kind: DraftKind, id: string): string => `draft/${kind}/${id}`;

export class Drafts {
  /** Of all that was begun. */
  state: 'saved' | 'saving' | 'failed' = $state('saved');
  readonly #notes: Notes;
  #writes = 0;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  read(kind: DraftKind, id: string): string {
    const draft = this.#notes.get(keyOf(kind, id));
    return typeof draft === 'string' ? draft : '';
  }

  /** An empty draft is forgotten. */
  keep(kind: DraftKind, id: string, text: string): void {
    // Longer than can be sent is not kept either: what was kept before stays.
    if (text === this.read(kind, id) || text.length > MAX_TEXT) return;
    this.#notes.set(keyOf(kind, id), text === '' ? null : text);
    void this.#follow();
  }

  has(id: string): boolean {
    return (['reply', 'note', 'files'] as const).some((kind) => this.read(kind, id) !== '');
  }

  /** Resolves when all that was begun is kept, or could not be. */
  settled(): Promise<boolean> {
    return this.#notes.saved().catch(() => false);
  }

  async #follow(): Promise<void> {
    this.#writes += 1;
    const write = this.#writes;
    this.state = 'saving';
    const isSaved = await this.#notes.saved().catch(() => false);
    // The last write of all speaks for those before it.
    if (write === this.#writes) this.state = isSaved ? 'saved' : 'failed';
  }
}
