// Where the browser for the tests is, and how it is started: quiet, and on loopback alone.

import { existsSync } from 'node:fs';

const KNOWN_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {string | null} CHROMIUM where it is set, else the first known place that has one. */
export const findBrowser = () => process.env.CHROMIUM ?? KNOWN_PATHS.find((path) => existsSync(path)) ?? null;

const isRoot = process.getuid?.() === 0;

/** Without these a closed network makes Chromium retry outside, and a lone host gathers no candidates. */
export const BROWSER_FLAGS = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
