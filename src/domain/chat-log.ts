// The team's own talk (CH1): one room for all and one for each two agents, each in the total order.

import type { ChatEntry } from './entry.ts';
import type { AgentId } from './ids.ts';
import { OrderedLog } from './ordered-log.ts';

/** The same name whichever of the two is asked. */
const pairName = (a: AgentId, b: AgentId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const EMPTY: readonly ChatEntry[] = [];

export class ChatLog {
  readonly #rooms = new Map<string, OrderedLog<ChatEntry>>();

  add(entry: ChatEntry): void {
    const name = entry.room === 'team' ? 'team' : pairName(entry.agent, entry.room);
    const room = this.#rooms.get(name) ?? new OrderedLog<ChatEntry>();
    room.add(entry);
    this.#rooms.set(name, room);
  }

  room(room: 'team' | readonly [AgentId, AgentId]): readonly ChatEntry[] {
    return this.#rooms.get(room === 'team' ? 'team' : pairName(room[0], room[1]))?.all() ?? EMPTY;
  }
}
