// A conversation as a thread: its entries in the total order, runs of messages by one person put
// together, a line for each day and for each thing that happened. Nothing is left out (CO5).

import type { Conversation } from '../domain/conversation-state.ts';
import type { ConversationEntry, MailFacts, OpenedEntry, RoutingEntry, SentFile } from '../domain/entry.ts';
import type { AgentId, EntryId } from '../domain/ids.ts';
import { readCrossings, type Crossing } from './crossings.ts';

export type Author = 'customer' | 'imported' | AgentId;

export interface ThreadMessage {
  readonly id: EntryId;
  readonly text: string;
  readonly mail?: MailFacts;
  readonly files?: readonly SentFile[];
}

export type ThreadEvent = RoutingEntry | OpenedEntry;

export type ThreadItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'run';
      readonly key: string;
      readonly author: Author;
      readonly at: number;
      readonly messages: readonly ThreadMessage[];
    }
  | {
      readonly kind: 'note';
      readonly key: string;
      readonly agent: AgentId;
      readonly at: number;
      readonly text: string;
    }
  | { readonly kind: 'event'; readonly key: string; readonly event: ThreadEvent }
  | { readonly kind: 'crossing'; readonly key: string; readonly crossing: Crossing };

/** Messages of one person within so long of each other stand together. */
const RUN_MS = 10 * 60_000;

const authorOf = (entry: ConversationEntry): Author | null => {
  if (entry.kind === 'message') return entry.from;
  return entry.kind === 'reply' ? entry.agent : null;
};

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

class Thread {
  readonly items: ThreadItem[] = [];
  readonly #crossings: readonly Crossing[];
  #day: number | null = null;
  #run: { author: Author; at: number; lastAt: number; messages: ThreadMessage[] } | null = null;
  #hasOpened = false;

  constructor(crossings: readonly Crossing[]) {
    this.#crossings = crossings;
  }

  add(entry: ConversationEntry): void {
    this.#startDay(entry);
    this.#tell(entry);
    for (const crossing of this.#crossings) {
      if (crossing.last !== entry.id) continue;
      this.#close();
      this.items.push({ kind: 'crossing', key: `crossing-${crossing.key}`, crossing });
    }
  }

  end(): readonly ThreadItem[] {
    this.#close();
    return this.items;
  }

  #tell(entry: ConversationEntry): void {
    const author = authorOf(entry);
    if (author !== null && (entry.kind === 'message' || entry.kind === 'reply')) {
      const mail = entry.kind === 'message' && entry.mail !== undefined ? { mail: entry.mail } : {};
      const files = entry.files === undefined ? {} : { files: entry.files };
      this.#say(author, entry.at, { id: entry.id, text: entry.text, ...mail, ...files });
      return;
    }
    this.#close();
    if (entry.kind === 'note') this.#note(entry.id, entry, entry.text);
    else if (entry.kind === 'opened') this.#open(entry);
    // A mark moves nothing: it stands in the history alone.
    else if (
      entry.kind !== 'message' &&
      entry.kind !== 'reply' &&
      entry.kind !== 'tagged' &&
      entry.kind !== 'needsChanged' &&
      entry.kind !== 'snoozed'
    ) {
      this.items.push({ kind: 'event', key: entry.id, event: entry });
      // TR3: what the sender wrote for the receiver.
      if (entry.kind === 'transferred' && entry.note !== '') this.#note(`note-${entry.id}`, entry, entry.note);
    }
  }

  #note(key: string, { agent, at }: ConversationEntry, text: string): void {
    this.items.push({ kind: 'note', key, agent, at, text });
  }

  /** Two peers that brought in the same conversation both wrote that it opened: it is said once. */
  #open(event: OpenedEntry): void {
    if (this.#hasOpened) return;
    this.#hasOpened = true;
    this.items.push({ kind: 'event', key: event.id, event });
  }

  #startDay({ id, at }: ConversationEntry): void {
    const day = dayOf(at);
    if (day === this.#day) return;
    this.#close();
    this.#day = day;
    this.items.push({ kind: 'day', key: `day-${id}`, at });
  }

  #say(author: Author, at: number, message: ThreadMessage): void {
    const run = this.#run;
    if (run !== null && run.author === author && Math.abs(at - run.lastAt) < RUN_MS) {
      run.messages.push(message);
      run.lastAt = at;
      return;
    }
    this.#close();
    this.#run = { author, at, lastAt: at, messages: [message] };
  }

  #close(): void {
    const run = this.#run;
    this.#run = null;
    const first = run?.messages[0];
    if (run === null || first === undefined) return;
    this.items.push({ kind: 'run', key: first.id, author: run.author, at: run.at, messages: run.messages });
  }
}

export const readThread = (conversation: Conversation): readonly ThreadItem[] => {
  const thread = new Thread(readCrossings(conversation));
  for (const entry of conversation.entries) thread.add(entry);
  return thread.end();
};
