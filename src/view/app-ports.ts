// What the app needs of the platform, so that the view imports no adapter.

import type { IceServer } from '../domain/ice-server.ts';
import type { Clock, Random, StorageFault } from '../engine/ports.ts';
import type { TeamSnapshot } from '../domain/team-snapshot.ts';
import type { Session, SessionPorts } from '../engine/session.ts';
import type { SnapshotDesk } from '../engine/snapshot-desk.ts';
import type { EntryRefusal, Hindrance } from './app-types.ts';
import type { CustomersPort } from './customers-port.ts';
import type { FilesPort } from './files-port.ts';
import type { Keeping } from './keeping-ports.ts';
import type { AttentionPort } from './attention/attention-port.ts';

/** One team as this device's register keeps it. */
export interface TeamRecord {
  readonly teamId: string;
  readonly name: string;
  readonly secret: string;
  readonly rendezvous: readonly string[];
  readonly deviceId: string;
  readonly agentId: string | null;
  readonly agentName: string;
  readonly lastHereAt: number;
  readonly isLoggedIn: boolean;
  readonly hasEverSynced: boolean;
  readonly iceServers: readonly IceServer[];
}

export interface Devices {
  list(): Promise<readonly TeamRecord[]>;
  get(teamId: string): Promise<TeamRecord | null>;
  put(record: TeamRecord): Promise<void>;
  /** Changes these fields alone, whatever another tab wrote to the others meanwhile. */
  change(teamId: string, patch: Partial<Omit<TeamRecord, 'teamId'>>): Promise<void>;
  remove(teamId: string): Promise<void>;
  onFault(listener: (fault: StorageFault) => void): () => void;
}

/** Small things of one team that only this device keeps: drafts, what was read. */
export interface Notes {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  saved(): Promise<boolean>;
  close(): Promise<void>;
  erase(): Promise<void>;
}

/** Where this device keeps what the first screen of a team shows. Nothing is lost with it. */
export interface FirstLookStore {
  /** Null where there is none to be believed. */
  read(): Promise<TeamSnapshot | null>;
  write(snapshot: TeamSnapshot): Promise<void>;
  close(): Promise<void>;
  erase(): Promise<void>;
}

export interface TeamInvite {
  readonly secret: string;
  readonly teamName: string;
  readonly rendezvous: readonly string[];
  readonly agentId: string | null;
  readonly iceServers: readonly IceServer[];
}

export type ParsedInvite =
  | { readonly ok: true; readonly invite: TeamInvite }
  | { readonly ok: false; readonly reason: EntryRefusal };

export interface AppPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly devices: Devices;
  readonly hindrances: readonly Hindrance[];
  readonly attention: AttentionPort;
  newSecret(): string;
  teamIdOf(secret: string): string;
  findRendezvous(): Promise<readonly string[]>;
  parseInvite(text: string): ParsedInvite;
  formatInvite(invite: TeamInvite): string;
  openNotes(teamId: string): Promise<Notes>;
  openFirstLook(teamId: string): FirstLookStore;
  readonly customers: CustomersPort;
  readonly files: FilesPort;
  readonly keeping: Keeping;
  /** Begins to fetch what `openSession` needs. */
  fetchSession(): void;
  /** With everything loaded that is stored here. Rejects only where the program for it does not come. */
  openSession(record: TeamRecord, told: SessionTold): Promise<Session>;
}

/** What a session asks and tells while it is open. */
export interface SessionTold extends Pick<SessionPorts, 'onFault'> {
  /** Asked anew for each connection. */
  iceServers(): readonly IceServer[];
}

/** What is open of a team before its log is. */
export interface FirstOpened {
  readonly store: FirstLookStore;
  readonly notes: Notes;
  /** Null where there is no snapshot to be believed, or it is another agent's. */
  readonly desk: SnapshotDesk | null;
}

/** The team that is open, with what must be ended when it is shut. */
export interface OpenTeam {
  readonly session: Session;
  record: TeamRecord;
  yourName: string;
  first: FirstOpened | null;
  readonly ends: (() => void)[];
}
