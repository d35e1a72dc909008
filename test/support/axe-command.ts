// What axe finds on the page that a browser test shows: a command of Vitest's browser mode, so that tests of parts
// and of the built desk are judged alike.

import type { BrowserCommand } from 'vitest/node';
import type { Frame } from '@playwright/test';
import type { Look } from './axe.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    axeFindings: (look?: Look) => Promise<readonly string[]>;
  }
}

export const axeFindings: BrowserCommand<[Look?]> = async (context, look) => {
  const { frame } = context as unknown as { frame: () => Promise<Frame> };
  const { findingsOn } = await import('./axe.ts');
  return findingsOn(await frame(), { look, isPart: true });
};
