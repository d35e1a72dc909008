// What was, read off the entries that this device holds now: why an agent was chosen then (AS5). Worked
// out in slices, and given up where nobody waits for it. Also what replay.svelte.ts is made from.

import type { TeamState } from '../domain/team-state.ts';
import { DecisionRecount } from '../engine/decision-recount.ts';
import type { AssignedEntry, Recount } from '../engine/desk-types.ts';
import type { Clock } from '../engine/ports.ts';
import { runInSlices } from './slices.ts';

export class Past {
  readonly clock: Clock;
  readonly #team: () => Pick<TeamState, 'entries'>;

  constructor(team: () => Pick<TeamState, 'entries'>, clock: Clock) {
    this.#team = team;
    this.clock = clock;
  }

  get team(): Pick<TeamState, 'entries'> {
    return this.#team();
  }

  /** How all stood when this was decided. What is returned gives it up. */
  recount(assigned: AssignedEntry, done: (recount: Recount) => void): () => void {
    const counting = new DecisionRecount(this.team.entries(), assigned);
    return runInSlices(
      this.clock,
      () => counting.step(),
      () => done(counting.result()),
    );
  }
}
