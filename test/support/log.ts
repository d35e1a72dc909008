// Entries for tests, written as a story: each line gets the next Lamport counter, and a routing line
// names the routing line before it. What crossed says so itself: `{ on: earlier }` names another
// base, `{ lamport, device }` another place in the total order.

import type {
  Customer,
  Draft,
  Entry,
  Intent,
  Priority,
  ReclaimCause,
  Role,
  StatusEntry,
} from '../../src/domain/entry.ts';
import {
  asAgentId,
  asConversationId,
  asDeviceId,
  asEntryId,
  asWallMs,
  type ConversationId,
  type EntryId,
} from '../../src/domain/ids.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { Conversation } from '../../src/domain/conversation-state.ts';
import { TeamFold } from '../../src/domain/team-fold.ts';

/** Where a line stands and what it was decided on, where that is not simply the next place. */
export interface Place {
  readonly id?: string;
  readonly lamport?: number;
  readonly device?: string;
  readonly at?: number;
  /** The routing line it names as its base; null: none had been written. */
  readonly on?: Entry | null;
}

export interface Opening {
  readonly customer?: string;
  readonly subject?: string;
  readonly priority?: Priority;
  readonly skills?: readonly string[];
}

export const START_MS = 1_000_000;

export const customerOf = (name: string): Customer => ({ key: `key of ${name}`, name });

export class Log {
  readonly entries: Entry[] = [];
  #lamport = 0;
  #written = 0;
  readonly #choices = new Map<string, StatusEntry>();

  /** `agent` writes on a device of the same name unless told otherwise. */
  write(agent: string, draft: Draft, place: Place = {}): Entry {
    this.#written += 1;
    const lamport = place.lamport ?? this.#lamport + 1;
    this.#lamport = Math.max(this.#lamport, lamport);
    const header = {
      id: asEntryId(place.id ?? `e${this.#written}`),
      device: asDeviceId(place.device ?? agent),
      agent: asAgentId(agent),
      lamport,
      at: asWallMs(place.at ?? START_MS + lamport * 1000),
    };
    const entry = { ...draft, ...header } as Entry;
    this.entries.push(entry);
    return entry;
  }

  join(name: string, role: Role = 'agent', place?: Place): Entry {
    return this.write(name, { kind: 'joined', name, role }, place);
  }

  /** Replaces the agent's choice before it in this log, unless told otherwise. */
  choose(
    name: string,
    intent: Intent,
    { replaces, ...place }: Place & { replaces?: readonly Entry[] } = {},
  ): StatusEntry {
    return this.#choice(name, name, intent, 'person', replaces, place);
  }

  /** RE6: the dispatcher's peer writes it for an agent. */
  makeAway(name: string, { replaces, ...place }: Place & { replaces?: readonly Entry[] } = {}): StatusEntry {
    return this.#choice('dispatcher', name, 'away', 'system', replaces, place);
  }

  set(patch: Partial<Settings>, place?: Place): Entry {
    return this.write('ann', { kind: 'settings', patch }, place);
  }

  skills(name: string, skills: readonly string[]): Entry {
    return this.write(name, { kind: 'agentChanged', of: asAgentId(name), skills });
  }

  /** A team of agents who are all Ready. */
  ready(...names: readonly string[]): this {
    for (const name of names) this.join(name);
    for (const name of names) this.choose(name, 'ready');
    return this;
  }

  conversation(id = 'c1', opening: Opening = {}, place: Place = {}): Story {
    const story = new Story(this, id);
    story.open(opening, place);
    return story;
  }

  fold(): TeamFold {
    return foldOf(this.entries);
  }

  #choice(
    writer: string,
    of: string,
    intent: Intent,
    by: 'person' | 'system',
    replaces: readonly Entry[] | undefined,
    place: Place,
  ): StatusEntry {
    const last = this.#choices.get(of);
    const ids = (replaces ?? (last === undefined ? [] : [last])).map((entry) => entry.id);
    const draft: Draft = { kind: 'status', of: asAgentId(of), intent, replaces: ids, by };
    const entry = this.write(writer, draft, place) as StatusEntry;
    this.#choices.set(of, entry);
    return entry;
  }
}

/** The lines of one conversation. */
export class Story {
  readonly id: ConversationId;
  readonly log: Log;
  #base: EntryId | null = null;

  constructor(log: Log, id: string) {
    this.log = log;
    this.id = asConversationId(id);
  }

  open(
    { customer = `Customer of ${this.id}`, subject = 'A late parcel', priority = 'normal', skills = [] }: Opening = {},
    place?: Place,
  ): Entry {
    const opening = { channel: 'by hand', thread: '', customer: customerOf(customer), subject, priority, skills };
    return this.log.write('intake', { kind: 'opened', conversation: this.id, ...opening }, place);
  }

  customerWrites(text = 'Where is it?', place?: Place): Entry {
    return this.log.write('intake', { kind: 'message', conversation: this.id, from: 'customer', text }, place);
  }

  offer(to: string, { round = 0, ...place }: Place & { round?: number } = {}): Entry {
    const reason = { rule: 'only', load: 0, eligible: 1, nextBest: null } as const;
    return this.#route('dispatcher', { kind: 'assigned', to: asAgentId(to), round, reason }, place);
  }

  reclaim(cause: ReclaimCause = 'timeout', place: Place = {}): Entry {
    return this.#route('dispatcher', { kind: 'reclaimed', cause }, place);
  }

  pickUp(who: string, place: Place = {}): Entry {
    return this.#route(who, { kind: 'pickedUp' }, place);
  }

  take(who: string, place: Place = {}): Entry {
    return this.#route(who, { kind: 'taken' }, place);
  }

  transfer(who: string, to: string, { note = '', ...place }: Place & { note?: string } = {}): Entry {
    return this.#route(who, { kind: 'transferred', to: asAgentId(to), note }, place);
  }

  giveBack(who: string, place: Place = {}): Entry {
    return this.#route(who, { kind: 'returned' }, place);
  }

  close(who: string, seen: number, place: Place = {}): Entry {
    return this.#route(who, { kind: 'closed', seen }, place);
  }

  /** A kind that only a newer version knows (CO7). */
  newerKind(who: string, outcome: { state: string; owner?: string }, strength: number, place: Place = {}): Entry {
    return this.#route(who, { kind: 'unknownRouting', name: 'escalated', outcome, strength } as never, place);
  }

  /** Names the line before it without becoming the base of the next. */
  reply(who: string, place: Place = {}): Entry {
    const draft: Draft = { kind: 'reply', conversation: this.id, base: this.#baseOf(place), text: 'It is on its way.' };
    return this.log.write(who, draft, place);
  }

  note(who: string, place?: Place): Entry {
    return this.log.write(who, { kind: 'note', conversation: this.id, text: 'Calls at noon.' }, place);
  }

  /** The conversation as all lines of the log make it. */
  fold(): Conversation {
    const conversation = this.log.fold().conversations.get(this.id);
    if (conversation === undefined) throw new Error(`Nothing opened ${this.id}.`);
    return conversation;
  }

  #route(who: string, body: object, place: Place): Entry {
    const entry = this.log.write(who, { conversation: this.id, base: this.#baseOf(place), ...body } as Draft, place);
    this.#base = entry.id;
    return entry;
  }

  #baseOf({ on }: Place): EntryId | null {
    return on === undefined ? this.#base : (on?.id ?? null);
  }
}

export const foldOf = (entries: Iterable<Entry>): TeamFold => {
  const fold = new TeamFold();
  fold.apply(entries);
  return fold;
};

/** A waiting, fresh conversation by itself: the lines of one log. */
export const story = (): Story => new Log().conversation();
