// The rooms of the team's own talk (CH1) as a list: the team room first, then one with each other
// agent, those with the latest word first.

import type { ChatEntry } from '../domain/entry.ts';
import type { AgentId } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { ReadMarks } from './read-marks.ts';

export interface ChatRoom {
  /** 'team', or the other agent's id. */
  readonly id: 'team' | AgentId;
  readonly entries: readonly ChatEntry[];
  readonly unread: number;
  readonly last: ChatEntry | null;
}

export const chatRoom = (team: TeamState, me: AgentId, id: 'team' | AgentId, marks: ReadMarks): ChatRoom => {
  const entries = team.chat(id === 'team' ? 'team' : [me, id]);
  return { id, entries, unread: marks.unreadIn(id, entries, me), last: entries.at(-1) ?? null };
};

export const chatRooms = (team: TeamState, me: AgentId, marks: ReadMarks): readonly ChatRoom[] => {
  const others = [...team.agents.values()].filter((agent) => agent.id !== me);
  const direct = others
    .map((agent) => ({ name: agent.name, room: chatRoom(team, me, agent.id, marks) }))
    .sort((a, b) => (b.room.last?.at ?? 0) - (a.room.last?.at ?? 0) || a.name.localeCompare(b.name));
  return [chatRoom(team, me, 'team', marks), ...direct.map(({ room }) => room)];
};
