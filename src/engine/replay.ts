// The desk as it was at any moment: every entry folded once in the order of time, by the fold that the
// desk itself uses, and after each what became of the conversation and of the agents it touched. To
// go anywhere means to put these changes on or take them off, from the nearest checkpoint. It is the
// merged truth, of all entries that are here now: who knew what at the time is not claimed.

import { ownerOf, type Conversation } from '../domain/conversation-state.ts';
import type { Entry } from '../domain/entry.ts';
import type { AgentId, ConversationId, WallMs } from '../domain/ids.ts';
import type { Status } from '../domain/presence-view.ts';
import type { Queued } from '../domain/queue.ts';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import { TeamFold } from '../domain/team-fold.ts';
import type { Agent } from '../domain/team-state.ts';
import { TimeOrder, type TimedEntry } from './replay-order.ts';
import { recordedStatus } from './recorded-presence.ts';
import { ReplayMarks } from './replay-marks.ts';

export type ReplayedConversation = Queued &
  Pick<Conversation, 'customer' | 'subject' | 'state' | 'skills'> & {
    readonly owner: AgentId | null;
    /** Since when it stands so. */
    readonly since: number;
  };

export interface ReplayedAgent {
  readonly id: AgentId;
  readonly name: string;
  readonly status: Status;
  readonly open: number;
}

interface Change<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** An entry after which something reads differently. */
export interface ReplayStep {
  readonly at: number;
  readonly entry: Entry;
  readonly conversation: Change<ReplayedConversation> | null;
  readonly agents: readonly Change<ReplayedAgent>[];
  readonly settings: Change<Settings> | null;
}

const shownConversation = (conversation: Conversation): ReplayedConversation | undefined => {
  const { id, priority, waitingSince, openedOrder, customer, subject, state, skills, head } = conversation;
  if (state === 'closed') return undefined;
  const since = head?.at ?? waitingSince;
  return {
    id,
    priority,
    waitingSince,
    openedOrder,
    customer,
    subject,
    state,
    skills,
    owner: ownerOf(conversation),
    since,
  };
};

const shownAgent = (agent: Agent): ReplayedAgent => {
  const { id, name, open } = agent;
  return { id, name, open, status: recordedStatus(agent) };
};

const isAlike = <T extends object>(a: T | undefined, b: T | undefined, names: readonly (keyof T)[]): boolean =>
  a === b || (a !== undefined && b !== undefined && names.every((name) => a[name] === b[name]));

const CONVERSATION_NAMES = ['state', 'owner', 'waitingSince', 'priority', 'subject'] as const;
const AGENT_NAMES = ['name', 'status', 'open'] as const;

/** Entries folded between two looks at the clock. */
const STEP = 100;

export class Replay {
  readonly steps: ReplayStep[] = [];
  readonly marks = new ReplayMarks();
  readonly #order: TimeOrder;
  readonly #fold = new TeamFold();
  readonly #conversations = new Map<ConversationId, ReplayedConversation>();
  readonly #agents = new Map<AgentId, ReplayedAgent>();
  #settings: Settings = DEFAULT_SETTINGS;
  #entries: readonly TimedEntry[] | null = null;
  #done = 0;

  constructor(entries: Iterable<Entry>, now: WallMs) {
    this.#order = new TimeOrder(entries, now);
  }

  /** All entries in the order of time. */
  get entries(): readonly TimedEntry[] {
    return this.#entries ?? [];
  }

  /** 0 to 1. */
  get progress(): number {
    if (this.#entries === null) return 0;
    return this.#entries.length === 0 ? 1 : this.#done / this.#entries.length;
  }

  /** True once everything can be read. */
  step(): boolean {
    if (this.#entries === null) {
      if (this.#order.step()) this.#entries = this.#order.result();
      return false;
    }
    const end = Math.min(this.#done + STEP, this.#entries.length);
    for (; this.#done < end; this.#done += 1) {
      const next = this.#entries[this.#done];
      if (next !== undefined) this.#take(next);
    }
    return this.#done >= this.#entries.length;
  }

  #take({ at, entry }: TimedEntry): void {
    const changes = this.#fold.apply([entry]);
    let conversation: ReplayStep['conversation'] = null;
    for (const id of changes.conversations) conversation = this.#seeConversation(id);
    const agents: Change<ReplayedAgent>[] = [];
    for (const id of changes.agents) {
      const change = this.#seeAgent(id);
      if (change !== null) agents.push(change);
    }
    const before = this.#settings;
    this.#settings = this.#fold.settings;
    const settings = before === this.#settings ? null : { before, after: this.#settings };
    const current = 'conversation' in entry ? this.#fold.conversations.get(entry.conversation) : undefined;
    this.marks.see(at, entry, current, this.#agents);
    if (conversation === null && agents.length === 0 && settings === null) return;
    this.steps.push({ at, entry, conversation, agents, settings });
  }

  #seeConversation(id: ConversationId): ReplayStep['conversation'] {
    const conversation = this.#fold.conversations.get(id);
    const before = this.#conversations.get(id);
    const after = conversation === undefined ? undefined : shownConversation(conversation);
    if (isAlike(before, after, CONVERSATION_NAMES)) return null;
    if (after === undefined) this.#conversations.delete(id);
    else this.#conversations.set(id, after);
    return { before, after };
  }

  #seeAgent(id: AgentId): Change<ReplayedAgent> | null {
    const agent = this.#fold.agents.get(id);
    const before = this.#agents.get(id);
    const after = agent === undefined ? undefined : shownAgent(agent);
    if (after === undefined || isAlike(before, after, AGENT_NAMES)) return null;
    this.#agents.set(id, after);
    return { before, after };
  }
}
