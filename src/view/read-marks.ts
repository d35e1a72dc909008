// Up to where this person has read, a conversation and a chat room, kept on this device alone. A mark
// is the wall time of the last entry that was on the screen; what is foreign and later is unread.

import type { Conversation } from '../domain/conversation-state.ts';
import type { ChatEntry } from '../domain/entry.ts';
import type { AgentId } from '../domain/ids.ts';
import type { Notes } from './app-ports.ts';

export class ReadMarks {
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  isUnread(conversation: Conversation, me: AgentId): boolean {
    const { last } = conversation;
    return last !== null && last.from !== me && last.at > this.#mark(`read/${conversation.id}`);
  }

  /** True where that changed anything. */
  read(conversation: Conversation): boolean {
    return conversation.last !== null && this.#raise(`read/${conversation.id}`, conversation.last.at);
  }

  unreadIn(room: string, entries: readonly ChatEntry[], me: AgentId): number {
    const mark = this.#mark(`chat/${room}`);
    let unread = 0;
    // From the end: what is read was read up to a point.
    for (let index = entries.length - 1; index >= 0; index -= 1) {
      const entry = entries[index];
      if (entry === undefined || entry.at <= mark) break;
      if (entry.agent !== me) unread += 1;
    }
    return unread;
  }

  chatMark(room: string): number {
    return this.#mark(`chat/${room}`);
  }

  readRoom(room: string, entries: readonly ChatEntry[]): boolean {
    const last = entries.at(-1);
    return last !== undefined && this.#raise(`chat/${room}`, last.at);
  }

  #mark(key: string): number {
    const mark = this.#notes.get(key);
    return typeof mark === 'number' ? mark : 0;
  }

  #raise(key: string, at: number): boolean {
    if (at <= this.#mark(key)) return false;
    this.#notes.set(key, at);
    return true;
  }
}
