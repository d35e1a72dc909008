// What a page's policy refuses, seen by every end-to-end test: told as an error of the page, in the console or not, and
// asked for when its browser closes. That the policy itself stops what it should is tried in e2e/confines.test.ts.

import { expect, type BrowserContext } from '@playwright/test';

const REFUSED = 'Refused by the policy';

/** To be called before the first page opens. */
export const watchPolicy = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript((refused) => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      console.error(`${refused}: ${effectiveDirective} ${blockedURI} ${sample}`);
    });
  }, REFUSED);

export const expectNothingRefused = (errors: readonly string[]): void => {
  expect(errors.filter((error) => error.startsWith(REFUSED))).toEqual([]);
};
