// A team as a snapshot remembers it, for lists that stand before the log is read. What the snapshot leaves out is
// not there: no entries, no closed conversations, no chat.

import type { AskLink } from './ask-links.ts';
import type { Conversation } from './conversation-state.ts';
import type { ChatEntry, Entry, SentFile, TeamEntry } from './entry.ts';
import type { AgentId, ConversationId } from './ids.ts';
import type { Mention } from './mention-log.ts';
import type { SavedReply } from './saved-replies.ts';
import type { Settings } from './settings.ts';
import { heldOf, type TeamSnapshot } from './team-snapshot.ts';
import type { Agent, TeamState } from './team-state.ts';

export class SnapshotTeam implements TeamState {
  readonly agents: ReadonlyMap<AgentId, Agent>;
  readonly conversations: ReadonlyMap<ConversationId, Conversation>;
  readonly #snapshot: TeamSnapshot;

  constructor(snapshot: TeamSnapshot) {
    this.#snapshot = snapshot;
    this.agents = new Map(snapshot.agents.map((agent) => [agent.id, agent]));
    this.conversations = new Map([...snapshot.waiting, ...snapshot.held].map((each) => [each.id, each]));
  }

  get name(): string {
    return this.#snapshot.name;
  }

  get settings(): Settings {
    return this.#snapshot.settings;
  }

  get askLinks(): ReadonlyMap<string, AskLink> {
    return new Map();
  }

  get files(): ReadonlyMap<string, SentFile> {
    return new Map();
  }

  isBlocked(): boolean {
    return false;
  }

  knows(): boolean {
    return false;
  }

  entries(): Iterable<Entry> {
    return [];
  }

  waiting(): readonly Conversation[] {
    return this.#snapshot.waiting;
  }

  heldBy(agent: AgentId): readonly Conversation[] {
    return heldOf(this.#snapshot, agent);
  }

  assigned(): Iterable<Conversation> {
    return this.#snapshot.held.filter(({ state }) => state === 'assigned');
  }

  conversationsOf(): readonly Conversation[] {
    return [];
  }

  lastServer(): AgentId | null {
    return null;
  }

  statusHistory(): readonly TeamEntry[] {
    return [];
  }

  chat(): readonly ChatEntry[] {
    return [];
  }

  savedReplies(): readonly SavedReply[] {
    return [];
  }

  mentionsOf(): readonly Mention[] {
    return [];
  }
}
