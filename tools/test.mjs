// `npm test`: installs what is missing, then everything that can fail: checks, unit tests, days of a simulated
// team, tests in a real browser, the desk end to end, and a minute of the lab. `npm test -- --only unit,e2e` runs
// parts. The last line counts.

import { ensureBrowser } from './ensure-browser.mjs';
import { install } from './install.mjs';
import { inRoot } from './tree.mjs';

const PARTS = ['check', 'unit', 'sim', 'browser', 'e2e', 'lab'];

/** @returns {string[] | null} null where the command line names something else */
const chosenParts = () => {
  const [flag, list, ...rest] = process.argv.slice(2);
  if (flag === undefined) return PARTS;
  const parts = (list ?? '').split(',');
  return flag === '--only' && rest.length === 0 && parts.every((part) => PARTS.includes(part)) ? parts : null;
};

/** @param {string} part @param {typeof import('./runners.mjs')} runners */
const runPart = async (part, { runBrowserTests, runChecks, runDays, runLab, runNode, runPlaywright, runVitest }) => {
  if (part === 'check') return runChecks();
  if (part === 'unit') return runVitest('unit');
  if (part === 'sim') return runDays();
  if (part === 'lab') return runLab();
  if (!(await ensureBrowser())) return { passed: 0, failures: [`${part}: no browser`] };
  if (part === 'browser') return runBrowserTests();
  const { isOk } = await runNode(inRoot('tools/build.mjs'), []);
  return isOk ? runPlaywright() : { passed: 0, failures: ['e2e: the build failed'] };
};

const parts = chosenParts();
if (parts === null) {
  console.error(`Use: npm test, or npm test -- --only with some of ${PARTS.join(',')}.`);
  process.exit(2);
}
if (!install()) process.exit(1);
const runners = await import('./runners.mjs');
let passed = 0;
/** @type {string[]} */
const failures = [];
for (const part of PARTS.filter((each) => parts.includes(each))) {
  console.log(`\n== ${part}`);
  const outcome = await runPart(part, runners);
  passed += outcome.passed;
  failures.push(...outcome.failures);
}
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
