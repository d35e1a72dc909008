// What comes in by any channel, as entries (QU1). Ids derive from the channel's own, so that the
// same conversation brought in twice, here or by another peer, makes nothing twice.

import { conversationIdOf, messageIdOf } from '../domain/derived-ids.ts';
import type { Draft } from '../domain/entry.ts';
import type { AgentId, ConversationId, WallMs } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { Replica } from '../replica/replica.ts';
import type { NewConversation } from './desk-types.ts';

/** Only what the team does not have yet; empty where it has all of it. */
export const conversationDrafts = (
  id: ConversationId,
  { channel, thread, customer, subject, priority, skills, messages }: NewConversation,
  team: TeamState,
): Draft[] => {
  const drafts: Draft[] = [];
  if (!team.conversations.has(id)) {
    const opening = { channel, thread: thread ?? '', customer, subject, priority, skills };
    drafts.push({ kind: 'opened', conversation: id, ...opening });
  }
  for (const { key, from, text } of messages) {
    const message: Draft = { kind: 'message', conversation: id, from, text };
    if (key === null) {
      drafts.push(message);
      continue;
    }
    const messageId = messageIdOf(channel, key);
    if (!team.knows(messageId)) drafts.push({ ...message, id: messageId });
  }
  return drafts;
};

export interface ImportedBatch {
  /** Conversations of which something was new. */
  readonly imported: number;
  /** Conversations that the team had already, whole. */
  readonly known: number;
}

/** Writes a batch in one transaction; a batch of about 500 entries keeps the page answering. */
export const importBatch = (
  replica: Replica,
  me: AgentId,
  conversations: readonly NewConversation[],
  at: WallMs,
): ImportedBatch => {
  const drafts: Draft[] = [];
  let imported = 0;
  for (const conversation of conversations) {
    const { channel, thread } = conversation;
    const id = conversationIdOf(channel, thread ?? replica.newId());
    const news = conversationDrafts(id, conversation, replica.team);
    if (news.length > 0) imported += 1;
    drafts.push(...news);
  }
  if (drafts.length > 0) replica.write(me, drafts, at);
  return { imported, known: conversations.length - imported };
};
