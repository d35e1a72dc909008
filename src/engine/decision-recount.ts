// Why this agent and why not the others (AS5), worked out again by whoever reads an assignment: the
// team folded from the entries that come before it in the total order, and the same choice made on
// that. Two things nobody can know afterwards: who could be reached then (recorded-presence.ts), and
// which of those entries the assigning browser had already received. So the recount is compared with
// what the entry says, and where they differ that is said. Works in small steps: a long log takes long.

import { decideAssignments } from '../domain/assignment.ts';
import type { AssignReason, Entry } from '../domain/entry.ts';
import type { AgentId } from '../domain/ids.ts';
import { compareOrder } from '../domain/order.ts';
import { TeamFold } from '../domain/team-fold.ts';
import { candidatesFor } from './candidates.ts';
import type { AssignedEntry, Candidate, Difference, Recount } from './desk-types.ts';
import { recordedPresence } from './recorded-presence.ts';

/** Entries folded between two looks at the clock. */
const STEP = 250;

export class DecisionRecount {
  readonly #assigned: AssignedEntry;
  readonly #before: readonly Entry[];
  readonly #team = new TeamFold();
  #done = 0;

  constructor(entries: Iterable<Entry>, assigned: AssignedEntry) {
    this.#assigned = assigned;
    const before: Entry[] = [];
    // What was said has no part in a choice, except to whom a customer turns and who answered.
    for (const entry of entries) {
      const counts = entry.kind !== 'chat' && entry.kind !== 'note';
      if (counts && compareOrder(entry, assigned) < 0) before.push(entry);
    }
    this.#before = before;
  }

  /** True once `result` can be read. */
  step(): boolean {
    this.#team.apply(this.#before.slice(this.#done, this.#done + STEP));
    this.#done += STEP;
    return this.#done >= this.#before.length;
  }

  result(): Recount {
    const { agents, conversations, settings } = this.#team;
    const { conversation: id, to, reason } = this.#assigned;
    const conversation = conversations.get(id);
    const presence = recordedPresence(this.#team);
    const candidates = candidatesFor(this.#team, conversation, presence).map((candidate): Candidate => {
      return { ...candidate, isChosen: candidate.agent === to };
    });
    const alone = {
      agents,
      settings,
      waiting: () => (conversation?.state === 'waiting' ? [conversation] : []),
      lastServer: (key: string) => this.#team.lastServer(key),
    };
    const [choice = null] = decideAssignments(alone, presence, this.#assigned.at);
    const isWaiting = conversation?.state === 'waiting';
    const differences = isWaiting ? differencesOf(to, reason, choice, candidates) : (['notWaiting'] as const);
    return { candidates, choice, differences, entries: this.#before.length };
  }
}

const differencesOf = (
  to: AgentId,
  said: AssignReason,
  choice: Recount['choice'],
  candidates: readonly Candidate[],
): readonly Difference[] => {
  const chosen = candidates.find((candidate) => candidate.agent === to);
  const differences: Difference[] = [];
  if (chosen?.verdict !== 'eligible' && chosen?.verdict !== 'missed') differences.push('notEligible');
  else if (choice !== null && choice.to !== to) differences.push('otherChoice');
  if (chosen !== undefined && chosen.open !== said.load) differences.push('load');
  if (choice === null || differences.length > 0) return differences;
  if (choice.reason.eligible !== said.eligible) differences.push('eligible');
  if (choice.reason.nextBest !== said.nextBest) differences.push('nextBest');
  return differences;
};
