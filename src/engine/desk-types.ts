// The words in which the engine speaks to the screen: what a person can do, why it can be refused,
// and what the desk is doing right now. Implemented by desk.ts.

import type { AskLink } from '../domain/ask-links.ts';
import type {
  AssignReason,
  Customer,
  Intent,
  MailFacts,
  Priority,
  Role,
  RoutingEntry,
  SentFile,
} from '../domain/entry.ts';
import type { AgentId, ConversationId, DeviceId, EntryId, WallMs } from '../domain/ids.ts';
import type { Status } from '../domain/presence-view.ts';
import type { Settings } from '../domain/settings.ts';

export type { Status } from '../domain/presence-view.ts';

export interface Effective {
  readonly status: Status;
  /** False marks "not responding" (ST3): live, but no beat for 5 s. */
  readonly isResponding: boolean;
  /** Since when, as well as this peer can know; null where it cannot. */
  readonly since: WallMs | null;
}

/** DI6: what every screen says about assignment. `waiting` and `longestMs` are those of now. */
export type AssignmentState =
  | { readonly kind: 'assigning'; readonly agent: AgentId; readonly device: DeviceId; readonly isMine: boolean }
  | {
      readonly kind: 'paused';
      readonly reason: 'nobodyReady';
      readonly since: WallMs;
    }
  | { readonly kind: 'paused'; readonly reason: 'notResponding'; readonly agent: AgentId; readonly since: WallMs }
  /** Somebody is Ready and responds, but has not caught up yet (DI1). */
  | { readonly kind: 'paused'; readonly reason: 'catchingUp'; readonly agent: AgentId; readonly since: WallMs };

/** ST10. Teammates are agents other than me who are live on some device. */
export interface Reach {
  readonly reachable: number;
  /** Other agents of the team. */
  readonly teammates: number;
  readonly isSynced: boolean;
  /** A device that never had this team's document and has not synced once (ST4). */
  readonly isConnecting: boolean;
}

export type Refusal =
  | 'notFound'
  | 'closed'
  | 'notClosed'
  | 'notHeldByYou'
  | 'alreadyYours'
  | 'notOffered'
  | 'alreadyWaiting'
  | 'unknownAgent'
  | 'empty'
  | 'tooLong'
  | 'notSupervisor'
  | 'outOfBounds'
  | 'nameTooLong'
  | 'tagTooLong'
  | 'tooManyTags'
  | 'timePast'
  | 'timeTooFar'
  | 'tooManyReplies'
  | 'tooManyFiles'
  | 'notConnectedYet'
  /** Somebody has acted since: what was done stays. */
  | 'movedOn'
  /** Only a snapshot is on the screen so far. */
  | 'logLoading';

export type Result<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Refusal };

export interface NewConversation {
  readonly channel: string;
  /** The channel's own name of the exchange; null by hand (a random id then, QU1). */
  readonly thread: string | null;
  readonly customer: Customer;
  readonly subject: string;
  readonly priority: Priority;
  readonly skills: readonly string[];
  readonly messages: readonly NewMessage[];
  /** Message-IDs that it answers, nearest first: it goes into the conversation that has one of them. */
  readonly answers?: readonly string[];
  readonly lasted?: number;
}

export interface NewMessage {
  /** The channel's own id of the message, null by hand. */
  readonly key: string | null;
  readonly from: 'customer' | 'imported';
  readonly text: string;
  readonly mail?: MailFacts;
  readonly files?: readonly SentFile[];
}

/** What is left out stays. */
export interface NeedsPatch {
  readonly priority?: Priority;
  readonly skills?: readonly string[];
}

/** A saved reply as it is typed; `id` null for a new one. */
export interface SavedReplyDraft {
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
  readonly text: string;
}

/** RE7, RE8: what the dashboard raises. */
export type Alert =
  | { readonly kind: 'everyoneMissed'; readonly conversation: ConversationId; readonly round: number }
  | {
      readonly kind: 'transferNotPickedUp';
      readonly conversation: ConversationId;
      readonly to: AgentId;
      readonly by: AgentId;
    };

/** AS5: the full list, recomputed. */
export interface Candidate {
  readonly agent: AgentId;
  readonly isChosen: boolean;
  readonly open: number;
  readonly capacity: number;
  readonly verdict: 'chosen' | 'eligible' | 'away' | 'out' | 'stale' | 'full' | 'unpicked' | 'skills' | 'missed';
}

export type AssignedEntry = RoutingEntry & { readonly kind: 'assigned' };

/** A colleague who has a conversation open right now (AT1). */
export interface Attendee {
  readonly agent: AgentId;
  readonly isTyping: boolean;
}

/** What of an assignment its recount does not bear out. `notWaiting`: two browsers gave it out at once. */
export type Difference = 'notWaiting' | 'notEligible' | 'otherChoice' | 'load' | 'eligible' | 'nextBest';

/** AS5: how all stood when a decision was made, worked out again from the entries before it. */
export interface Recount {
  readonly candidates: readonly Candidate[];
  /** Whom the same rules choose from these entries; null where nobody or nothing to choose for. */
  readonly choice: { readonly to: AgentId; readonly reason: AssignReason } | null;
  readonly differences: readonly Difference[];
  /** How many entries it was worked out from. */
  readonly entries: number;
}

/** What may be changed of an agent; what is left out stays. */
export interface AgentPatch {
  readonly role?: Role;
  readonly skills?: readonly string[];
}

/** What a person can do, implemented by desk.ts. Each act is one transaction, synchronous, and
 * works offline (OF1). `saved()` on the storage port tells when it is kept. */
export interface DeskCommands {
  /** `idle`: nobody was at the device (ST12). */
  chooseStatus(intent: Intent, why?: 'idle'): Result;
  /** ST11: of a colleague, with the reason that they are told. */
  setStatusOf(agent: AgentId, intent: Intent, why: string): Result;
  changeAgent(agent: AgentId, patch: AgentPatch): Result;
  openConversation(conversation: NewConversation): Result<ConversationId>;
  pickUp(id: ConversationId): Result;
  /** Files go with it by their facts (FI1); where there are any, the text may be empty. */
  reply(id: ConversationId, text: string, files?: readonly SentFile[]): Result<EntryId>;
  note(id: ConversationId, text: string, mentions?: readonly AgentId[]): Result<EntryId>;
  transfer(id: ConversationId, to: AgentId, note: string): Result;
  takeOver(id: ConversationId): Result;
  returnToQueue(id: ConversationId): Result;
  close(id: ConversationId): Result;
  say(room: 'team' | AgentId, text: string, mentions?: readonly AgentId[]): Result<EntryId>;
  changeSettings(patch: Partial<Settings>): Result;
  rename(name: string): Result;
  tag(id: ConversationId, tag: string): Result;
  untag(id: ConversationId, tag: string): Result;
  /** TA2: of an open conversation, by anyone. */
  changeNeeds(id: ConversationId, patch: NeedsPatch): Result;
  /** SN1: only what I hold. */
  snooze(id: ConversationId, until: WallMs): Result;
  wake(id: ConversationId): Result;
  saveReply(reply: SavedReplyDraft): Result;
  removeReply(id: string): Result;
  makeAskLink(link: AskLink): Result;
  revokeAskLink(id: string): Result;
  block(customerKey: string, isBlocked: boolean): Result;
}

/** What the screen reads besides the team state. `subscribe` on the engine says when it may differ. */
export interface DeskReadings {
  readonly me: AgentId;
  statusOf(agent: AgentId): Effective;
  assignment(): AssignmentState;
  reach(): Reach;
  alerts(): readonly Alert[];
  /** Milliseconds until an offer to `me` or anyone can be reclaimed; null while no clock runs for it. */
  offerRemainingMs(id: ConversationId): number | null;
  /** ST9: true if choosing Away or logging out now would leave nobody Ready. */
  isLastReady(): boolean;
  candidates(id: ConversationId): readonly Candidate[];
  attendees(id: ConversationId): readonly Attendee[];
}
