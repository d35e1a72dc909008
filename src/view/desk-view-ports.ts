// What the view of a desk is built from, and what it says of assignment.

import type { AssignmentState, DeskCommands, DeskReadings, NewConversation } from '../engine/desk-types.ts';
import type { Attending, Clock, Mesh, Storage } from '../engine/ports.ts';
import type { TeamChanges, TeamState } from '../domain/team-state.ts';
import type { SnapshotDesk } from '../engine/snapshot-desk.ts';
import type { Notes } from './app-ports.ts';

/** What the view needs of the engine. */
export interface DeskEngine extends DeskCommands, DeskReadings {
  readonly team: TeamState;
  subscribe(listener: () => void): () => void;
  attend(attending: Attending | null): void;
  onChanges(listener: (changes: TeamChanges) => void): () => void;
  importBatch(conversations: readonly NewConversation[]): { readonly isNew: readonly boolean[] };
}

/** What the screen asks of the mesh. */
export type MeshLook = Pick<Mesh, 'status' | 'subscribe' | 'inspect'>;
export type SaveLook = Pick<Storage, 'saved' | 'onFault'>;

/** A desk whose log is read. */
export interface LiveDesk {
  readonly desk: DeskEngine;
  readonly storage: SaveLook;
  readonly mesh: MeshLook;
}

/** Of a live desk, or of a snapshot until there is one (`adopt`). */
export type DeskViewOptions = { readonly notes: Notes; readonly clock: Clock } & (
  | LiveDesk
  | { readonly snapshot: SnapshotDesk }
);

export interface AssignmentView {
  readonly state: AssignmentState;
  readonly agentName: string;
  readonly waiting: number;
  readonly longestMs: number;
}
