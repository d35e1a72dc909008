// What was just done, said for eight seconds at the bottom of the screen, with the way back.

import type { Refusal } from '../../engine/desk-types.ts';
import { refusalText } from '../../view/text.svelte.ts';

export interface Said {
  readonly id: number;
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

const SHOWN_MS = 8_000;
/** More would hide the work. */
const MOST = 3;

export class Toasts {
  list: readonly Said[] = $state.raw([]);
  #next = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  show({ text, undo }: { readonly text: string; readonly undo?: () => void }): void {
    this.list = [...this.list, { id: this.#next, text, undo }].slice(-MOST);
    this.#next += 1;
    this.release();
  }

  /** An act that could not be done: why, and what to do. */
  refuse(reason: Refusal): void {
    this.show({ text: refusalText(reason) });
  }

  /** The last act that can be undone. */
  get undoable(): Said | undefined {
    return this.list.findLast(({ undo }) => undo !== undefined);
  }

  undoLast(): void {
    const said = this.undoable;
    if (said === undefined) return;
    this.dismiss(said.id);
    said.undo?.();
  }

  dismiss(id: number): void {
    this.list = this.list.filter((said) => said.id !== id);
  }

  /** While the pointer or the focus is on them. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  release(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.list = []), SHOWN_MS);
  }
}
