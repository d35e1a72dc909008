// Plays the scenarios of the lab, one after the other, and says how each ended. Whatever happens, what
// it made is removed when the process ends; what a killed run left, when it begins.

import { cpSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { inRoot } from '../../tools/tree.mjs';
import { cutScenario, silentCutScenario } from './cut.ts';
import { dispatcherScenario } from './dispatcher.ts';
import { hiddenScenario } from './hidden.ts';
import { LabTeam } from './lab-team.ts';
import { parseOptions, type Options } from './options.ts';
import { reconcileScenario } from './reconcile.ts';
import { rendezvousScenario } from './rendezvous.ts';
import type { Scenario } from './scenario.ts';
import { say, Score, type Outcome } from './score.ts';
import { stormScenario } from './storm.ts';
import { COPIES, labName, sweep } from './sweep.mjs';

const SCENARIOS: readonly Scenario[] = [
  cutScenario,
  silentCutScenario,
  rendezvousScenario,
  dispatcherScenario,
  reconcileScenario,
  stormScenario,
  hiddenScenario,
];

/** A copy of what was built: a build meanwhile changes nothing in a run. */
const prepare = (): string => {
  sweep(process.pid);
  process.on('exit', () => sweep(process.pid));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
  const folder = join(COPIES, labName(process.pid));
  for (const part of ['app', 'rendezvous']) cpSync(inRoot(`dist/${part}`), join(folder, part), { recursive: true });
  const temporary = join(tmpdir(), labName(process.pid));
  mkdirSync(temporary, { recursive: true });
  // Profiles of browsers and what Playwright needs go there as well.
  process.env['TMPDIR'] = temporary;
  return folder;
};

const playOne = async (scenario: Scenario, lab: LabTeam, options: Options, outcome: Outcome): Promise<void> => {
  const began = Date.now();
  try {
    await scenario.run(lab, options, new Score(scenario.name, outcome));
  } catch (error) {
    say(`${scenario.name}: MISSED ${error instanceof Error ? error.stack : String(error)}`);
    outcome.failures.push(`lab: ${scenario.name} broke off`);
  }
  say(`${scenario.name}: took ${Math.round((Date.now() - began) / 1000)} s\n`);
};

/** The short form: one team for all. */
const playTogether = async (scenarios: readonly Scenario[], folder: string, options: Options): Promise<Outcome> => {
  const outcome: Outcome = { passed: 0, failures: [] };
  const names = [...new Set(scenarios.flatMap(({ agents }) => agents))];
  const spare = Math.max(...scenarios.map((scenario) => scenario.spare ?? 0));
  const lab = await LabTeam.open(folder, names, { spare, seed: options.seed, isTraced: options.isTraced });
  for (const scenario of scenarios) await playOne(scenario, lab, options, outcome);
  await lab.close();
  return outcome;
};

const playEach = async (scenarios: readonly Scenario[], folder: string, options: Options): Promise<Outcome> => {
  const outcome: Outcome = { passed: 0, failures: [] };
  for (const scenario of scenarios) {
    const { passed, failures } = await playTogether([scenario], folder, options);
    outcome.passed += passed;
    outcome.failures.push(...failures);
  }
  return outcome;
};

/** Null where the command line asks for what there is not; it has been told. */
export const run = async (args: readonly string[]): Promise<Outcome | null> => {
  const options = parseOptions(
    args,
    SCENARIOS.map(({ name }) => name),
  );
  if (typeof options === 'string') {
    say(options);
    return null;
  }
  const isWanted = ({ name, isShort }: Scenario): boolean =>
    options.names.length > 0 ? options.names.includes(name) : isShort || !options.isShort;
  const folder = prepare();
  const chosen = SCENARIOS.filter(isWanted);
  return options.isShort ? playTogether(chosen, folder, options) : playEach(chosen, folder, options);
};
