// What the bench of the year does in a page of the desk: it looks for one conversation by a word that stands in it
// alone, and counts what the page's script holds.

import type { Page } from '@playwright/test';

const SEARCH_LIMIT_MS = 60_000;

/** From the typed word to the conversation on the screen, the palette opened just before. */
export const searchFor = async (page: Page, word: string, customer: string): Promise<number> => {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox');
  await box.waitFor();
  const taken = await box.evaluate(
    (input, asked) =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        (input as HTMLInputElement).value = asked.word;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        const look = (): void => {
          const options = [...document.querySelectorAll('dialog [role=option]')];
          const isThere = options.some(({ textContent }) => textContent.includes(asked.customer));
          const ms = performance.now() - begun;
          if (isThere || ms > asked.limitMs) resolve(ms);
          else requestAnimationFrame(look);
        };
        look();
      }),
    { word, customer, limitMs: SEARCH_LIMIT_MS },
  );
  await page.keyboard.press('Escape');
  return taken;
};

/** After two collections. Bytes of objects, and of buffers beside them. */
export const heldBytes = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const usage: { usedSize: number; backingStorageSize?: number } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
};
