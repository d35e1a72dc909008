// The screens of working side by side as assistive technology meets them: nothing that axe finds, in both themes and
// on a phone; and what they do by keyboard.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { commands, page, userEvent } from 'vitest/browser';
import DeskPage from '../../../src/ui/pages/desk/desk-page.svelte';
import ChatPage from '../../../src/ui/pages/chat/chat-page.svelte';
import DashboardPage from '../../../src/ui/pages/dashboard/dashboard-page.svelte';
import AttentionSection from '../../../src/ui/pages/settings/attention-section.svelte';
import { acts } from '../../../src/ui/shell/acts.svelte.ts';
import { route } from '../../../src/ui/shell/route.svelte.ts';
import type { DeskView } from '../../../src/view/desk-view.svelte.ts';
import { picks } from '../../../src/view/picks.svelte.ts';
import { SmallWorld, WORLD_START_MS, type Peer } from '../../support/small-world.ts';
import { worldDesk } from '../../support/world-desk.ts';
import PageHarness from './page-harness.svelte';

let desk: DeskView | null = null;
let world: SmallWorld;
let hana: Peer;
let jonas: Peer;

beforeEach(() => {
  world = new SmallWorld();
  [hana, jonas] = [world.peer('Hana'), world.peer('Jonas')];
  world.advance(1_000);
});

afterEach(async () => {
  desk?.end();
  desk = null;
  picks.end();
  delete document.documentElement.dataset['theme'];
  await page.viewport(414, 896);
});

const show = async (shown: unknown, address: string, isWide = true) => {
  await page.viewport(isWide ? 1280 : 390, 844);
  desk = worldDesk(world, hana);
  route.read(address);
  return render(PageHarness, { desk, page: shown as typeof DeskPage, hasNotices: true });
};

const expectClean = async (): Promise<void> => {
  for (const [theme, look] of [
    ['light', 'everything'],
    ['dark', 'colours'],
  ] as const) {
    document.documentElement.dataset['theme'] = theme;
    expect(await commands.axeFindings(look), theme).toEqual([]);
  }
};

const opened = (): string => {
  const id = hana.opens();
  hana.desk.takeOver(id);
  hana.desk.tag(id, 'refund');
  world.advance(1_000);
  return `#/desk/${id}`;
};

describe('dialogs of a conversation', () => {
  test.for([
    ['tag', 'Tags'],
    ['snooze', 'Snooze until'],
    ['transfer', 'Transfer'],
    ['needs', 'Priority and needs'],
  ])('%s', async ([act = '', title = '']) => {
    const screen = await show(DeskPage, opened());
    await expect.element(screen.getByRole('textbox', { name: 'Reply' })).toBeVisible();
    acts.withId(act)?.run();
    await expect.element(screen.getByRole('dialog', { name: new RegExp(title, 'u') })).toBeVisible();
    await expectClean();
  });

  test('[TA2] priority and needs are changed by keyboard, with an undo', async () => {
    const address = opened();
    const screen = await show(DeskPage, address);
    await expect.element(screen.getByRole('textbox', { name: 'Reply' })).toBeVisible();
    acts.withId('needs')?.run();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Priority' }).selectOptions('urgent');
    await userEvent.keyboard('{Tab}tax{Enter}');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    const [conversation] = [...hana.desk.team.conversations.values()];
    expect([conversation?.priority, conversation?.skills]).toEqual(['urgent', ['tax']]);
    await expect.element(screen.getByText('You set the priority to Urgent; You set what it needs: tax')).toBeVisible();
  });
});

describe('[UN2] several at once', () => {
  const several = async (isWide = true) => {
    for (let each = 0; each < 5; each += 1) hana.opens();
    for (const { id } of [...hana.desk.team.conversations.values()].slice(0, 4)) hana.desk.takeOver(id);
    world.advance(1_000);
    return show(DeskPage, '#/desk', isWide);
  };

  test.for([true, false])('[UN2] the bar and the check boxes have nothing that axe finds, wide: %s', async (isWide) => {
    const screen = await several(isWide);
    picks.isOn = true;
    await expect.element(screen.getByRole('toolbar')).toBeVisible();
    await expectClean();
  });

  test('[UN2] a range by Shift, all by one press, closed together', async () => {
    const screen = await several();
    picks.isOn = true;
    const boxes = screen.getByRole('region', { name: 'In progress' }).getByRole('checkbox');
    await boxes.nth(0).click();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    await expect.element(screen.getByText('3 picked')).toBeVisible();
    await screen.getByRole('button', { name: /^Pick all ?: In progress/u }).click();
    await expect.element(screen.getByText('4 picked')).toBeVisible();
    await screen.getByRole('toolbar').getByRole('button', { name: 'Close conversation' }).click();
    const states = (): string[] => [...hana.desk.team.conversations.keys()].map((id) => hana.state(id)).sort();
    await expect.poll(states).toEqual(['closed', 'closed', 'closed', 'closed', 'waiting']);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => picks.isOn).toBe(false);
  });
});

describe('the rest', () => {
  test('[TA1] the filter by tag, and a list that has none with it', async () => {
    opened();
    hana.opens();
    const screen = await show(DeskPage, '#/desk');
    await screen.getByRole('button', { name: 'Show one tag' }).click();
    await expect.element(screen.getByRole('menuitemradio', { name: 'refund' })).toBeVisible();
    await expectClean();
    await screen.getByRole('menuitemradio', { name: 'refund' }).click();
    await expect.element(screen.getByRole('region', { name: 'Waiting' })).toHaveTextContent('None with this tag.');
    await screen.getByRole('button', { name: 'Only with the tag refund' }).click();
    await screen.getByRole('menuitemradio', { name: 'All conversations' }).click();
  });

  test('the first day of a team teaches the first steps, wide and on a phone', async () => {
    const screen = await show(DeskPage, '#/desk');
    await expect.element(screen.getByRole('list', { name: 'First steps' })).toBeVisible();
    const practice = screen.getByRole('link', { name: 'Open a practice' });
    expect(practice.element().getAttribute('href')).toMatch(/\?practice$/u);
    await expectClean();
    await page.viewport(390, 844);
    await expect.element(screen.getByRole('list', { name: 'First steps' })).toBeVisible();
    await expectClean();
  });

  test('[SN2] a conversation that is back from snooze is marked until it is answered', async () => {
    const id = hana.opens();
    hana.desk.takeOver(id);
    hana.desk.snooze(id, (WORLD_START_MS + 10_000) as never);
    world.advance(20_000);
    const screen = await show(DeskPage, '#/desk');
    await expect.element(screen.getByRole('button', { name: /back from snooze/u })).toBeVisible();
    await expectClean();
    hana.desk.reply(id, 'Here it is.');
    world.advance(1_000);
    await expect.poll(() => screen.getByRole('button', { name: /back from snooze/u }).elements().length).toBe(0);
  });

  test('[AT2] a word in the team room that calls me stands out, with a badge until it was read', async () => {
    jonas.desk.say('team', '@Hana can you look?', [hana.agent]);
    jonas.desk.say('team', 'Quiet here.');
    jonas.desk.say(hana.agent, 'Are you there?');
    world.advance(1_000);
    const screen = await show(ChatPage, `#/chat/${jonas.agent}`);
    const room = screen.getByRole('link', { name: /Team/u });
    await expect.element(room.getByRole('img', { name: 'Mentions you:' })).toBeVisible();
    await expectClean();
    route.read('#/chat/team');
    await expect.element(screen.getByText('@Hana can you look?')).toBeVisible();
    expect(screen.container.querySelectorAll('.mine')).toHaveLength(1);
    await expect.poll(() => room.getByRole('img', { name: 'Mentions you:' }).elements().length).toBe(0);
    await expectClean();
  });

  test('[AT2] an at sign in the team room opens the picker, and whom it puts in is called', async () => {
    const screen = await show(ChatPage, '#/chat/team');
    await screen.getByRole('textbox').click();
    await userEvent.keyboard('@');
    await expect.element(screen.getByRole('dialog', { name: 'Mention an agent' })).toBeVisible();
    await userEvent.keyboard('jon{Enter}');
    await userEvent.keyboard('look{Control>}{Enter}{/Control}');
    world.advance(1_000);
    await expect.poll(() => jonas.desk.team.mentionsOf(jonas.agent).length).toBe(1);
  });

  test('[AS5, TR2] the dashboard says why, and gives away what an agent holds, without leaving it', async () => {
    const id = hana.opens();
    hana.desk.takeOver(id);
    world.advance(1_000);
    const screen = await show(DashboardPage, '#/dashboard');
    await screen
      .getByRole('button', { name: /^Why .* stands where it does/u })
      .first()
      .click();
    await expect.element(screen.getByRole('dialog', { name: /Why here/u })).toBeVisible();
    await expectClean();
    await userEvent.keyboard('{Escape}');
    await screen
      .getByRole('button', { name: /^Transfer/u })
      .first()
      .click();
    await expect.element(screen.getByRole('dialog', { name: /Transfer/u })).toBeVisible();
    await userEvent.keyboard('jon{Enter}');
    await expect.poll(() => hana.state(id)).toBe('assigned Jonas');
  });

  test('[ST12] the choice of idle minutes has nothing that axe finds', async () => {
    const screen = await show(AttentionSection, '#/settings');
    await screen.getByRole('combobox').selectOptions('15');
    expect(desk?.idle.minutes).toBe(15);
    await expectClean();
  });
});
