// Up to where this person has read, a conversation and a chat room, kept on this device alone. Clocks
// of other machines are off and entries come late, so nothing here compares their stamps: a
// conversation is read when its last words are those that were seen and no customer's message is
// more; a room when as many words of others were seen as there are.

import type { Conversation } from '../domain/conversation-state.ts';
import type { ChatEntry } from '../domain/entry.ts';
import type { AgentId } from '../domain/ids.ts';
import type { Notes } from './app-ports.ts';

interface Mark {
  /** Stamp of the last that was on the screen. */
  readonly at: number;
  /** How many of others were. */
  readonly seen: number;
}

const UNREAD: Mark = { at: 0, seen: 0 };

const parseMark = (noted: unknown): Mark => {
  if (typeof noted !== 'object' || noted === null || !('at' in noted) || !('seen' in noted)) return UNREAD;
  const { at, seen } = noted;
  return typeof at === 'number' && typeof seen === 'number' ? { at, seen } : UNREAD;
};

export class ReadMarks {
  readonly #notes: Notes;
  /** A room's entries are a new array with each new word, so what was counted stays right. */
  readonly #counted = new WeakMap<readonly ChatEntry[], number>();

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  isUnread(conversation: Conversation, me: AgentId): boolean {
    const { last, customerMessages } = conversation;
    if (last === null) return false;
    const { at, seen } = this.#mark(`read/${conversation.id}`);
    if (customerMessages > seen) return true;
    return last.from !== me && last.from !== 'customer' && last.at !== at;
  }

  /** True where that changed anything. */
  read({ id, last, customerMessages }: Conversation): boolean {
    return last !== null && this.#note(`read/${id}`, { at: last.at, seen: customerMessages });
  }

  unreadIn(room: string, entries: readonly ChatEntry[], me: AgentId): number {
    return Math.max(0, this.#foreign(entries, me) - this.#mark(`chat/${room}`).seen);
  }

  chatMark(room: string): number {
    return this.#mark(`chat/${room}`).at;
  }

  readRoom(room: string, entries: readonly ChatEntry[], me: AgentId): boolean {
    const last = entries.at(-1);
    return last !== undefined && this.#note(`chat/${room}`, { at: last.at, seen: this.#foreign(entries, me) });
  }

  #foreign(entries: readonly ChatEntry[], me: AgentId): number {
    const counted = this.#counted.get(entries) ?? entries.filter((entry) => entry.agent !== me).length;
    this.#counted.set(entries, counted);
    return counted;
  }

  #mark(key: string): Mark {
    return parseMark(this.#notes.get(key));
  }

  #note(key: string, mark: Mark): boolean {
    const before = this.#mark(key);
    if (before.at === mark.at && before.seen === mark.seen) return false;
    this.#notes.set(key, mark);
    return true;
  }
}
