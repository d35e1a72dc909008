// How much JavaScript the browser fetches before the desk stands.

import { expect, test } from '@playwright/test';

import { firstLoadLines, measureFirstLoad } from '../../tools/first-load.mjs';

const MARK_BYTES = 110_000;

test('the first load of JavaScript is at most 110 kB in brotli', () => {
  const load = measureFirstLoad();
  process.stdout.write(`${firstLoadLines(load).join('\n')}\n`);
  expect(load.scripts.length).toBeGreaterThan(0);
  expect(load.bytes).toBeLessThanOrEqual(MARK_BYTES);
});
