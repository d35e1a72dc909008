// A thread of a thousand messages opens as a short one does: what fills the screen first, a portion a frame, at its end;
// and only what comes afterwards is read out.

import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import DeskPage from '../../../src/ui/pages/desk/desk-page.svelte';
import { route } from '../../../src/ui/shell/route.svelte.ts';
import { SmallWorld } from '../../support/small-world.ts';
import { worldDesk } from '../../support/world-desk.ts';
import PageHarness from './page-harness.svelte';
import '../../../src/ui/styles/base.css';

const MESSAGES = 1_000;
const WITHIN = { timeout: 10_000 };

afterEach(() => page.viewport(414, 896));

test('a thread of a thousand messages is drawn a portion a frame, from its end', async () => {
  await page.viewport(1440, 900);
  const world = new SmallWorld();
  const hana = world.peer('Hana');
  world.advance(1_000);
  const messages = Array.from({ length: MESSAGES }, (_, at) => ({
    key: null,
    from: at % 2 === 0 ? ('customer' as const) : ('imported' as const),
    text: `Message ${at}`,
  }));
  const id = hana.opens({ subject: 'A long story', messages });
  hana.desk.takeOver(id);
  const desk = worldDesk(world, hana);
  const added: number[] = [];
  const lives = new Set<string | null>();
  const watch = new MutationObserver((records) => {
    const bubbles = records
      .flatMap(({ addedNodes }) => [...addedNodes].flatMap((node) => bubblesIn(node)))
      .filter(isInLog);
    if (bubbles.length === 0) return;
    added.push(bubbles.length);
    lives.add(document.querySelector('[role=log]')?.getAttribute('aria-live') ?? null);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  route.read(`#/desk/${id}`);
  const screen = await render(PageHarness, { desk, page: DeskPage });
  const log = screen.getByRole('log');
  const count = (): number => log.element().querySelectorAll('.bubble').length;
  await expect.poll(count, WITHIN).toBeGreaterThan(100);
  await expect.poll(() => log.element().getAttribute('aria-live'), WITHIN).toBeNull();
  expect(Math.max(...added)).toBeLessThanOrEqual(20);
  expect([...lives]).toEqual(['off']);
  expect(log.element().textContent).toContain(`Message ${MESSAGES - 1}`);
  const { scrollTop, clientHeight, scrollHeight } = log.element();
  expect(scrollHeight - scrollTop - clientHeight).toBeLessThan(2);
  watch.disconnect();
  desk.end();
});

const isInLog = (element: Element): boolean => element.closest('[role=log]') !== null;

const bubblesIn = (node: Node): readonly Element[] =>
  node instanceof Element ? [...(node.matches('.bubble') ? [node] : []), ...node.querySelectorAll('.bubble')] : [];
