// What routing knows of who is there: one peer's own view, handed in as values. How it comes about
// is engine/presence.ts.

import type { AgentId, DeviceId } from './ids.ts';

/** ST3: derived from the standing choice and from who is live. */
export type Status = 'ready' | 'away' | 'out';

export interface AgentPresence {
  readonly status: Status;
  /** False while no peer of the agent has been heard for 5 s (ST7). */
  readonly isResponding: boolean;
  /** Out, and this peer can know it: said goodbye, logged out, or silent for 75 s (ST7). Who was not
   * heard yet since this peer started is out on its screen, and gone only once it waited as long. */
  readonly isGone: boolean;
}

export type PresenceOf = (agent: AgentId) => AgentPresence;

/** A peer as another, or itself, sees it right now. */
export interface VisiblePeer {
  /** Random for each start of the app. */
  readonly peer: string;
  readonly device: DeviceId;
  readonly agent: AgentId | null;
  readonly isStale: boolean;
  readonly isCaughtUp: boolean;
}
