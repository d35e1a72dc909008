// `npm run lab`: hosts in network namespaces, a real browser on each, and what networks do to them.
// `npm run lab -- cut --times 5` plays one scenario, `-- --short` a form of a minute, `-- storage-kill` the
// one that needs no network. Where this machine
// cannot do that it says so in one sentence and is content.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';

import { ensureBrowser } from './ensure-browser.mjs';
import { install } from './install.mjs';
import { inRoot, ROOT } from './tree.mjs';

const REPORT = inRoot('dist/.reports/lab.json');

/** @param {string} program @param {string} flag */
const isThere = (program, flag) => spawnSync(program, [flag], { stdio: 'ignore' }).error === undefined;

/** @returns {string | null} why there can be no lab here */
const whyNot = () => {
  if (process.platform !== 'linux') return 'The lab needs network namespaces, which only Linux has.';
  if (process.getuid?.() !== 0) return 'The lab makes network namespaces: run it as root (sudo npm run lab).';
  if (!isThere('ip', '-V')) return 'The lab needs the program ip: install iproute2 (apt-get install iproute2).';
  if (!isThere('perl', '-v')) return 'The lab needs perl to make cables (TAP): install it (apt-get install perl).';
  if (!existsSync('/dev/net/tun')) return 'The lab needs /dev/net/tun for its cables, and this machine has none.';
  const probe = `deskmesh-lab-${process.pid}-probe`;
  const isAllowed = spawnSync('ip', ['netns', 'add', probe], { stdio: 'ignore' }).status === 0;
  if (isAllowed) spawnSync('ip', ['netns', 'del', probe]);
  return isAllowed ? null : 'The lab needs network namespaces, and this machine does not let it make any.';
};

/** @param {{ skipped: string | null, passed: number, failures: string[] }} outcome */
const report = (outcome) => {
  mkdirSync(inRoot('dist/.reports'), { recursive: true });
  writeFileSync(REPORT, JSON.stringify(outcome));
};

/** What is played on one machine alone: no namespaces. */
const playStorage = async () => {
  const { runnerImport } = await import('vite');
  const file = inRoot('test/lab/storage-kill.ts');
  const { module } = await runnerImport(file, { root: ROOT, configFile: false, logLevel: 'warn' });
  const times = Number(process.argv[process.argv.indexOf('--times') + 1]);
  const print = (/** @type {string} */ line) => console.log(line);
  return /** @type {any} */ (module).runStorageKill({ times: times > 0 ? times : null, print });
};

/** @param {{ passed: number, failures: string[] }} outcome */
const end = (outcome) => {
  report({ skipped: null, ...outcome });
  for (const failure of outcome.failures) console.log(`FAILED ${failure}`);
  console.log(`${outcome.passed} marks met, ${outcome.failures.length} missed`);
  process.exit(outcome.failures.length === 0 ? 0 : 1);
};

rmSync(REPORT, { force: true });
if (process.argv[2] === 'storage-kill') {
  if (!install() || !(await ensureBrowser())) process.exit(1);
  end(await playStorage());
}
const sentence = whyNot();
if (sentence !== null) {
  console.log(`Skipped: ${sentence}`);
  report({ skipped: sentence, passed: 0, failures: [] });
  process.exit(0);
}
if (!install() || !(await ensureBrowser())) process.exit(1);
const { buildIfStale } = await import('./build.mjs');
await buildIfStale();
const { runnerImport } = await import('vite');
const { module } = await runnerImport(inRoot('test/lab/main.ts'), { root: ROOT, configFile: false, logLevel: 'warn' });
const outcome = await /** @type {any} */ (module).run(process.argv.slice(2));
if (outcome === null) process.exit(2);
end(outcome);
