// The team's own talk (CH1): one room for all and one for each two agents, each in the total order.

import type { ChatEntry } from './entry.ts';
import type { AgentId } from './ids.ts';
import { compareOrder } from './order.ts';

/** The same name whichever of the two is asked. */
const pairName = (a: AgentId, b: AgentId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const EMPTY: readonly ChatEntry[] = [];

export class ChatLog {
  readonly #rooms = new Map<string, ChatEntry[]>();

  add(entry: ChatEntry): void {
    const name = entry.room === 'team' ? 'team' : pairName(entry.agent, entry.room);
    const room = this.#rooms.get(name) ?? [];
    const last = room.at(-1);
    // A new array each time: what was handed out stays as it was.
    const next = [...room, entry];
    this.#rooms.set(name, last === undefined || compareOrder(last, entry) < 0 ? next : next.sort(compareOrder));
  }

  room(room: 'team' | readonly [AgentId, AgentId]): readonly ChatEntry[] {
    return this.#rooms.get(room === 'team' ? 'team' : pairName(room[0], room[1])) ?? EMPTY;
  }
}
