// What is read off a desk's view for one place of the screen, and has no state of its own.

import type { Conversation } from '../domain/conversation-state.ts';
import type { AgentId, ConversationId } from '../domain/ids.ts';
import type { Mention } from '../domain/mention-log.ts';
import type { Settings } from '../domain/settings.ts';
import type { Standing, TeamState } from '../domain/team-state.ts';
import type { AgentCard } from './agent-cards.ts';
import type { Look } from './attention/calls.ts';
import type { AssignmentView } from './desk-view-ports.ts';
import type { ChatRoom } from './chat-rooms.ts';
import type { Lists } from './lists.ts';
import type { RowSource } from './rows.ts';

/** What these read; a desk's view has it. */
export interface ReadDesk {
  readonly me: AgentId;
  readonly now: number;
  readonly settings: Settings;
  readonly team: TeamState;
  readonly agents: readonly AgentCard[];
  readonly lists: Lists;
  readonly rooms: readonly ChatRoom[];
  readonly assignment: AssignmentView;
  readonly waitingCount: number;
  readonly isOpening: boolean;
  readonly mentions: { readonly all: readonly Mention[] };
  readonly drafts: { has(id: ConversationId): boolean };
  isUnread(conversation: Conversation): boolean;
  nameOf(agent: AgentId): string;
  agent(id: AgentId): AgentCard | undefined;
  offerRemainingMs(id: ConversationId): number | null;
}

/** What a row of a list is made from (rows.ts). */
export const rowSourceOf = (desk: ReadDesk): RowSource => ({
  me: desk.me,
  now: desk.now,
  settings: desk.settings,
  isUnread: (conversation) => desk.isUnread(conversation),
  hasDraft: (conversation) => desk.drafts.has(conversation.id),
  person: (agent) => ({ id: agent, name: desk.nameOf(agent), status: desk.agent(agent)?.status ?? 'out' }),
  offerRemainingMs: (conversation) => desk.offerRemainingMs(conversation.id),
});

/** What attention.svelte compares with what it was. */
export const lookOf = (desk: ReadDesk): Look => {
  const { assignedToMe, inProgress, snoozed, waiting } = desk.lists;
  const rooms = desk.rooms.map(({ id, unread, last }) => ({ id, unread, lastId: last?.id ?? null }));
  const { state } = desk.assignment;
  const isPausedWithWaiting = state.kind === 'paused' && state.reason === 'nobodyReady' && waiting.length > 0;
  const mentions = desk.isOpening ? null : desk.mentions.all;
  return { assignedToMe, inProgress, snoozed, rooms, mentions, isPausedWithWaiting };
};

/** RE6, ST6 and ST12: what happened to a status without its agent. */
export const noticeOf = (standing: Standing | undefined): 'didNotPickUp' | 'crossed' | 'idle' | null => {
  if (standing?.isCrossed === true) return 'crossed';
  if (standing?.source === 'system') return 'didNotPickUp';
  const isIdle =
    standing?.intent === 'away' && standing.heads.some(({ of, agent, why }) => of === agent && why === 'idle');
  return isIdle ? 'idle' : null;
};

export const assignmentOf = (desk: ReadDesk, state: AssignmentView['state']): AssignmentView => {
  const { waiting } = desk.lists;
  const oldest = waiting.reduce((least, each) => Math.min(least, each.waitingSince), desk.now);
  const agentName = 'agent' in state ? desk.nameOf(state.agent) : '';
  return { state, agentName, waiting: desk.waitingCount, longestMs: Math.max(0, desk.now - oldest) };
};

export const countUnread = (desk: ReadDesk): number =>
  [...desk.lists.assignedToMe, ...desk.lists.inProgress].filter((each) => desk.isUnread(each)).length;

export const countClosed = ({ lists, agents, team }: ReadDesk): number => {
  const held = agents.reduce((sum, agent) => sum + agent.open, 0);
  return Math.max(0, team.conversations.size - lists.waiting.length - held);
};
