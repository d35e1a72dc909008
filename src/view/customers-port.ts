// What the view needs so that customers can reach the team by themselves. Loaded when it is wanted.

import type { AskLink } from '../domain/ask-links.ts';
import type { ConversationId, EntryId } from '../domain/ids.ts';
import type { Desk } from '../engine/desk.ts';

export interface VisitReading {
  readonly isTyping: boolean;
  readonly got: EntryId | null;
  readonly seen: EntryId | null;
}

export interface OpenBridge {
  /** Null where that customer is not connected to this browser. */
  reading(id: ConversationId): VisitReading | null;
  typing(id: ConversationId, on: boolean): void;
  looked(id: ConversationId): void;
  /** Knocks turned away since it opened. */
  refused(): number;
  close(): void;
}

export interface BridgeNeeds {
  readonly desk: Desk;
  readonly rendezvous: readonly string[];
  iceServers(): readonly { readonly url: string; readonly username: string; readonly credential: string }[];
  saved(): Promise<boolean>;
  changed(): void;
}

export interface LoadedCustomers {
  openBridge(needs: BridgeNeeds): OpenBridge;
  makeLink(name: string): Promise<AskLink>;
  /** The address that customers open, below `base`. */
  addressOf(link: AskLink, base: string, teamName: string, rendezvous: readonly string[]): string;
}

export interface CustomersPort {
  load(): Promise<LoadedCustomers>;
}
