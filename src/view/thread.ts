// A conversation as a thread: its entries in the total order, runs of messages by one person put
// together, a line for each day and for each thing that happened. Nothing is left out (CO5).

import type { Conversation } from '../domain/conversation-state.ts';
import type { ConversationEntry, NoteEntry, OpenedEntry, RoutingEntry } from '../domain/entry.ts';
import type { AgentId, EntryId } from '../domain/ids.ts';

export type Author = 'customer' | 'imported' | AgentId;

export interface ThreadMessage {
  readonly id: EntryId;
  readonly text: string;
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
  | { readonly kind: 'note'; readonly key: string; readonly note: NoteEntry }
  | { readonly kind: 'event'; readonly key: string; readonly event: ThreadEvent; readonly isCrossed: boolean };

/** Messages of one person within so long of each other stand together. */
const RUN_MS = 10 * 60_000;

const authorOf = (entry: ConversationEntry): Author | null => {
  if (entry.kind === 'message') return entry.from;
  return entry.kind === 'reply' ? entry.agent : null;
};

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

class Thread {
  readonly items: ThreadItem[] = [];
  readonly #crossed: ReadonlySet<EntryId>;
  #day: number | null = null;
  #run: { author: Author; at: number; lastAt: number; messages: ThreadMessage[] } | null = null;
  #hasOpened = false;

  constructor(conversation: Conversation) {
    this.#crossed = new Set(conversation.forks.map((fork) => fork.loser));
  }

  add(entry: ConversationEntry): void {
    this.#startDay(entry);
    const author = authorOf(entry);
    if (author !== null && (entry.kind === 'message' || entry.kind === 'reply')) {
      this.#say(author, entry.at, { id: entry.id, text: entry.text });
      if (this.#crossed.has(entry.id)) this.#close();
      return;
    }
    this.#close();
    if (entry.kind === 'note') this.items.push({ kind: 'note', key: entry.id, note: entry });
    else if (entry.kind === 'opened') this.#open(entry);
    else if (entry.kind !== 'message' && entry.kind !== 'reply') {
      this.items.push({ kind: 'event', key: entry.id, event: entry, isCrossed: this.#crossed.has(entry.id) });
    }
  }

  end(): readonly ThreadItem[] {
    this.#close();
    return this.items;
  }

  /** Two peers that brought in the same conversation both wrote that it opened: it is said once. */
  #open(event: OpenedEntry): void {
    if (this.#hasOpened) return;
    this.#hasOpened = true;
    this.items.push({ kind: 'event', key: event.id, event, isCrossed: false });
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
  const thread = new Thread(conversation);
  for (const entry of conversation.entries) thread.add(entry);
  return thread.end();
};

/** What happened, the last first: the details pane's history. */
export const readHistory = (conversation: Conversation): readonly ConversationEntry[] =>
  conversation.entries.filter((entry) => entry.kind !== 'message' || entry.from === 'customer').toReversed();

/** The last assignment by the dispatcher, to say why; null where there was none. */
export const lastAssignment = (conversation: Conversation): (RoutingEntry & { kind: 'assigned' }) | null => {
  for (const entry of conversation.entries.toReversed()) if (entry.kind === 'assigned') return entry;
  return null;
};
