// What the bridge needs of the desk, and what it tells of a customer who is connected here.

import type { ConversationId, EntryId } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { NewConversation, Result } from '../engine/desk-types.ts';
import type { Bytes, SentFile } from '../files/sent-file.ts';
import type { Timers } from '../knock/timers.ts';

export interface BridgeDesk {
  readonly team: TeamState;
  openConversation(conversation: NewConversation): Result<ConversationId>;
  /** How many peers have their turn before this one; null where this tab speaks with nobody. */
  bridgeRank(id: ConversationId): number | null;
  isAnybodyReady(): boolean;
  subscribe(listener: () => void): () => void;
}

export interface BridgeOptions {
  readonly desk: BridgeDesk;
  readonly timers: Timers;
  readonly rendezvous: readonly string[];
  wall(): number;
  iceServers(): readonly RTCIceServer[];
  /** Where the bytes of files are (FI1). */
  readonly files: {
    read(hash: string): Promise<Bytes | null>;
    keep(file: SentFile, bytes: Bytes): Promise<boolean>;
  };
  /** True once all that was written is kept on this device. */
  saved(): Promise<boolean>;
  /** Somebody came, went, or did something that `reading` tells. */
  changed(): void;
}

/** A customer who is connected to this browser now. */
export interface VisitReading {
  readonly isTyping: boolean;
  /** The last reply that is on the customer's device, and the last that was on their screen. */
  readonly got: EntryId | null;
  readonly seen: EntryId | null;
  /** A file of theirs that is on its way here, and how much of it has come, 0 to 1. */
  readonly sending: { readonly name: string; readonly ratio: number } | null;
}
