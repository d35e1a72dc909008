// Installs what package-lock.json names, where that has not been done for just this lock. The stamp is
// written last: an installation that broke off is begun again.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

import { hashOf, inRoot, readStamp, ROOT } from './tree.mjs';

const STAMP = 'node_modules/.deskmesh-install';

/** The npm that runs us, else the one on the path. */
const npmCi = () => {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] };
  const isScript = npm !== undefined && /npm-cli\.[cm]?js$/.test(npm);
  return isScript
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
};

/** @returns {boolean} whether everything is installed now */
export const install = () => {
  const lock = hashOf(['package-lock.json']);
  if (readStamp(STAMP) === lock) return true;
  console.log('Installing what package-lock.json names. This is done once.');
  for (const isLastTry of [false, true]) {
    if (npmCi().status === 0) {
      writeFileSync(inRoot(STAMP), lock);
      return true;
    }
    if (!isLastTry) console.log('That did not succeed. Trying once more.');
  }
  console.error('The packages could not be installed. Check that the npm registry can be reached, then try again.');
  return false;
};
