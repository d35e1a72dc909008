// What every part of the desk reads: the team as its entries say it is. Presence is not in here;
// who is reachable is each peer's own view (engine/presence.ts).

import type { ChatEntry, Entry, Intent, Role, SentFile, StatusEntry, TeamEntry } from './entry.ts';
import type { Conversation } from './conversation-state.ts';
import type { AgentId, ConversationId, EntryId, WallMs } from './ids.ts';
import type { Mention } from './mention-log.ts';
import type { Order } from './order.ts';
import type { SavedReply } from './saved-replies.ts';
import type { AskLink } from './ask-links.ts';
import type { Settings } from './settings.ts';

/** The status choice that stands (ST6). `order` is null until an agent has ever chosen: then Away,
 * derived and never written (ST4). */
export interface Standing {
  readonly intent: Intent;
  readonly order: Order | null;
  readonly since: WallMs | null;
  readonly by: AgentId | null;
  /** 'system' = did not pick up (RE6). */
  readonly source: 'none' | 'person' | 'system';
  /** Every choice that stands, for the next one to replace. */
  readonly heads: readonly StatusEntry[];
  /** Choices that did not see each other and differ: Away stands and the agent is told. */
  readonly isCrossed: boolean;
}

export interface Agent {
  readonly id: AgentId;
  readonly name: string;
  readonly role: Role;
  readonly skills: readonly string[];
  readonly joinedAt: WallMs;
  readonly standing: Standing;
  /** Conversations held: assigned and active. */
  readonly open: number;
  /** Automatic assignments not picked up yet. */
  readonly offers: number;
  /** AS3's tie: last assignment or last turn to Ready, whichever is later. */
  readonly lastTurn: Order | null;
  /** Misses in the running row (RE6). */
  readonly missedInRow: number;
  /** Stamp of the last login or logout entry; null before any. */
  readonly lastSession: { readonly kind: 'login' | 'logout'; readonly at: WallMs } | null;
}

export interface TeamState {
  readonly name: string;
  readonly settings: Settings;
  readonly agents: ReadonlyMap<AgentId, Agent>;
  readonly conversations: ReadonlyMap<ConversationId, Conversation>;
  /** The links by which customers reach the team, those taken back left out. */
  readonly askLinks: ReadonlyMap<string, AskLink>;
  /** Every file that an entry names, by its hash, in the order in which they became known here (FI1). Only grows. */
  readonly files: ReadonlyMap<string, SentFile>;
  isBlocked(customerKey: string): boolean;
  /** True where an entry of this id is already in the team's logs. */
  knows(id: EntryId): boolean;
  /** Every entry it is made of, each once, in no particular order: to fold again what was once known. */
  entries(): Iterable<Entry>;
  /** Waiting, in queue order at `now` (QU2). The array is shared: read it, do not keep it. */
  waiting(now: WallMs): readonly Conversation[];
  /** Assigned and active conversations of one agent, oldest wait first. */
  heldBy(agent: AgentId): readonly Conversation[];
  /** Assigned and not picked up, by the dispatcher or by a person: what RE2 and RE8 look at. */
  assigned(): Iterable<Conversation>;
  /** All of one customer, in no particular order. */
  conversationsOf(customerKey: string): readonly Conversation[];
  /** Who served this customer last (AS3), null where nobody has. */
  lastServer(customerKey: string): AgentId | null;
  /** Status, login and logout entries of one agent in the total order (ST6, DA2). */
  statusHistory(agent: AgentId): readonly TeamEntry[];
  /** 'team', or the two agents of a direct exchange in any order. Total order. */
  chat(room: 'team' | readonly [AgentId, AgentId]): readonly ChatEntry[];
  /** SR1, by name. The same array until one changes. */
  savedReplies(): readonly SavedReply[];
  /** AT2: where others called this agent by name, in the total order. The same array until there is more. */
  mentionsOf(agent: AgentId): readonly Mention[];
}

/** What one batch of entries changed; sets hold only what really has a new value. */
export interface TeamChanges {
  readonly conversations: ReadonlySet<ConversationId>;
  readonly agents: ReadonlySet<AgentId>;
  readonly hasTeam: boolean;
  readonly hasChat: boolean;
}
