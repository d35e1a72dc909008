// Who gets what (AS1 to AS5): a pure function of the team's state, the reachable peers and now. Goes
// through the queue in its order and gives each conversation to the best free agent: who served
// this customer last, else fewest open, else longest without a turn. A conversation that nobody may
// take is skipped and blocks nobody behind it (QU3). Writes nothing.

import { CandidateHeap, compareCandidates, OUTSIDE, type Candidate } from './candidate-heap.ts';
import type { Conversation } from './conversation-state.ts';
import { hasSkills, whyNotFree } from './eligibility.ts';
import type { AssignReason } from './entry.ts';
import type { AgentId, WallMs } from './ids.ts';
import { compareOrder } from './order.ts';
import type { PresenceOf } from './presence-view.ts';
import type { Settings } from './settings.ts';
import type { Agent, TeamState } from './team-state.ts';

export interface Assignment {
  readonly conversation: Conversation;
  readonly to: AgentId;
  readonly round: number;
  readonly reason: AssignReason;
}

type Team = Pick<TeamState, 'agents' | 'settings' | 'waiting' | 'lastServer'>;

const compareTurns = (a: Agent, b: Agent): number => {
  if (a.lastTurn === null || b.lastTurn === null) return (a.lastTurn === null ? 0 : 1) - (b.lastTurn === null ? 0 : 1);
  return compareOrder(a.lastTurn, b.lastTurn);
};

const bestTwo = (candidates: readonly Candidate[]): readonly (Candidate | undefined)[] => {
  let best: Candidate | undefined;
  let second: Candidate | undefined;
  for (const each of candidates) {
    if (best === undefined || compareCandidates(each, best) < 0) [best, second] = [each, best];
    else if (second === undefined || compareCandidates(each, second) < 0) second = each;
  }
  return [best, second];
};

/** The free agents and what they get in one pass. */
class Pass {
  readonly #heap = new CandidateHeap();
  readonly #byAgent = new Map<AgentId, Candidate>();
  readonly #settings: Settings;
  /** Who was free at the start and has these skills, once they were asked for. */
  readonly #skilled = new Map<string, readonly Candidate[]>();
  #nextTurn: number;

  constructor(team: Team, presence: PresenceOf) {
    this.#settings = team.settings;
    const free = [...team.agents.values()].filter(
      (agent) => whyNotFree(agent, presence(agent.id), team.settings) === null,
    );
    free.sort(compareTurns).forEach((agent, turn) => {
      // Equal only where both never had a turn: then the id decides.
      const candidate = {
        agent,
        open: agent.open,
        offers: agent.offers,
        turn: agent.lastTurn === null ? -1 : turn,
        place: OUTSIDE,
      };
      this.#byAgent.set(agent.id, candidate);
      this.#heap.push(candidate);
    });
    this.#nextTurn = free.length;
  }

  get isOver(): boolean {
    return this.#heap.size === 0;
  }

  give(conversation: Conversation, lastServer: AgentId | null): Assignment | null {
    const isOpenToAll = conversation.skills.length === 0 && conversation.missed.length === 0;
    const choice = isOpenToAll ? this.#chooseAny(lastServer) : this.#chooseAmong(conversation, lastServer);
    if (choice === null) return null;
    const { candidate, reason, round } = choice;
    this.#take(candidate);
    return { conversation, to: candidate.agent.id, round: round ?? conversation.round, reason };
  }

  #chooseAny(lastServer: AgentId | null) {
    const best = this.#heap.best();
    if (best === undefined) return null;
    const server = lastServer === null ? undefined : this.#byAgent.get(lastServer);
    const second = this.#heap.second();
    if (server === undefined || server === best) {
      return { candidate: best, reason: this.#reason(best, second, this.#heap.size, server === best), round: null };
    }
    return { candidate: server, reason: this.#reason(server, best, this.#heap.size, true), round: null };
  }

  /** RE7: where all who could take it have missed it, the next round asks all of them again. */
  #chooseAmong(conversation: Conversation, lastServer: AgentId | null) {
    const skilled = this.#skilledFor(conversation);
    const fresh = skilled.filter((each) => !conversation.missed.includes(each.agent.id));
    const asked = fresh.length > 0 ? fresh : skilled;
    const server = asked.find((each) => each.agent.id === lastServer);
    const [best, second] = bestTwo(asked);
    const candidate = server ?? best;
    if (candidate === undefined) return null;
    const next = candidate === best ? second : best;
    const reason = this.#reason(candidate, next, asked.length, server !== undefined);
    return { candidate, reason, round: fresh.length > 0 ? null : conversation.round + 1 };
  }

  /** Those of them who are still free. */
  #skilledFor(conversation: Conversation): readonly Candidate[] {
    const wanted = JSON.stringify(conversation.skills);
    const known = this.#skilled.get(wanted) ?? this.#heap.all().filter((each) => hasSkills(each.agent, conversation));
    const free = known.filter((each) => each.place !== OUTSIDE);
    // Nobody becomes free in a pass.
    this.#skilled.set(wanted, free);
    return free;
  }

  #reason(chosen: Candidate, next: Candidate | undefined, eligible: number, isServer: boolean): AssignReason {
    const rule = next === undefined ? 'only' : isServer ? 'served' : next.open > chosen.open ? 'fewest' : 'idle';
    return { rule, load: chosen.open, eligible, nextBest: next?.agent.id ?? null };
  }

  #take(candidate: Candidate): void {
    candidate.open += 1;
    candidate.offers += 1;
    candidate.turn = this.#nextTurn;
    this.#nextTurn += 1;
    if (candidate.open < this.#settings.capacity && candidate.offers < this.#settings.unpickedMax) {
      this.#heap.lower(candidate);
      return;
    }
    this.#heap.remove(candidate);
    this.#byAgent.delete(candidate.agent.id);
  }
}

/** All assignments that can be made now, in queue order. */
export const decideAssignments = (team: Team, presence: PresenceOf, now: WallMs): readonly Assignment[] => {
  const pass = new Pass(team, presence);
  const assignments: Assignment[] = [];
  if (pass.isOver) return assignments;
  for (const conversation of team.waiting(now)) {
    const assignment = pass.give(conversation, team.lastServer(conversation.customer.key));
    if (assignment !== null) assignments.push(assignment);
    if (pass.isOver) break;
  }
  return assignments;
};
