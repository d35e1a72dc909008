// How long a page was kept busy at a stretch, and how slow the machine was meanwhile: the same work, again and again
// beside it, says how much longer everything took than at best.

import type { Page } from '@playwright/test';

export interface Busy {
  /** Those over 50 ms, in milliseconds. */
  readonly tasks: readonly number[];
  /** 1 at best. */
  readonly slowness: number;
  readonly description: string;
  /** Tasks that would have been over 100 ms at best. */
  readonly tooLong: readonly number[];
}

/** From now on, until the answer is asked for. */
export const watchTasks = async (page: Page): Promise<() => Promise<Busy>> => {
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(Math.round(entry.duration));
    }).observe({ type: 'longtask' });
    Object.assign(globalThis, { longTasks: tasks });
  });
  // In a page that may start any worker.
  const beside = await page.context().newPage();
  await beside.evaluate(() => {
    const work = `setInterval(() => {
      const start = performance.now();
      let sum = 0;
      for (let i = 0; i < 3e6; i += 1) sum += i % 7;
      postMessage(performance.now() - start + sum * 0);
    }, 50)`;
    const turns: number[] = [];
    const worker = new Worker(URL.createObjectURL(new Blob([work], { type: 'text/javascript' })));
    worker.addEventListener('message', (event: MessageEvent<number>) => turns.push(event.data));
    Object.assign(globalThis, { turns });
  });
  await page.bringToFront();
  return async () => {
    const tasks = await page.evaluate(() => (globalThis as { longTasks?: number[] }).longTasks ?? []);
    const slowness = await beside.evaluate(() => {
      const { turns = [] } = globalThis as { turns?: number[] };
      const sorted = [...turns].sort((x, y) => x - y);
      const least = sorted[0] ?? 1;
      return Math.max(1, (sorted[Math.floor(sorted.length / 2)] ?? least) / least);
    });
    await beside.close();
    const description = `${tasks.join(', ') || 'none'}; the machine was ${slowness.toFixed(1)} times slower than at best`;
    return { tasks, slowness, description, tooLong: tasks.filter((ms) => ms > 100 * slowness) };
  };
};
