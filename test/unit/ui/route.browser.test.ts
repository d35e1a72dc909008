// Where the desk is and what the address says: the screen first, the address in the next frame, and never two places.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { followAddress, go, route } from '../../../src/ui/shell/route.svelte.ts';

let end = (): void => undefined;

beforeEach(() => {
  history.replaceState(null, '', '#/desk');
  end = followAddress();
});
afterEach(() => end());

const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 100));

test('going somewhere shows it at once, and Back leads to where one was', async () => {
  go('chat', 'team');
  expect([route.place, route.rest]).toEqual(['chat', ['team']]);
  await expect.poll(() => location.hash).toBe('#/chat/team');
  history.back();
  await expect.poll(() => route.place).toBe('desk');
  expect(location.hash).toBe('#/desk');
});

test('a link that is followed before the address is written has the last word', async () => {
  go('dashboard');
  location.hash = '#/settings';
  await settled();
  expect([location.hash, route.place]).toEqual(['#/settings', 'settings']);
});

test('of two places in one frame the last is the address', async () => {
  go('dashboard');
  go('chat');
  await settled();
  expect([location.hash, route.place]).toEqual(['#/chat', 'chat']);
});

test('going back to where one was within a frame leaves the address as it is', async () => {
  const { length } = history;
  go('dashboard');
  go('desk');
  await settled();
  expect([location.hash, route.place, history.length]).toEqual(['#/desk', 'desk', length]);
});
