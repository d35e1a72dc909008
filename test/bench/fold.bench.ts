// The rule for crossed acts beside others (docs/decisions/0009): the same days of the simulator under each, and
// what it cost people. `--times N` days of each, `--only tree,guards` some of them; `present` is the desk's own.

import { simulate } from '../../tools/sim.mjs';
import type { Bench } from './bench.ts';

const RULES = 'test/simulation/rules';
const CROSSING = 'src/domain/crossing.ts';
const DAYS = 150;
const STEPS = 4_000;

/** Which module of the desk each of them stands for. */
const OTHERS: Readonly<Record<string, string | null>> = {
  present: null,
  'close-knows': CROSSING,
  'close-stands': CROSSING,
  'first-answer': CROSSING,
  tree: 'src/domain/fold-state.ts',
  guards: CROSSING,
  'last-writer-wins': CROSSING,
  'lone-dispatcher': 'src/domain/assignment.ts',
};

export const bench: Bench = {
  sentence: 'what crossed acts cost people under this rule and under others',
  run: async ({ times, only, print }) => {
    for (const [name, module] of Object.entries(OTHERS)) {
      if (only.length > 0 && !only.includes(name)) continue;
      print(`== ${name}`);
      const days = ['--seeds', String(times ?? DAYS), '--steps', String(STEPS), '--fast'];
      const swap = module === null ? [] : ['--swap', `${module}=${RULES}/${name}.ts`];
      // Another rule breaks rules of the desk that this one keeps: told, and no reason to fail.
      const { failures } = await simulate([...days, ...swap]);
      if (failures.length > 0) print(`${failures.length} days broke a rule of the desk, for example: ${failures[0]}`);
    }
    return true;
  },
};
