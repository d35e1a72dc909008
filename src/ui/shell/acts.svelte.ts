// Everything that can be done right now, each with its words and its key: what the palette lists and what
// the keyboard starts. Whoever can do something lends it for as long as it is on the screen.

import { untrack } from 'svelte';
import type { IconName, Status } from '../parts/part-types.ts';

export interface Act {
  readonly id: string;
  readonly label: string;
  /** What stands before the words: an icon, or the status that it leads to. */
  readonly mark: IconName | { readonly status: Status };
  /** A single key, for when nothing is being written. */
  readonly key?: string;
  readonly run: () => void;
}

type Lender = () => readonly Act[];

/** Who lends: what is nearest to the hand comes first. */
const LEVELS = ['conversation', 'page', 'shell'] as const;
export type Level = (typeof LEVELS)[number];

class Acts {
  #lent: readonly { readonly level: Level; readonly lender: Lender }[] = $state.raw([]);

  readonly all: readonly Act[] = $derived(
    LEVELS.flatMap((level) => this.#lent.filter((each) => each.level === level)).flatMap(({ lender }) => lender()),
  );

  /** Call in an effect; what it returns takes the acts back. */
  lend(level: Level, lender: Lender): () => void {
    const lent = { level, lender };
    untrack(() => (this.#lent = [...this.#lent, lent]));
    return () => {
      this.#lent = this.#lent.filter((each) => each !== lent);
    };
  }

  withId(id: string): Act | undefined {
    return this.all.find((act) => act.id === id);
  }

  withKey(key: string): Act | undefined {
    return this.all.find((act) => act.key === key);
  }
}

export const acts = new Acts();
