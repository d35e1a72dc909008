// Which tag the lists show alone (TA1); null for all. Of this tab, for as long as it is open.

import type { Conversation } from '../../../domain/conversation-state.ts';
import { t } from '../../../view/text.svelte.ts';

class ListFilter {
  tag: string | null = $state(null);

  /** What an empty list says while it is on. */
  get none(): string | undefined {
    return this.tag === null ? undefined : t('desk.noneTagged');
  }

  of(conversations: readonly Conversation[]): readonly Conversation[] {
    const { tag } = this;
    return tag === null ? conversations : conversations.filter(({ tags }) => tags.includes(tag));
  }
}

export const listFilter = new ListFilter();
