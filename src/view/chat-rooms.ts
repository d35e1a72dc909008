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
  /** Of these, how many call me by name (AT2). */
  readonly calls: number;
  readonly last: ChatEntry | null;
}

/** Among the last words of others, as many as are unread. */
const callsIn = (entries: readonly ChatEntry[], me: AgentId, unread: number): number => {
  let [left, calls] = [unread, 0];
  for (let at = entries.length - 1; at >= 0 && left > 0; at -= 1) {
    const entry = entries[at];
    if (entry === undefined || entry.agent === me) continue;
    left -= 1;
    if (entry.mentions?.includes(me) === true) calls += 1;
  }
  return calls;
};

export const chatRoom = (team: TeamState, me: AgentId, id: 'team' | AgentId, marks: ReadMarks): ChatRoom => {
  const entries = team.chat(id === 'team' ? 'team' : [me, id]);
  const unread = marks.unreadIn(id, entries, me);
  return { id, entries, unread, calls: unread === 0 ? 0 : callsIn(entries, me, unread), last: entries.at(-1) ?? null };
};

export const chatRooms = (team: TeamState, me: AgentId, marks: ReadMarks): readonly ChatRoom[] => {
  const others = [...team.agents.values()].filter((agent) => agent.id !== me);
  const direct = others
    .map((agent) => ({ name: agent.name, room: chatRoom(team, me, agent.id, marks) }))
    .sort((a, b) => (b.room.last?.at ?? 0) - (a.room.last?.at ?? 0) || a.name.localeCompare(b.name));
  return [chatRoom(team, me, 'team', marks), ...direct.map(({ room }) => room)];
};
