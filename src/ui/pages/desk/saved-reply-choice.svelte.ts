// The saved reply that is being looked for while somebody writes (SR1): which slash asks, what it finds,
// which of these is chosen. Shut by Esc until the next slash.

import type { SavedReply } from '../../../domain/saved-replies.ts';
import { findReplies, type SlashQuery, slashQuery } from '../../../view/saved-replies.ts';

export class SavedReplyChoice {
  #slash: SlashQuery | null = $state.raw(null);
  #at = $state(0);
  /** Where the slash stands that Esc has answered. */
  #shutAt: number | null = null;
  readonly #all: () => readonly SavedReply[];

  readonly found: readonly SavedReply[] = $derived.by(() =>
    this.#slash === null ? [] : findReplies(this.#all(), this.#slash.query),
  );

  constructor(all: () => readonly SavedReply[]) {
    this.#all = all;
  }

  get isOpen(): boolean {
    return this.#slash !== null;
  }

  get at(): number {
    return Math.min(this.#at, Math.max(0, this.found.length - 1));
  }

  get chosen(): SavedReply | undefined {
    return this.found[this.at];
  }

  /** What the chosen one takes the place of. */
  get place(): SlashQuery | null {
    return this.#slash;
  }

  look(text: string, caret: number): void {
    const slash = slashQuery(text, caret);
    if (slash?.from !== this.#shutAt) this.#shutAt = null;
    const next = slash === null || slash.from === this.#shutAt ? null : slash;
    if (next?.query !== this.#slash?.query || next?.from !== this.#slash?.from) this.#at = 0;
    this.#slash = next;
  }

  move(by: 1 | -1): void {
    const count = this.found.length;
    if (count > 0) this.#at = (this.at + by + count) % count;
  }

  shut(): void {
    this.#shutAt = this.#slash?.from ?? null;
    this.#slash = null;
  }
}
