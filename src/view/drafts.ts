// What somebody has begun to write and not sent, kept a conversation on this device (restarts too).

import type { Notes } from './app-ports.ts';

export type DraftKind = 'reply' | 'note' | 'chat';

const keyOf = (kind: DraftKind, id: string): string => `draft/${kind}/${id}`;

export class Drafts {
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  read(kind: DraftKind, id: string): string {
    const draft = this.#notes.get(keyOf(kind, id));
    return typeof draft === 'string' ? draft : '';
  }

  /** An empty draft is forgotten. */
  keep(kind: DraftKind, id: string, text: string): void {
    this.#notes.set(keyOf(kind, id), text === '' ? null : text);
  }

  has(id: string): boolean {
    return this.read('reply', id) !== '' || this.read('note', id) !== '';
  }
}
