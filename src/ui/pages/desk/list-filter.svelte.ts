// Which tag the lists show alone (TA1); null for all. Of this tab, for as long as it is open.

import type { Conversation } from '../../../domain/conversation-state.ts';

class ListFilter {
  tag: string | null = $state(null);

  of(conversations: readonly Conversation[]): readonly Conversation[] {
    const { tag } = this;
    return tag === null ? conversations : conversations.filter(({ tags }) => tags.includes(tag));
  }
}

export const listFilter = new ListFilter();
