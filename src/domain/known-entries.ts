// Which entries the fold holds, so that none counts twice (QU1, CO3). A message's id derives from its
// channel: two peers that bring in the same one write it at two places, and the earlier stands. Any
// other entries that share an id are all kept: nobody can make an entry disappear by forging its id.

import type { ConversationEntry, Entry } from './entry.ts';
import type { EntryId } from './ids.ts';
import { compareEntries } from './order.ts';

const isSameMessage = (a: Entry, b: Entry): boolean =>
  a.kind === 'message' && b.kind === 'message' && a.conversation === b.conversation;

export class KnownEntries {
  readonly #byId = new Map<EntryId, Entry>();
  /** Further entries that share an id: forged or damaged, so rare; kept apart to keep the map flat. */
  readonly #others = new Map<EntryId, Entry[]>();
  size = 0;

  has(id: EntryId): boolean {
    return this.#byId.has(id);
  }

  /** Each once, in no particular order. */
  *all(): Iterable<Entry> {
    yield* this.#byId.values();
    for (const others of this.#others.values()) yield* others;
  }

  /** `held` where the fold already has it; else the later entry it takes the place of, or null. */
  admit(entry: Entry): 'held' | ConversationEntry | null {
    const first = this.#byId.get(entry.id);
    if (first === undefined) {
      this.#byId.set(entry.id, entry);
      this.size += 1;
      return null;
    }
    return this.#admitBeside([first, ...(this.#others.get(entry.id) ?? [])], entry);
  }

  #admitBeside(twins: readonly Entry[], entry: Entry): 'held' | ConversationEntry | null {
    if (twins.some((twin) => compareEntries(twin, entry) === 0)) return 'held';
    const same = twins.find((twin) => isSameMessage(twin, entry));
    if (same === undefined || !('conversation' in same)) {
      this.#keep([...twins, entry]);
      this.size += 1;
      return null;
    }
    if (compareEntries(same, entry) < 0) return 'held';
    this.#keep(twins.map((twin) => (twin === same ? entry : twin)));
    return same;
  }

  #keep([first, ...others]: readonly Entry[]): void {
    if (first === undefined) return;
    this.#byId.set(first.id, first);
    if (others.length > 0) this.#others.set(first.id, others);
  }
}
