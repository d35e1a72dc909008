// What axe finds on the page that a browser test shows, as "rule: element". Runs beside the browser,
// because axe comes with Playwright's driver: a command of Vitest's browser mode.

import type { BrowserCommand } from 'vitest/node';
import type { Page } from '@playwright/test';

declare module 'vitest/browser' {
  interface BrowserCommands {
    axeFindings: () => Promise<readonly string[]>;
  }
}

export const axeFindings: BrowserCommand<[]> = async (context) => {
  const { page } = context as unknown as { page: Page };
  const { AxeBuilder } = await import('@axe-core/playwright');
  // A page of its own, and not a document with a title and headings.
  const builder = new AxeBuilder({ page }).disableRules(['document-title', 'html-has-lang', 'page-has-heading-one']);
  const { violations, passes } = await builder.analyze();
  // The tests run in a frame: what is around it is not ours.
  const isOurs = (node: { readonly target: readonly unknown[] }): boolean => node.target.length > 1;
  if (!passes.some(({ nodes }) => nodes.some(isOurs))) return ['axe saw nothing of the page'];
  return violations.flatMap(({ id, nodes }) => nodes.filter(isOurs).map(({ html }) => `${id}: ${html.slice(0, 200)}`));
};
