// What happened to a conversation, the last first: the details pane's history. Told once: what two
// peers both wrote, and what a customer said in one breath.

import type { Conversation } from '../domain/conversation-state.ts';
import type { ConversationEntry, RoutingEntry } from '../domain/entry.ts';
import type { EntryId } from '../domain/ids.ts';

export interface HistoryLine {
  readonly entry: ConversationEntry;
  /** Entered queue to first human reply; offered to picked up. Null for everything else. */
  readonly afterMs: number | null;
}

const isCustomers = (entry: ConversationEntry | undefined): boolean =>
  entry?.kind === 'message' && entry.from === 'customer';

/** First to last, without an import's agents, second openings, and all but the last of a breath. */
const tellable = (entries: readonly ConversationEntry[]): readonly ConversationEntry[] => {
  const told = entries.filter((entry) => entry.kind !== 'message' || entry.from === 'customer');
  const opening = told.find((entry) => entry.kind === 'opened');
  return told.filter((entry, index) => {
    if (entry.kind === 'opened') return entry === opening;
    return !isCustomers(entry) || !isCustomers(told[index + 1]);
  });
};

export const readHistory = (conversation: Conversation): readonly HistoryLine[] => {
  const { entries, openedAt } = conversation;
  const at = new Map<EntryId, number>();
  let hasReplied = false;
  const afterMs = (entry: ConversationEntry): number | null => {
    if (entry.kind === 'reply' && !hasReplied) {
      hasReplied = true;
      return Math.max(0, entry.at - openedAt);
    }
    if (entry.kind !== 'pickedUp' || entry.base === null) return null;
    const offeredAt = at.get(entry.base);
    return offeredAt === undefined ? null : Math.max(0, entry.at - offeredAt);
  };
  const lines: HistoryLine[] = [];
  for (const entry of tellable(entries)) {
    lines.push({ entry, afterMs: afterMs(entry) });
    if (entry.kind === 'assigned' || entry.kind === 'transferred') at.set(entry.id, entry.at);
  }
  return lines.reverse();
};

/** The last assignment by the dispatcher, to say why; null where there was none. */
export const lastAssignment = (conversation: Conversation): (RoutingEntry & { kind: 'assigned' }) | null => {
  for (const entry of conversation.entries.toReversed()) if (entry.kind === 'assigned') return entry;
  return null;
};
