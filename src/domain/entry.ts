// An entry is one thing that happened, written once by one device and never changed (CO1, CO2).
// This file is the list of everything that can happen. State is always a fold of entries and is
// never stored. Parsing lives in replica/wire.ts: what reaches the domain has the right shape.

import type { AgentId, ConversationId, DeviceId, EntryId, WallMs } from './ids.ts';
import type { Settings } from './settings.ts';

export type Intent = 'ready' | 'away';
export type Role = 'supervisor' | 'agent';
export type Priority = 'urgent' | 'high' | 'normal' | 'low';
export type ReclaimCause = 'timeout' | 'away' | 'gone';

/** A customer as a channel knows them: `key` is the same in all of their conversations. */
export interface Customer {
  readonly key: string;
  readonly name: string;
}

/** Who wrote it and where it stands in the total order (CO2). `agent` is who was logged in there. */
export interface Header {
  readonly id: EntryId;
  readonly device: DeviceId;
  readonly agent: AgentId;
  readonly lamport: number;
  readonly at: WallMs;
}

/** Why the dispatcher chose this agent, short (AS5); the full list is recomputed on demand. */
export interface AssignReason {
  readonly rule: 'served' | 'fewest' | 'idle' | 'only';
  readonly load: number;
  readonly eligible: number;
  readonly nextBest: AgentId | null;
}

/** A routing entry moves a conversation and names the routing entry it was decided on (CO4). */
export interface RoutingBody {
  readonly conversation: ConversationId;
  readonly base: EntryId | null;
}

export type Outcome =
  | { readonly state: 'waiting' | 'closed' }
  | { readonly state: 'assigned' | 'active'; readonly owner: AgentId };

export type RoutingEntry = Header &
  RoutingBody &
  (
    | { readonly kind: 'assigned'; readonly to: AgentId; readonly round: number; readonly reason: AssignReason }
    | { readonly kind: 'pickedUp' }
    | { readonly kind: 'reclaimed'; readonly cause: ReclaimCause }
    | { readonly kind: 'transferred'; readonly to: AgentId; readonly note: string }
    | { readonly kind: 'taken' }
    | { readonly kind: 'returned' }
    | { readonly kind: 'closed'; readonly seen: number }
    /** A routing kind of a newer version: its outcome and strength come with it (CO7). */
    | { readonly kind: 'unknownRouting'; readonly name: string; readonly outcome: Outcome; readonly strength: number }
  );

export type RoutingKind = RoutingEntry['kind'];

/** What came with a message that was an e-mail. `id` is its Message-ID, empty where it had none; what was
 * attached is named and not kept. */
export interface MailFacts {
  readonly id: string;
  readonly from: string;
  readonly sentAt: WallMs | null;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

/** A file that goes with a message: its name, its size, and the SHA-256 of its bytes as base64url. The bytes lie
 * beside the log, under that hash (FI1). */
export interface SentFile {
  readonly name: string;
  readonly bytes: number;
  readonly hash: string;
}

/** `imported` is an agent's turn of an imported dialogue, by nobody of this team. */
export type MessageEntry = Header & {
  readonly kind: 'message';
  readonly conversation: ConversationId;
  readonly from: 'customer' | 'imported';
  /** Empty only where files go with it. */
  readonly text: string;
  readonly mail?: MailFacts;
  readonly files?: readonly SentFile[];
};

export type ReplyEntry = Header &
  RoutingBody & { readonly kind: 'reply'; readonly text: string; readonly files?: readonly SentFile[] };

export type OpenedEntry = Header & {
  readonly kind: 'opened';
  readonly conversation: ConversationId;
  readonly channel: string;
  readonly thread: string;
  readonly customer: Customer;
  readonly subject: string;
  readonly priority: Priority;
  readonly skills: readonly string[];
  /** How long the call, or the talk at the counter, had lasted when it was written down, milliseconds. */
  readonly lasted?: number;
};

export type NoteEntry = Header & {
  readonly kind: 'note';
  readonly conversation: ConversationId;
  readonly text: string;
  /** Colleagues whom the text calls by name (AT2). */
  readonly mentions?: readonly AgentId[];
};

/** A tag put on a conversation or taken off (TA1). It moves nothing. */
export type TaggedEntry = Header & {
  readonly kind: 'tagged';
  readonly conversation: ConversationId;
  readonly tag: string;
  readonly isOn: boolean;
};

/** Another priority, or other skills that it needs, than it was opened with (TA2); what is left out stays. It moves
 * nothing. */
export type NeedsEntry = Header & {
  readonly kind: 'needsChanged';
  readonly conversation: ConversationId;
  readonly priority?: Priority;
  readonly skills?: readonly string[];
};

/** Laid aside by its holder until a time; null takes it up again (SN1). `on` is the routing entry that stood,
 * `seen` how many customer messages its writer had. It moves nothing. */
export type SnoozedEntry = Header & {
  readonly kind: 'snoozed';
  readonly conversation: ConversationId;
  readonly on: EntryId;
  readonly until: WallMs | null;
  readonly seen: number;
};

export type ConversationEntry =
  | OpenedEntry
  | MessageEntry
  | ReplyEntry
  | NoteEntry
  | TaggedEntry
  | NeedsEntry
  | SnoozedEntry
  | RoutingEntry;

/** A choice of status (ST6). `replaces` holds every choice that stood when it was made: none, one, or
 * more where choices had crossed. `of` is whose status it is; the writer is `agent`, who says `why` where
 * the status is another's. */
export type StatusEntry = Header & {
  readonly kind: 'status';
  readonly of: AgentId;
  readonly intent: Intent;
  readonly replaces: readonly EntryId[];
  readonly by: 'person' | 'system';
  readonly why?: string;
};

/** A saved reply as somebody left it, whole: of those with one `reply` the last in the total order stands (SR1). */
export type SavedReplyEntry = Header & {
  readonly kind: 'savedReply';
  readonly reply: string;
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly isRemoved: boolean;
};

export type TeamEntry =
  | (Header & { readonly kind: 'founded'; readonly name: string })
  | (Header & { readonly kind: 'joined'; readonly name: string; readonly role: Role })
  | (Header & {
      readonly kind: 'agentChanged';
      readonly of: AgentId;
      readonly name?: string;
      readonly role?: Role;
      readonly skills?: readonly string[];
    })
  | (Header & { readonly kind: 'settings'; readonly patch: Partial<Settings> })
  | (Header & { readonly kind: 'login' })
  | (Header & { readonly kind: 'logout' })
  | SavedReplyEntry
  | StatusEntry;

/** `room` is `team`, or the agent a direct message goes to. */
export type ChatEntry = Header & {
  readonly kind: 'chat';
  readonly room: 'team' | AgentId;
  readonly text: string;
  readonly mentions?: readonly AgentId[];
};

/** How customers reach the team by themselves (ask-links.ts). */
export type AskEntry =
  | (Header & {
      readonly kind: 'askLinkMade';
      readonly link: string;
      readonly name: string;
      readonly knockKey: string;
      readonly publicKey: string;
      readonly privateKey: string;
    })
  | (Header & { readonly kind: 'askLinkRevoked'; readonly link: string })
  | (Header & { readonly kind: 'customerBlocked'; readonly key: string; readonly isBlocked: boolean });

export type Entry = ConversationEntry | TeamEntry | ChatEntry | AskEntry;
export type EntryKind = Entry['kind'];

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** What a command writes: the header is added by the replica. `id` only where it is derived (QU1). */
export type Draft = DistributiveOmit<Entry, keyof Header> & { readonly id?: EntryId };
