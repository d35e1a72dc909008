// The fold of the whole team (CO1, CO3): entries in, in any order and any batches; the state that
// every screen and the dispatcher read out. Keeps true: a late entry refolds only its conversation
// and what is counted from it. Leaves out presence, time and how entries are stored.

import type { Conversation } from './conversation-state.ts';
import { ConversationFold } from './conversation-fold.ts';
import { AgentTally } from './agent-tally.ts';
import { type AskLink, AskLinks } from './ask-links.ts';
import { ChatLog } from './chat-log.ts';
import type { AskEntry, ChatEntry, ConversationEntry, Entry, SentFile, TeamEntry } from './entry.ts';
import type { AgentId, ConversationId, EntryId, WallMs } from './ids.ts';
import { Holdings } from './holdings.ts';
import { KnownEntries } from './known-entries.ts';
import { Latest } from './latest.ts';
import { type Mention, MentionLog } from './mention-log.ts';
import { type SavedReply, SavedReplies } from './saved-replies.ts';
import { DEFAULT_SETTINGS, isSettingName, type Settings } from './settings.ts';
import type { Agent, TeamChanges, TeamState } from './team-state.ts';

const isAskEntry = (entry: Entry): entry is AskEntry =>
  entry.kind === 'askLinkMade' || entry.kind === 'askLinkRevoked' || entry.kind === 'customerBlocked';

export class TeamFold implements TeamState {
  /** Greatest Lamport counter seen (CO2). */
  lamport = 0;
  readonly agents = new Map<AgentId, Agent>();
  readonly conversations = new Map<ConversationId, Conversation>();
  readonly files = new Map<string, SentFile>();
  readonly #known = new KnownEntries();
  readonly #folds = new Map<ConversationId, ConversationFold>();
  readonly #tallies = new Map<AgentId, AgentTally>();
  readonly #holdings = new Holdings(this.conversations, DEFAULT_SETTINGS, (agent) => this.#tally(agent));
  readonly #chat = new ChatLog();
  readonly #mentions = new MentionLog();
  readonly #savedReplies = new SavedReplies();
  readonly #asks = new AskLinks();
  readonly #name = new Latest('');
  readonly #set = new Map<keyof Settings, Latest<Settings[keyof Settings]>>();
  #settings: Settings = DEFAULT_SETTINGS;
  readonly #touchedFolds = new Set<ConversationFold>();
  /** Taken in and not told yet. */
  readonly #keptBack = new Set<ConversationFold>();
  readonly #touchedAgents = new Set<AgentId>();
  #hasTeamChange = false;
  #hasChatChange = false;

  get name(): string {
    return this.#name.value;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get askLinks(): ReadonlyMap<string, AskLink> {
    return this.#asks.standing;
  }

  isBlocked(customerKey: string): boolean {
    return this.#asks.isBlocked(customerKey);
  }

  /** How many different entries it holds. */
  get size(): number {
    return this.#known.size;
  }

  knows(id: EntryId): boolean {
    return this.#known.has(id);
  }

  entries(): Iterable<Entry> {
    return this.#known.all();
  }

  /** Takes in entries and says what has a new value. An entry that it already holds changes nothing;
   * of two with one id the earlier in the total order stands. */
  apply(entries: Iterable<Entry>): TeamChanges {
    for (const entry of entries) this.#add(entry);
    return this.#settle();
  }

  /** Takes in entries of conversations that are not all here yet: none of these is told before `tell`, because one
   * without its close would seem to wait. */
  keepBack(entries: Iterable<ConversationEntry>): void {
    for (const entry of entries) this.#add(entry);
    for (const fold of this.#touchedFolds) this.#keptBack.add(fold);
    this.#touchedFolds.clear();
  }

  /** Tells so many of the conversations that were kept back. */
  tell(most: number): TeamChanges {
    for (const fold of this.#keptBack) {
      if (this.#touchedFolds.size >= most) break;
      this.#keptBack.delete(fold);
      this.#touchedFolds.add(fold);
    }
    return this.#settle();
  }

  /** Tells these now, where something of them was kept back. */
  tellThese(ids: Iterable<ConversationId>): TeamChanges {
    for (const id of ids) {
      const fold = this.#folds.get(id);
      if (fold !== undefined && this.#keptBack.delete(fold)) this.#touchedFolds.add(fold);
    }
    return this.#settle();
  }

  /** Conversations that were kept back. */
  get keptBack(): number {
    return this.#keptBack.size;
  }

  /** Somebody has seen a counter as great as this (CO2). */
  hear(lamport: number): void {
    this.lamport = Math.max(this.lamport, lamport);
  }

  waiting(now: WallMs): readonly Conversation[] {
    return this.#holdings.waiting.at(now);
  }

  heldBy(agent: AgentId): readonly Conversation[] {
    return this.#holdings.heldBy(this.#tallies.get(agent)?.held ?? []);
  }

  assigned(): Iterable<Conversation> {
    return this.#holdings.assigned.values();
  }

  lastServer(customerKey: string): AgentId | null {
    return this.#holdings.lastServer(customerKey);
  }

  conversationsOf(customerKey: string): readonly Conversation[] {
    return this.#holdings.byCustomer.of(customerKey);
  }

  statusHistory(agent: AgentId): readonly TeamEntry[] {
    return this.#tallies.get(agent)?.sortedHistory() ?? [];
  }

  chat(room: 'team' | readonly [AgentId, AgentId]): readonly ChatEntry[] {
    return this.#chat.room(room);
  }

  savedReplies(): readonly SavedReply[] {
    return this.#savedReplies.all();
  }

  mentionsOf(agent: AgentId): readonly Mention[] {
    return this.#mentions.of(agent);
  }

  #add(entry: Entry): void {
    this.lamport = Math.max(this.lamport, entry.lamport);
    const known = this.#known.admit(entry);
    if (known === 'held') return;
    if ('mentions' in entry) this.#mentions.add(entry);
    if ('files' in entry) for (const file of entry.files) this.files.set(file.hash, file);
    if ('conversation' in entry) return this.#converse(entry, known);
    if (isAskEntry(entry)) return this.#ask(entry);
    if (entry.kind !== 'chat') return this.#team(entry);
    this.#chat.add(entry);
    this.#hasChatChange = true;
  }

  #ask(entry: AskEntry): void {
    this.#asks.add(entry);
    this.#hasTeamChange = true;
  }

  #converse(entry: ConversationEntry, earlier: ConversationEntry | null): void {
    const fold = this.#fold(entry.conversation);
    if (earlier === null) fold.add(entry);
    else fold.replace(earlier, entry);
    this.#touchedFolds.add(fold);
    if (entry.kind === 'assigned') this.#touch(entry.to).turn(entry);
    if (entry.kind === 'pickedUp' || entry.kind === 'taken' || entry.kind === 'reply')
      this.#touch(entry.agent).act(entry);
  }

  #team(entry: TeamEntry): void {
    switch (entry.kind) {
      case 'founded':
        this.#name.set(entry.name, entry);
        this.#hasTeamChange = true;
        return;
      case 'joined':
        return this.#touch(entry.agent).join(entry);
      case 'agentChanged':
        return this.#touch(entry.of).change(entry);
      case 'settings':
        return this.#configure(entry);
      case 'savedReply':
        this.#savedReplies.add(entry);
        this.#hasTeamChange = true;
        return;
      case 'login':
      case 'logout':
        return this.#touch(entry.agent).session(entry);
      case 'status':
        return this.#touch(entry.of).choose(entry);
    }
  }

  #configure(entry: TeamEntry & { kind: 'settings' }): void {
    for (const [name, value] of Object.entries(entry.patch)) {
      if (!isSettingName(name)) continue;
      const setting = this.#set.get(name) ?? new Latest<Settings[keyof Settings]>(DEFAULT_SETTINGS[name]);
      setting.set(value, entry);
      this.#set.set(name, setting);
      this.#settings = { ...this.#settings, [name]: setting.value };
    }
    this.#holdings.waiting.configure(this.#settings);
    this.#hasTeamChange = true;
  }

  #settle(): TeamChanges {
    const conversations = new Set<ConversationId>();
    for (const fold of this.#touchedFolds) {
      const current = fold.current();
      if (current === null) continue;
      for (const agent of this.#holdings.place(current)) this.#touchedAgents.add(agent);
      conversations.add(current.id);
    }
    const agents = new Set<AgentId>();
    for (const id of this.#touchedAgents) {
      const agent = this.#tallies.get(id)?.agent() ?? null;
      if (agent === null) continue;
      this.agents.set(id, agent);
      agents.add(id);
    }
    const changes = { conversations, agents, hasTeam: this.#hasTeamChange, hasChat: this.#hasChatChange };
    this.#touchedFolds.clear();
    this.#touchedAgents.clear();
    this.#hasTeamChange = false;
    this.#hasChatChange = false;
    return changes;
  }

  #fold(id: ConversationId): ConversationFold {
    const fold = this.#folds.get(id) ?? new ConversationFold(id);
    this.#folds.set(id, fold);
    return fold;
  }

  #tally(id: AgentId): AgentTally {
    const tally = this.#tallies.get(id) ?? new AgentTally(id);
    this.#tallies.set(id, tally);
    return tally;
  }

  #touch(id: AgentId): AgentTally {
    this.#touchedAgents.add(id);
    return this.#tally(id);
  }
}
