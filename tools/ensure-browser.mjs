// The tests run in a real Chromium. Where there is none it is installed if that takes no question, and
// where that cannot be done one sentence says how.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { findBrowser } from './browser.mjs';

const HOW = 'Install Chromium or Chrome, or set CHROMIUM to the path of one, then run the tests again.';

/** @param {string[]} args */
const aptGet = (args) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
};

const canInstall = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/** Playwright's own, where somebody has let it download one. */
const hasPlaywrightsOwn = async () => {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
};

/** @returns {Promise<boolean>} whether there is a browser now */
export const ensureBrowser = async () => {
  const found = findBrowser();
  if (found !== null) {
    if (existsSync(found)) return true;
    console.error(`CHROMIUM is "${found}", and there is no such file. ${HOW}`);
    return false;
  }
  if (await hasPlaywrightsOwn()) return true;
  if (canInstall()) {
    console.log('The tests need Chromium and there is none: installing it with apt-get.');
    if (aptGet(['update']) && aptGet(['install', '-y', '--no-install-recommends', 'chromium']))
      return findBrowser() !== null;
  }
  console.error(`The tests need Chromium and there is none. ${HOW}`);
  return false;
};
