// One scenario of the lab: who takes part, and what is done and measured.

import type { LabTeam } from './lab-team.ts';
import type { Options } from './options.ts';
import type { Score } from './score.ts';

export interface Scenario {
  readonly name: string;
  readonly agents: readonly string[];
  /** Hosts without a browser. */
  readonly spare?: number;
  /** Part of the short form, which plays all of its scenarios with one team. */
  readonly isShort: boolean;
  run(lab: LabTeam, options: Options, score: Score): Promise<void>;
}
