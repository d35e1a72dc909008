// What the view of a desk is built from, and what it says of assignment.

import type { AssignmentState, DeskCommands, DeskReadings, NewConversation } from '../engine/desk-types.ts';
import type { Clock, Mesh, Storage } from '../engine/ports.ts';
import type { TeamChanges, TeamState } from '../domain/team-state.ts';
import type { Notes } from './app-ports.ts';

/** What the view needs of the engine. */
export interface DeskEngine extends DeskCommands, DeskReadings {
  readonly team: TeamState;
  subscribe(listener: () => void): () => void;
  onChanges(listener: (changes: TeamChanges) => void): () => void;
  importBatch(conversations: readonly NewConversation[]): { readonly imported: number; readonly known: number };
}

export interface DeskViewOptions {
  readonly desk: DeskEngine;
  readonly storage: Storage;
  readonly mesh: Mesh;
  readonly notes: Notes;
  readonly clock: Clock;
}

export interface AssignmentView {
  readonly state: AssignmentState;
  readonly agentName: string;
  readonly waiting: number;
  readonly longestMs: number;
}
