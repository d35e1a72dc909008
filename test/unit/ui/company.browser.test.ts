// Two at one conversation, as the one who is about to send meets it.

import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { commands, page, userEvent } from 'vitest/browser';
import OpenedConversation from '../../../src/ui/pages/desk/opened-conversation.svelte';
import type { DeskView } from '../../../src/view/desk-view.svelte.ts';
import { SmallWorld } from '../../support/small-world.ts';
import { worldDesk } from '../../support/world-desk.ts';
import PageHarness from './page-harness.svelte';

let desk: DeskView | null = null;

afterEach(async () => {
  desk?.end();
  desk = null;
  await page.viewport(414, 896);
});

const show = async () => {
  const world = new SmallWorld();
  const [hana, jonas] = [world.peer('Hana'), world.peer('Jonas')];
  world.advance(1_000);
  const id = hana.opens();
  hana.desk.takeOver(id);
  world.advance(1_000);
  desk = worldDesk(world, hana);
  const nothing = (): void => undefined;
  const rest = { conversation: hana.sees(id), showsDetails: false, ondetails: nothing, onback: nothing };
  const screen = await render(PageHarness, { desk, page: OpenedConversation, rest });
  const attend = (isTyping: boolean): void => {
    jonas.desk.attend({ conversation: id, isTyping });
    world.advance(100);
  };
  const replies = (): number => hana.sees(id).entries.filter(({ kind }) => kind === 'reply').length;
  return { world, hana, jonas, id, screen, attend, replies };
};

test('[AT1] a colleague who reads is shown quietly, in the head and beside the composer', async () => {
  await page.viewport(900, 800);
  const { screen, attend } = await show();
  attend(false);
  await expect.element(screen.getByText('Jonas has this open too.')).toBeVisible();
  await expect.element(screen.getByRole('group', { name: 'Also here' })).toBeVisible();
  expect(await commands.axeFindings()).toEqual([]);
});

test('[AT1] while a colleague writes, the first press of Send asks, the second sends', async () => {
  const { screen, attend, replies } = await show();
  attend(true);
  await expect.element(screen.getByText('Jonas is writing a reply.')).toBeVisible();
  await screen.getByRole('textbox', { name: 'Reply' }).click();
  await userEvent.keyboard('On its way.');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(screen.getByText(/The customer may get two answers/u)).toBeVisible();
  expect(replies()).toBe(0);
  expect(await commands.axeFindings()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }));
  await expect.poll(replies).toBe(1);
});

test('[AT1] a colleague who stops writing is warned of no longer', async () => {
  const { screen, attend, replies } = await show();
  attend(true);
  await screen.getByRole('textbox', { name: 'Reply' }).click();
  await userEvent.keyboard('On its way.');
  attend(false);
  await expect.element(screen.getByText('Jonas has this open too.')).toBeVisible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(replies).toBe(1);
});
