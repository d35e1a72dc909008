// The team's saved replies (SR1): of each the last in the total order stands, removed ones included, so that
// a change that comes late cannot bring one back unseen.

import type { SavedReplyEntry } from './entry.ts';
import type { AgentId, WallMs } from './ids.ts';
import { MAX_SAVED_REPLIES } from './limits.ts';
import { compareEntries } from './order.ts';

export interface SavedReply {
  readonly id: string;
  /** What is typed after `/` to find it; may be empty. */
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly changedBy: AgentId;
  readonly changedAt: WallMs;
}

const byName = (a: SavedReply, b: SavedReply): number => {
  if (a.name === b.name) return a.id < b.id ? -1 : 1;
  return a.name < b.name ? -1 : 1;
};

export class SavedReplies {
  readonly #last = new Map<string, SavedReplyEntry>();
  #shown: readonly SavedReply[] | null = null;

  add(entry: SavedReplyEntry): void {
    const last = this.#last.get(entry.reply);
    if (last !== undefined && compareEntries(last, entry) > 0) return;
    this.#last.set(entry.reply, entry);
    this.#shown = null;
  }

  /** By name; the same array until one changes. */
  all(): readonly SavedReply[] {
    this.#shown ??= [...this.#last.values()]
      .filter(({ isRemoved }) => !isRemoved)
      .map(({ reply, code, name, text, agent, at }) => {
        return { id: reply, code, name, text, changedBy: agent, changedAt: at };
      })
      .sort(byName)
      .slice(0, MAX_SAVED_REPLIES);
    return this.#shown;
  }
}
