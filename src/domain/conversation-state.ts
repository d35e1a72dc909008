// What the desk knows of one conversation: the result of the fold in conversation-fold.ts.
// Immutable; a change makes a new value, so views can compare by identity.

import type { AssignReason, ConversationEntry, Customer, Priority, RoutingKind } from './entry.ts';
import type { AgentId, ConversationId, EntryId, WallMs } from './ids.ts';
import type { Order } from './order.ts';

/** The routing entry that stands (CO4). `strength` may have grown by an answer (CO4.3). */
export interface Head {
  readonly id: EntryId;
  readonly kind: RoutingKind | 'reply';
  readonly order: Order;
  readonly at: WallMs;
  readonly by: AgentId;
  readonly strength: number;
  readonly answeredBy: AgentId | null;
}

/** Two acts that did not know of each other; `loser` stands in the history and is shown (CO5). */
export interface Fork {
  readonly winner: EntryId;
  readonly loser: EntryId;
}

/** One miss (RE6): offered and reclaimed for time, both as places in the total order. */
export interface Miss {
  readonly agent: AgentId;
  readonly offered: Order;
  readonly reclaimed: Order;
}

/** Laid aside by its holder (SN1). Whether it still is at a given time, `isAsleep` says. */
export interface Snooze {
  readonly until: WallMs;
  readonly by: AgentId;
}

export interface ConversationFacts {
  readonly id: ConversationId;
  readonly channel: string;
  readonly thread: string;
  readonly customer: Customer;
  readonly subject: string;
  readonly priority: Priority;
  readonly skills: readonly string[];
  /** Place of the entry that opened it first: the queue's tie (QU2). */
  readonly openedOrder: Order;
  /** Smallest stamp among the entries that opened it. */
  readonly openedAt: WallMs;
  /** Where the wait counts from (QU4): `openedAt`, or the message that reopened it. */
  readonly waitingSince: WallMs;
  readonly head: Head | null;
  /** The base that the next routing entry must name. */
  readonly base: EntryId | null;
  /** RE7: how often all were asked, and who has missed it since. */
  readonly round: number;
  readonly missed: readonly AgentId[];
  readonly misses: readonly Miss[];
  readonly forks: readonly Fork[];
  readonly customerMessages: number;
  /** In the order in which they were put on. */
  readonly tags: readonly string[];
  readonly snooze: Snooze | null;
  /** Stamp of the oldest customer message that nobody has answered. */
  readonly unansweredSince: WallMs | null;
  readonly firstReplyAt: WallMs | null;
  readonly firstPickupAt: WallMs | null;
  readonly last: {
    readonly from: 'customer' | 'imported' | AgentId;
    readonly text: string;
    readonly at: WallMs;
  } | null;
  /** Who replied or picked up last: AS3's "last served this customer". */
  readonly lastServed: { readonly agent: AgentId; readonly order: Order } | null;
  /** All its entries in the total order, those that did not count included (CO5). */
  readonly entries: readonly ConversationEntry[];
}

export type Conversation = ConversationFacts &
  (
    | { readonly state: 'waiting' }
    | {
        readonly state: 'assigned';
        readonly owner: AgentId;
        /** RE5: only what the dispatcher offered may be reclaimed. */
        readonly offeredBy: 'dispatcher' | 'person';
        readonly reason: AssignReason | null;
      }
    | { readonly state: 'active'; readonly owner: AgentId }
    | { readonly state: 'closed'; readonly closedBy: AgentId }
  );

export type ConversationStateName = Conversation['state'];

/** SN2: its holder looks at other things until then. */
export const isAsleep = ({ snooze }: Conversation, now: WallMs): boolean => snooze !== null && now < snooze.until;

/** Who holds it, null where nobody does. */
export const ownerOf = (conversation: Conversation): AgentId | null =>
  conversation.state === 'assigned' || conversation.state === 'active' ? conversation.owner : null;
