// What people mark a conversation with: tags (TA1), what it needs (TA2) and being laid aside for later (SN1). Told in
// the total order, so the last word on each tag, on the priority and on the skills stands. Keeps true: no mark moves a conversation, and a snooze holds
// only on the routing entry and with the customer messages that its writer had seen.

import type { Snooze } from './conversation-state.ts';
import type { NeedsEntry, SnoozedEntry, TaggedEntry } from './entry.ts';
import type { AgentId, EntryId } from './ids.ts';
import { MAX_TAGS } from './limits.ts';

const NO_TAGS: readonly string[] = [];

export class Marks {
  #tags = NO_TAGS;
  #snoozed: SnoozedEntry | null = null;
  #needs: Pick<NeedsEntry, 'priority' | 'skills'> = {};

  tag({ tag, isOn }: TaggedEntry): void {
    if (this.#tags.includes(tag) === isOn) return;
    if (!isOn) this.#tags = this.#tags.filter((each) => each !== tag);
    else if (this.#tags.length < MAX_TAGS) this.#tags = [...this.#tags, tag];
  }

  change({ priority, skills }: NeedsEntry): void {
    this.#needs = {
      ...this.#needs,
      ...(priority === undefined ? {} : { priority }),
      ...(skills === undefined ? {} : { skills }),
    };
  }

  /** Only who holds the conversation lays it aside, and only as it stands. */
  snooze(entry: SnoozedEntry, head: EntryId | null, owner: AgentId | null): void {
    if (entry.on === head && entry.agent === owner) this.#snoozed = entry;
  }

  /** Somebody answered: it is in hand again. */
  wake(): void {
    this.#snoozed = null;
  }

  facts(head: EntryId | null, customerMessages: number) {
    return { ...this.#needs, tags: this.#tags, snooze: this.#snooze(head, customerMessages) };
  }

  #snooze(head: EntryId | null, customerMessages: number): Snooze | null {
    const entry = this.#snoozed;
    if (entry === null || entry.until === null || entry.on !== head || entry.seen < customerMessages) return null;
    return { until: entry.until, by: entry.agent };
  }
}
