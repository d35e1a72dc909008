// The desk before its log is read: lists and agents as a snapshot remembers them. Takes part in nothing: it hears
// nobody, decides nothing, and refuses every act with a reason, because an act names what it was decided on.

import type { AgentId, DeviceId, WallMs } from '../domain/ids.ts';
import type { AgentPresence } from '../domain/presence-view.ts';
import { SnapshotTeam } from '../domain/snapshot-team.ts';
import type { TeamSnapshot } from '../domain/team-snapshot.ts';
import type { TeamState } from '../domain/team-state.ts';
import { AssignmentReading } from './assignment-reading.ts';
import type {
  Alert,
  AssignmentState,
  Attendee,
  Candidate,
  DeskCommands,
  DeskReadings,
  Effective,
  Reach,
} from './desk-types.ts';
import type { Now } from './presence.ts';
import { effectiveOf } from './statuses.ts';

const refuse = () => ({ ok: false, reason: 'logLoading' }) as const;

/** Every act there is, those to come included. */
const refusingAll = (): DeskCommands => new Proxy({}, { get: () => refuse }) as DeskCommands;

export class SnapshotDesk implements DeskReadings {
  readonly me: AgentId;
  readonly team: TeamState;
  readonly commands: DeskCommands = refusingAll();
  /** How many there are of what the snapshot holds a part of. */
  readonly counts: TeamSnapshot['counts'];
  readonly #assignment = new AssignmentReading();

  constructor(snapshot: TeamSnapshot, device: DeviceId, now: Now) {
    this.me = snapshot.me;
    this.team = new SnapshotTeam(snapshot);
    this.counts = snapshot.counts;
    const lastSeen = (): WallMs | null => null;
    const presence = (agent: AgentId): AgentPresence => ({
      status: this.statusOf(agent).status,
      isResponding: agent === this.me,
      isGone: false,
    });
    this.#assignment.update({ elected: null, device, agents: this.team.agents, presence, lastSeen }, now);
  }

  /** Nobody was heard yet, as at every start. */
  statusOf(agent: AgentId): Effective {
    const isMe = agent === this.me;
    return effectiveOf(this.team.agents.get(agent), { isLive: isMe, isResponding: isMe, isGone: false }, null);
  }

  assignment(): AssignmentState {
    return this.#assignment.state;
  }

  reach(): Reach {
    return { reachable: 0, teammates: this.team.agents.size - 1, isSynced: true, isConnecting: false };
  }

  alerts(): readonly Alert[] {
    return [];
  }

  offerRemainingMs(): number | null {
    return null;
  }

  /** No warning: the act itself is refused. */
  isLastReady(): boolean {
    return false;
  }

  candidates(): readonly Candidate[] {
    return [];
  }

  attendees(): readonly Attendee[] {
    return [];
  }
}
