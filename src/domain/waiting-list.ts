// The waiting conversations, kept in queue order while they come and go. A change among many costs
// one place found by halving; a change of most of them (an import, new head starts) one sort. What
// carries a stamp from the future is rare and sorted when asked, because its place depends on now.

import type { Conversation } from './conversation-state.ts';
import type { ConversationId, WallMs } from './ids.ts';
import { compareOpened, inQueueOrder, queueKey } from './queue.ts';
import type { Settings } from './settings.ts';

/** Above this part of the list, one sort is cheaper than single insertions. */
const REBUILD_SHARE = 0.05;
const REBUILD_LEAST = 32;
const TIMELESS = Number.MAX_SAFE_INTEGER as WallMs;

export class WaitingList {
  readonly #byId = new Map<ConversationId, Conversation>();
  readonly #changed = new Set<ConversationId>();
  #sorted: Conversation[] = [];
  #placed = new Map<ConversationId, Conversation>();
  #settings: Settings;
  #mustRebuild = false;
  #latestStamp = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get size(): number {
    return this.#byId.size;
  }

  /** Head starts changed: every place may. */
  configure(settings: Settings): void {
    this.#settings = settings;
    this.#mustRebuild = true;
  }

  put(conversation: Conversation): void {
    this.#byId.set(conversation.id, conversation);
    this.#changed.add(conversation.id);
    this.#latestStamp = Math.max(this.#latestStamp, conversation.waitingSince);
  }

  delete(id: ConversationId): void {
    if (this.#byId.delete(id)) this.#changed.add(id);
  }

  /** In queue order at `now`. Shared: valid until the next change. */
  at(now: WallMs): readonly Conversation[] {
    this.#settle();
    return this.#latestStamp > now ? inQueueOrder(this.#byId.values(), this.#settings, now) : this.#sorted;
  }

  #settle(): void {
    if (this.#mustRebuild || this.#changed.size > Math.max(REBUILD_LEAST, this.#byId.size * REBUILD_SHARE))
      this.#rebuild();
    else if (this.#changed.size > 0) this.#move();
    this.#changed.clear();
  }

  #rebuild(): void {
    this.#sorted = inQueueOrder(this.#byId.values(), this.#settings, TIMELESS);
    this.#placed = new Map(this.#byId);
    this.#latestStamp = 0;
    for (const { waitingSince } of this.#sorted) this.#latestStamp = Math.max(this.#latestStamp, waitingSince);
    this.#mustRebuild = false;
  }

  #move(): void {
    for (const id of this.#changed) {
      const before = this.#placed.get(id);
      const after = this.#byId.get(id);
      if (before !== undefined) this.#sorted.splice(this.#placeOf(before), 1);
      if (after !== undefined) this.#sorted.splice(this.#placeOf(after), 0, after);
      if (after === undefined) this.#placed.delete(id);
      else this.#placed.set(id, after);
    }
  }

  /** Where it stands, or would. */
  #placeOf(conversation: Conversation): number {
    const key = queueKey(conversation, this.#settings, TIMELESS);
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#sorted[middle];
      if (other === undefined) break;
      const difference = queueKey(other, this.#settings, TIMELESS) - key || compareOpened(other, conversation);
      if (difference < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
