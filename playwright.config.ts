// The end-to-end suite: the built app, served by the rendezvous, in browser profiles of their own.

import { defineConfig } from '@playwright/test';

import { BROWSER_FLAGS, findBrowser } from './tools/browser.mjs';

const executablePath = findBrowser();

// What is held to a mark in milliseconds, a second browser on the same cores would spoil.
const TIMED = ['**/import.test.ts', '**/mail.test.ts'];

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 1,
  projects: [
    { name: 'beside', testIgnore: TIMED },
    { name: 'alone', testMatch: TIMED },
  ],
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    locale: 'en-GB',
    launchOptions: { ...(executablePath === null ? {} : { executablePath }), args: BROWSER_FLAGS },
  },
});
