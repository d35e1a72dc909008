// What comes in by any channel, as entries (QU1). Ids derive from the channel's own, so that the
// same conversation brought in twice, here or by another peer, makes nothing twice.

import { conversationIdOf, messageIdOf } from '../domain/derived-ids.ts';
import type { Draft } from '../domain/entry.ts';
import type { AgentId, ConversationId, EntryId, WallMs } from '../domain/ids.ts';
import { MAX_FILES, MAX_LASTED_MS, MAX_NAME, MAX_SKILLS, MAX_SUBJECT, MAX_TEXT } from '../domain/limits.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { Replica } from '../replica/replica.ts';
import { AnsweredThreads } from './answered-threads.ts';
import type { NewConversation, Refusal } from './desk-types.ts';

const whyNotText = (text: string, max: number): Refusal | null => {
  if (text.trim() === '') return 'empty';
  return text.length > max ? 'tooLong' : null;
};

/** Why it would not parse once written (replica/checks.ts), null where it would. */
export const whyNotOpen = ({
  channel,
  thread,
  customer,
  subject,
  skills,
  messages,
}: NewConversation): Refusal | null => {
  const wrong = [channel, customer.key, customer.name, ...skills].map((name) => whyNotText(name, MAX_NAME));
  const isTooLong = (thread ?? '').length > MAX_NAME || skills.length > MAX_SKILLS;
  const isMessageTooLong = messages.some(
    ({ text, files }) => text.length > MAX_TEXT || (files?.length ?? 0) > MAX_FILES,
  );
  return (
    wrong.find((reason) => reason !== null) ??
    whyNotText(subject, MAX_SUBJECT) ??
    (isTooLong || isMessageTooLong ? 'tooLong' : null)
  );
};

/** What is there already: in the team, or in the same batch. */
type Known = Pick<TeamState, 'knows'> & { hasConversation(id: ConversationId): boolean };

const knownTo = (team: TeamState): Known => ({
  knows: (id) => team.knows(id),
  hasConversation: (id) => team.conversations.has(id),
});

/** Only what the team does not have yet; empty where it has all of it. */
export const conversationDrafts = (id: ConversationId, conversation: NewConversation, team: TeamState): Draft[] =>
  newsOf(id, conversation, knownTo(team));

const newsOf = (
  id: ConversationId,
  { channel, thread, customer, subject, priority, skills, messages, lasted }: NewConversation,
  known: Known,
): Draft[] => {
  const drafts: Draft[] = [];
  if (!known.hasConversation(id)) {
    const opening = { channel, thread: thread ?? '', customer, subject, priority, skills };
    const length = lasted === undefined ? {} : { lasted: Math.min(Math.max(0, Math.round(lasted)), MAX_LASTED_MS) };
    drafts.push({ kind: 'opened', conversation: id, ...opening, ...length });
  }
  for (const { key, from, text, mail, files = [] } of messages) {
    const facts = { ...(mail === undefined ? {} : { mail }), ...(files.length === 0 ? {} : { files }) };
    const message: Draft = { kind: 'message', conversation: id, from, text, ...facts };
    if (key === null) {
      drafts.push(message);
      continue;
    }
    const messageId = messageIdOf(channel, key);
    if (!known.knows(messageId)) drafts.push({ ...message, id: messageId });
  }
  return drafts;
};

export interface ImportedBatch {
  /** Conversations of which something was new. */
  readonly imported: number;
  /** Conversations that the team had already, whole. */
  readonly known: number;
  /** For each that was handed in, whether something of it was new. */
  readonly isNew: readonly boolean[];
}

/** Writes a batch in one transaction; a batch of about 500 entries keeps the page answering. */
export const importBatch = (
  replica: Replica,
  me: AgentId,
  conversations: readonly NewConversation[],
  at: WallMs,
): ImportedBatch => {
  const drafts: Draft[] = [];
  const opened = new Set<ConversationId>();
  const written = new Set<EntryId>();
  const team = knownTo(replica.team);
  const known: Known = {
    knows: (id) => written.has(id) || team.knows(id),
    hasConversation: (id) => opened.has(id) || team.hasConversation(id),
  };
  const threads = new AnsweredThreads(replica.team);
  const isNew: boolean[] = [];
  for (const conversation of conversations) {
    const { channel, thread } = conversation;
    const id = threads.find(conversation) ?? conversationIdOf(channel, thread ?? replica.newId());
    const news = newsOf(id, conversation, known);
    isNew.push(news.length > 0);
    opened.add(id);
    threads.note(id, conversation);
    for (const draft of news) if (draft.id !== undefined) written.add(draft.id);
    drafts.push(...news);
  }
  if (drafts.length > 0) replica.write(me, drafts, at);
  const imported = isNew.filter(Boolean).length;
  return { imported, known: isNew.length - imported, isNew };
};
