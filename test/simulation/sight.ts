// What one tab has, read by the checkers themselves from its document and not from its fold: which
// entries, what they make of each conversation, status and load. Readings are shared between tabs by
// the set of entries they follow from, so that each is made once.

import * as Y from 'yjs';
import type { ConversationEntry, StatusEntry } from '../../src/domain/entry.ts';
import type { AgentId, ConversationId } from '../../src/domain/ids.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings.ts';
import { deviceOfLog } from '../../src/replica/log-key.ts';
import { isOfConversation, type Ledger, type Truth } from './ledger.ts';
import { inTotalOrder } from './reference-order.ts';
import { choiceOf, type Choice } from './reference-standing.ts';
import { reread, type Reading } from './reference.ts';

/** A set of entries and the name that only this set has. */
class Heap {
  readonly truths: Truth[] = [];
  choice: Choice | null = null;
  a = 0;
  b = 0;

  add(truth: Truth): void {
    this.truths.push(truth);
    this.choice = null;
    this.a ^= truth.a;
    this.b ^= truth.b;
  }

  get name(): string {
    return `${this.truths.length} ${this.a >>> 0} ${this.b >>> 0}`;
  }
}

/** Made once for each set of entries. */
export class Readings {
  readonly conversations = new Map<string, Reading>();
  readonly choices = new Map<string, Choice>();
}

export class Known extends Heap {
  reading: Reading | null = null;
  /** Who holds it by the reading counted last. */
  owner: AgentId | null = null;
  isOffer = false;
}

const NEVER = choiceOf([]);

interface Load {
  open: number;
  offers: number;
}

export class Sight {
  readonly all = new Heap();
  /** Greatest counter seen (CO2). */
  lamport = 0;
  readonly conversations = new Map<ConversationId, Known>();
  readonly statuses = new Map<AgentId, Heap>();
  readonly agents = new Set<AgentId>();
  readonly skills = new Map<AgentId, Truth>();
  /** Conversations with entries that have not been looked at since. */
  readonly news = new Set<ConversationId>();
  readonly #uncounted = new Set<ConversationId>();
  readonly #settings = new Map<string, Truth>();
  readonly #loads = new Map<AgentId, Load>();
  readonly #read = new Map<string, number>();
  readonly #seen = new Set<Truth>();
  readonly #logs: Y.Map<unknown>;
  readonly #ledger: Ledger;
  readonly #readings: Readings;
  #isOld = true;

  constructor(doc: Y.Doc, ledger: Ledger, readings: Readings) {
    this.#logs = doc.getMap('logs');
    this.#ledger = ledger;
    this.#readings = readings;
    doc.on('afterTransaction', () => (this.#isOld = true));
  }

  /** Reads what came since. `isSure`: also where Yjs has not told yet, as inside of its own telling. */
  refresh(isSure = false): void {
    if (!this.#isOld && !isSure) return;
    this.#isOld = false;
    for (const [key, log] of this.#logs.entries()) this.#readLog(key, log);
    for (const id of this.#uncounted) this.#count(id);
    this.#uncounted.clear();
  }

  has(truth: Truth): boolean {
    return this.#seen.has(truth);
  }

  loadOf(agent: AgentId): Load {
    const load = this.#loads.get(agent) ?? { open: 0, offers: 0 };
    this.#loads.set(agent, load);
    return load;
  }

  choice(agent: AgentId): Choice {
    const heap = this.statuses.get(agent);
    if (heap === undefined) return NEVER;
    if (heap.choice !== null) return heap.choice;
    const { choices } = this.#readings;
    heap.choice = choices.get(heap.name) ?? choiceOf(heap.truths.map(({ entry }) => entry as StatusEntry));
    choices.set(heap.name, heap.choice);
    return heap.choice;
  }

  /** The later in the total order stands. */
  settings(): Settings {
    const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
    for (const [name, { entry }] of this.#settings)
      if (entry.kind === 'settings') settings[name] = (entry.patch as Record<string, unknown>)[name] ?? 0;
    return settings as unknown as Settings;
  }

  skillsOf(agent: AgentId): readonly string[] {
    const entry = this.skills.get(agent)?.entry;
    return entry?.kind === 'agentChanged' ? (entry.skills ?? []) : [];
  }

  /** What the entries make of it; null where nothing has opened it. */
  reading(id: ConversationId): Reading | null {
    const known = this.conversations.get(id);
    if (known === undefined) return null;
    known.reading ??= this.#reread(id, known);
    return known.reading.opened === null ? null : known.reading;
  }

  /** Counts anew who holds it. */
  #count(id: ConversationId): void {
    const known = this.conversations.get(id);
    const reading = this.reading(id);
    if (known === undefined || reading === null) return;
    if (known.owner !== null) this.#add(known, -1);
    known.owner = reading.owner;
    known.isOffer = reading.state === 'assigned' && reading.head?.kind === 'assigned';
    if (known.owner !== null) this.#add(known, 1);
  }

  #add({ owner, isOffer }: Known, by: number): void {
    if (owner === null) return;
    const load = this.loadOf(owner);
    load.open += by;
    if (isOffer) load.offers += by;
  }

  #reread(id: ConversationId, known: Known): Reading {
    const { conversations } = this.#readings;
    const name = `${id} ${known.name}`;
    const reading = conversations.get(name) ?? reread(known.truths.map(({ entry }) => entry as ConversationEntry));
    conversations.set(name, reading);
    return reading;
  }

  #readLog(key: string, log: unknown): void {
    const device = deviceOfLog(key);
    if (device === null || !(log instanceof Y.Array)) return;
    const from = this.#read.get(key) ?? 0;
    if (from === log.length) return;
    this.#read.set(key, log.length);
    for (const wire of log.slice(from, log.length)) {
      const truth = this.#ledger.find(device, wire);
      if (truth !== null && !this.#seen.has(truth)) this.#take(truth);
    }
  }

  #take(truth: Truth): void {
    const { entry } = truth;
    this.#seen.add(truth);
    this.lamport = Math.max(this.lamport, entry.lamport);
    this.all.add(truth);
    if (isOfConversation(entry)) {
      const known = this.conversations.get(entry.conversation) ?? new Known();
      this.conversations.set(entry.conversation, known);
      known.add(truth);
      known.reading = null;
      this.news.add(entry.conversation);
      this.#uncounted.add(entry.conversation);
    } else if (entry.kind === 'status') {
      const heap = this.statuses.get(entry.of) ?? new Heap();
      this.statuses.set(entry.of, heap);
      heap.add(truth);
    } else if (entry.kind === 'joined') this.agents.add(entry.agent);
    else if (entry.kind === 'settings') for (const name of Object.keys(entry.patch)) this.#set(name, truth);
    else if (entry.kind === 'agentChanged' && entry.skills !== undefined) this.#learn(entry.of, truth);
  }

  #set(name: string, truth: Truth): void {
    const known = this.#settings.get(name);
    if (known === undefined || inTotalOrder(truth.entry, known.entry) > 0) this.#settings.set(name, truth);
  }

  #learn(agent: AgentId, truth: Truth): void {
    const known = this.skills.get(agent);
    if (known === undefined || inTotalOrder(truth.entry, known.entry) > 0) this.skills.set(agent, truth);
  }
}
