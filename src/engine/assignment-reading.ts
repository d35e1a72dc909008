// What every screen says about assignment (DI6): who assigns, or since when nobody does and why. A
// dispatcher that has just met a newcomer catches up for a moment; that is said only if it lasts,
// so that the words on the screen do not flicker.

import type { AgentId, DeviceId, WallMs } from '../domain/ids.ts';
import type { PresenceOf, VisiblePeer } from '../domain/presence-view.ts';
import type { Agent } from '../domain/team-state.ts';
import type { AssignmentState } from './desk-types.ts';
import type { Now } from './presence.ts';

/** Shorter than this, catching up is not worth a word. */
const QUIET_MS = 2_000;

export interface AssignmentInputs {
  readonly elected: (VisiblePeer & { readonly agent: AgentId }) | null;
  readonly device: DeviceId;
  readonly agents: ReadonlyMap<AgentId, Agent>;
  readonly presence: PresenceOf;
  readonly lastSeen: (agent: AgentId) => WallMs | null;
}

/** When the last of them stopped being Ready, as well as it is known here. */
const lastReadyEnd = ({ agents, lastSeen }: AssignmentInputs, now: WallMs): WallMs => {
  const ends: number[] = [];
  for (const { id, standing, lastSession } of agents.values()) {
    const end = standing.intent === 'away' ? standing.since : (lastSeen(id) ?? lastSession?.at ?? null);
    if (end !== null) ends.push(end);
  }
  return Math.min(now, ends.length === 0 ? now : Math.max(...ends)) as WallMs;
};

const NOT_LOOKED_YET: AssignmentState = { kind: 'paused', reason: 'nobodyReady', since: 0 as WallMs };

export class AssignmentReading {
  #state: AssignmentState | null = null;
  #catchingUpSince: Now | null = null;

  get state(): AssignmentState {
    return this.#state ?? NOT_LOOKED_YET;
  }

  update(inputs: AssignmentInputs, now: Now): void {
    const next = this.#read(inputs, now);
    const last = this.#state;
    const isSame = next.kind === 'paused' && last?.kind === 'paused' && next.reason === last.reason;
    // Since when is fixed at the moment it began.
    this.#state = isSame ? { ...next, since: last.since } : next;
  }

  #read(inputs: AssignmentInputs, now: Now): AssignmentState {
    const { elected, device, agents, presence } = inputs;
    const ready = [...agents.keys()].filter((agent) => presence(agent).status === 'ready');
    const responding = ready.find((agent) => presence(agent).isResponding);
    if (elected !== null || responding === undefined) this.#catchingUpSince = null;
    if (elected !== null) {
      return { kind: 'assigning', agent: elected.agent, device: elected.device, isMine: elected.device === device };
    }
    const [first] = ready;
    if (first === undefined) return { kind: 'paused', reason: 'nobodyReady', since: lastReadyEnd(inputs, now.wall) };
    if (responding === undefined) return { kind: 'paused', reason: 'notResponding', agent: first, since: now.wall };
    this.#catchingUpSince ??= now;
    const isBrief = now.mono - this.#catchingUpSince.mono < QUIET_MS;
    if (isBrief && this.#state !== null) return this.#state;
    return { kind: 'paused', reason: 'catchingUp', agent: responding, since: this.#catchingUpSince.wall };
  }
}
