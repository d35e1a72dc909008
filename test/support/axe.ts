// What axe finds on a page, as "rule: element", so that a failure says where. Put into the page once and run there:
// brought in anew for each look, it took longer than the look.

import axe from 'axe-core';
import type { Frame, Page } from '@playwright/test';

/** Everything, or what another theme changes after everything was looked at in one. */
export type Look = 'everything' | 'colours';

const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
/** A part in a frame of its own is no document with a title and headings. */
const OF_DOCUMENTS = ['document-title', 'html-has-lang', 'page-has-heading-one'];

/** What fades in or changes colour has arrived; what never ends is as it is. In the words of the page, which the
 * realm of the tools, where this is imported too, does not know. */
const ARRIVED = `(async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
})()`;

interface Options {
  readonly look?: Look | undefined;
  readonly isPart?: boolean;
}

/** Throws where axe saw nothing to judge. */
export const findingsOn = async (page: Page | Frame, { look, isPart = false }: Options = {}): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  await page.evaluate(ARRIVED);
  const { violations, passes } = await page.evaluate(async (options) => axe.run(options), {
    resultTypes: ['violations' as const],
    ...(look === 'colours' ? { runOnly: { type: 'rule' as const, values: OF_COLOURS } } : {}),
    rules: Object.fromEntries((isPart ? OF_DOCUMENTS : []).map((rule) => [rule, { enabled: false }])),
  });
  if (passes.length + violations.length === 0) throw new Error('axe saw nothing of the page.');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
};
