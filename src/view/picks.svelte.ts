// Which conversations are picked, to act on several at once. Of this tab, until the picking ends. Keeps true: a range
// goes from the one picked last to the one picked now, in the list as it stands.

import type { Conversation } from '../domain/conversation-state.ts';
import type { ConversationId } from '../domain/ids.ts';

export class Picks {
  /** Check boxes are drawn. */
  isOn = $state(false);
  ids: ReadonlySet<ConversationId> = $state.raw(new Set());
  #anchor: ConversationId | null = null;

  has(id: ConversationId): boolean {
    return this.ids.has(id);
  }

  /** `list`: where it stands, for a range. */
  pick(id: ConversationId, list: readonly Conversation[] = [], isRange = false): void {
    this.isOn = true;
    const ids = new Set(this.ids);
    const from = list.findIndex((each) => each.id === this.#anchor);
    const to = list.findIndex((each) => each.id === id);
    if (isRange && from >= 0 && to >= 0) {
      for (const each of list.slice(Math.min(from, to), Math.max(from, to) + 1)) ids.add(each.id);
    } else if (!ids.delete(id)) ids.add(id);
    this.#anchor = id;
    this.ids = ids;
  }

  hasAll(list: readonly Conversation[]): boolean {
    return list.length > 0 && list.every(({ id }) => this.ids.has(id));
  }

  /** All of a list, or none of it where all are picked. */
  pickAll(list: readonly Conversation[]): void {
    this.isOn = true;
    const ids = new Set(this.ids);
    const isAll = this.hasAll(list);
    for (const { id } of list) {
      if (isAll) ids.delete(id);
      else ids.add(id);
    }
    this.ids = ids;
  }

  drop(id: ConversationId): void {
    const ids = new Set(this.ids);
    if (ids.delete(id)) this.ids = ids;
  }

  end(): void {
    this.isOn = false;
    this.ids = new Set();
    this.#anchor = null;
  }
}

export const picks = new Picks();
