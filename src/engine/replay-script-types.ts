// The script of a stretch of time: what a re-run is given. Written by replay-script.ts.

import type { Conversation } from '../domain/conversation-state.ts';
import type { Customer, Intent, Priority } from '../domain/entry.ts';
import type { AgentId, ConversationId } from '../domain/ids.ts';
import type { Order } from '../domain/order.ts';
import type { Settings } from '../domain/settings.ts';

/** One time through the hands of an agent; null where the record does not say. */
export interface Turn {
  /** Offered to picked up. */
  pickMs: number | null;
  /** In hand to first reply. */
  replyMs: number | null;
  /** In hand until it was closed. */
  handleMs: number | null;
}

export interface ScriptedConversation {
  readonly id: ConversationId;
  readonly customer: Customer;
  readonly subject: string;
  readonly priority: Priority;
  readonly skills: readonly string[];
  /** Since when it waits, and when it is there: before the beginning for what was open then. */
  readonly openedAt: number;
  readonly comesAt: number;
  /** When the customer wrote again. */
  readonly messages: number[];
  readonly turns: Turn[];
  readonly missers: Set<AgentId>;
  /** Who had it in hand at the beginning. */
  readonly heldBy: AgentId | null;
}

export interface ScriptedAct {
  readonly at: number;
  readonly agent: AgentId;
  readonly kind: 'login' | 'logout' | Intent;
}

export interface ScriptedAgent {
  readonly id: AgentId;
  readonly name: string;
  readonly skills: readonly string[];
  readonly isThere: boolean;
  readonly intent: Intent;
  readonly choice: Order | null;
}

export interface Script {
  readonly from: number;
  readonly to: number;
  readonly settings: Settings;
  readonly changes: readonly { readonly at: number; readonly patch: Partial<Settings> }[];
  readonly agents: readonly ScriptedAgent[];
  readonly acts: readonly ScriptedAct[];
  readonly conversations: readonly ScriptedConversation[];
  /** Where a conversation's own is not known. */
  readonly usualPickMs: number;
  /** Of the conversations that came in this time: as they stood at its end. */
  readonly recorded: readonly Conversation[];
}
