// The team's own talk (CH1): one room for all and one for each two agents, each in the total order.

import type { ChatEntry } from './entry.ts';
import type { AgentId } from './ids.ts';
import { compareEntries } from './order.ts';

/** The same name whichever of the two is asked. */
const pairName = (a: AgentId, b: AgentId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const EMPTY: readonly ChatEntry[] = [];

class Room {
  readonly #entries: ChatEntry[] = [];
  #isSorted = true;
  #shown: readonly ChatEntry[] | null = null;

  add(entry: ChatEntry): void {
    const last = this.#entries.at(-1);
    if (last !== undefined && compareEntries(last, entry) > 0) this.#isSorted = false;
    this.#entries.push(entry);
    this.#shown = null;
  }

  /** What was handed out stays as it was. */
  all(): readonly ChatEntry[] {
    if (!this.#isSorted) this.#entries.sort(compareEntries);
    this.#isSorted = true;
    this.#shown ??= this.#entries.slice();
    return this.#shown;
  }
}

export class ChatLog {
  readonly #rooms = new Map<string, Room>();

  add(entry: ChatEntry): void {
    const name = entry.room === 'team' ? 'team' : pairName(entry.agent, entry.room);
    const room = this.#rooms.get(name) ?? new Room();
    room.add(entry);
    this.#rooms.set(name, room);
  }

  room(room: 'team' | readonly [AgentId, AgentId]): readonly ChatEntry[] {
    return this.#rooms.get(room === 'team' ? 'team' : pairName(room[0], room[1]))?.all() ?? EMPTY;
  }
}
