// What the view needs so that customers can reach the team by themselves. Loaded with the first link, or the first
// look at the settings for one.

import type { AskLink } from '../domain/ask-links.ts';
import type { SentFile } from '../domain/entry.ts';
import type { ConversationId, EntryId } from '../domain/ids.ts';
import type { Desk } from '../engine/desk.ts';
import type { Bytes } from '../files/sent-file.ts';

export interface VisitReading {
  readonly isTyping: boolean;
  readonly got: EntryId | null;
  readonly seen: EntryId | null;
  /** A file of theirs that is on its way here, and how much of it has come, 0 to 1. */
  readonly sending: { readonly name: string; readonly ratio: number } | null;
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
  /** Where the bytes of files are (FI1). */
  readonly files: {
    read(hash: string): Promise<Bytes | null>;
    keep(file: SentFile, bytes: Bytes): Promise<boolean>;
  };
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
