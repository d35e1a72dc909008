// A raw data channel between two pages of a bench; their descriptions travel by the bench's own hand.

import type { Page } from '@playwright/test';

/** Resolves when it is open on both sides. */
export const openRaw = async (a: Page, b: Page): Promise<void> => {
  const offer = await a.evaluate(() => globalThis.raw.offer());
  const answer = await b.evaluate((description) => globalThis.raw.answer(description), offer);
  await a.evaluate((description) => globalThis.raw.accept(description), answer);
  await Promise.all([a, b].map((page) => page.evaluate(() => globalThis.raw.whenOpen())));
};

export const closeRaw = async (...pages: readonly Page[]): Promise<void> => {
  await Promise.all(pages.map((page) => page.evaluate(() => globalThis.raw.close())));
};
