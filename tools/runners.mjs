// Runs checks and test runners as programs of their own, and counts from what they report. A runner that
// breaks before it can report counts as one failure: silence never passes.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

import { CHECKS } from './checks.mjs';
import { inRoot, ROOT } from './tree.mjs';

/** @typedef {{ passed: number, failures: string[] }} Outcome */

const REPORTS = 'dist/.reports';

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @param {{ isQuiet?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<{ isOk: boolean, output: string }>} the output where it was asked to be quiet
 */
export const runNode = (script, args, { isQuiet = false, env = {} } = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += part));
    child.on('error', (error) => resolve({ isOk: false, output: error.message }));
    child.on('close', (code) => resolve({ isOk: code === 0, output }));
  });

/** All of them, also after one has failed; each keeps one core busy, so that two run at a time.
 * @returns {Promise<Outcome>} */
export const runChecks = async () => {
  /** @type {string[]} */
  const failures = [];
  const waiting = [...CHECKS];
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const began = performance.now();
      const { isOk, output } = await runNode(check.script, check.args, { isQuiet: true });
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${isOk ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`);
      if (isOk) continue;
      console.log(output.trim());
      failures.push(check.name);
    }
  };
  await Promise.all([work(), work()]);
  return { passed: CHECKS.length - failures.length, failures };
};

/**
 * @param {string} name
 * @param {() => Promise<{ isOk: boolean }>} run
 * @param {(report: any) => Outcome} count
 * @returns {Promise<Outcome>}
 */
const counted = async (name, run, count) => {
  const file = inRoot(`${REPORTS}/${name}.json`);
  rmSync(file, { force: true });
  mkdirSync(inRoot(REPORTS), { recursive: true });
  const { isOk } = await run();
  if (!existsSync(file)) return { passed: 0, failures: [`${name}: ended without a report`] };
  const outcome = count(JSON.parse(readFileSync(file, 'utf8')));
  // An error outside of any test, or no test at all.
  if (!isOk && outcome.failures.length === 0) outcome.failures.push(`${name}: failed outside of its tests`);
  return outcome;
};

/** @param {any} report @returns {Outcome} */
const countVitest = (report) => {
  const tests = report.testResults.flatMap((/** @type {any} */ file) => file.assertionResults);
  const broken = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: tests.filter((/** @type {any} */ test) => test.status === 'passed').length,
    failures: [
      ...tests
        .filter((/** @type {any} */ test) => test.status === 'failed')
        .map((/** @type {any} */ test) => test.fullName),
      ...broken.map((/** @type {any} */ file) => `${file.name} could not be run`),
    ],
  };
};

/**
 * @param {'unit' | 'browser'} project
 * @param {{ name?: string, only?: readonly string[], isQuiet?: boolean }} [how] `name`: of the report and of Vite's
 *   cache, where two run at a time; `only`: more for Vitest's command line
 */
export const runVitest = (project, { name = project, only = [], isQuiet = false } = {}) =>
  counted(
    name,
    async () => {
      const { isOk, output } = await runNode(
        inRoot('node_modules/vitest/vitest.mjs'),
        `run --project ${project} --reporter=default --reporter=json --outputFile.json=${REPORTS}/${name}.json`
          .split(' ')
          .concat(only),
        { isQuiet, env: { DESKMESH_VITE_CACHE: `node_modules/.vite/${name}` } },
      );
      console.log(output);
      return { isOk };
    },
    countVitest,
  );

/** @param {readonly Outcome[]} outcomes @returns {Outcome} */
const together = (outcomes) => ({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failures: outcomes.flatMap(({ failures }) => failures),
});

const MESH = 'test/contract/mesh';

/** The tests of the mesh wait for links and silences most of the time: the rest runs beside them, on the other core. */
export const runBrowserTests = async () =>
  together(
    await Promise.all([
      runVitest('browser', { name: 'browser-mesh', only: [MESH], isQuiet: true }),
      runVitest('browser', { name: 'browser-rest', only: ['--exclude', `${MESH}*`] }),
    ]),
  );

/** @param {any} suite @returns {any[]} */
const specsBelow = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsBelow)];

/** @param {any} report @returns {Outcome} */
const countPlaywright = (report) => {
  const specs = report.suites.flatMap(specsBelow);
  const isSkipped = (/** @type {any} */ spec) =>
    spec.tests.every((/** @type {any} */ test) => test.status === 'skipped');
  return {
    passed: specs.filter((/** @type {any} */ spec) => spec.ok && !isSkipped(spec)).length,
    failures: specs.filter((/** @type {any} */ spec) => !spec.ok).map((/** @type {any} */ spec) => spec.title),
  };
};

/** @param {string} project of playwright.config.ts @param {number} workers */
const runProject = (project, workers) =>
  counted(
    `e2e-${project}`,
    () =>
      runNode(
        inRoot('node_modules/@playwright/test/cli.js'),
        ['test', '--project', project, '--workers', `${workers}`, '--reporter=list,json'],
        { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: inRoot(`${REPORTS}/e2e-${project}.json`) } },
      ),
    countPlaywright,
  );

/** Most tests wait more than they work, so that two files run at a time; those that hold a time to a mark run
 * alone. @returns {Promise<Outcome>} */
export const runPlaywright = async () => {
  const beside = await runProject('beside', 2);
  const alone = await runProject('alone', 1);
  return together([beside, alone]);
};

/** Where there can be no lab it says why, and nothing is counted. */
export const runLab = () =>
  counted(
    'lab',
    () => runNode(inRoot('tools/lab.mjs'), ['--short']),
    (/** @type {Outcome} */ { passed, failures }) => ({ passed, failures }),
  );

/** The fixed seeds of the simulator: a million steps. @returns {Promise<Outcome>} */
export const runDays = async () => {
  const { simulate } = await import('./sim.mjs');
  return simulate(['--seed', '1', '--seeds', '400', '--steps', '2400']);
};
