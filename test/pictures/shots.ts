// Which pictures are taken: where, of which team, and what is done first.

import type { Page } from '@playwright/test';

export const LANGUAGES = ['en', 'zh-TW'] as const;

export interface Shot {
  readonly name: string;
  readonly state: 'start' | 'empty' | 'busy';
  /** What stands behind `#/`. */
  readonly at: string;
  /** Only in this size; both by default. */
  readonly size?: 'wide' | 'phone';
  /** Where what is done first goes by English names. */
  readonly isInEnglishOnly?: true;
  act?(page: Page): Promise<unknown>;
}

/** Daniel Okafor's, in progress with Hana. */
const OPEN = 'desk/pictures-0442';

const bottom = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('main *'))
      if (each.scrollHeight > each.clientHeight) each.scrollTop = 1e6;
  });

const PLACES: readonly Shot[] = (['empty', 'busy'] as const).flatMap((state) => [
  { name: 'desk', state, at: 'desk' },
  { name: 'dashboard', state, at: 'dashboard' },
  { name: 'chat', state, at: 'chat' },
  { name: 'settings', state, at: 'settings' },
  { name: 'reconciliation', state, at: 'desk/reconciliation' },
  { name: 'replay', state, at: 'dashboard/replay' },
]);

const opened = (name: string, act: (page: Page) => Promise<unknown>, size?: Shot['size']): Shot => {
  return { name, state: 'busy', at: OPEN, isInEnglishOnly: true, act, ...(size === undefined ? {} : { size }) };
};

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first();

export const SHOTS: readonly Shot[] = [
  { name: 'start', state: 'start', at: '' },
  ...PLACES,
  { name: 'thread', state: 'busy', at: OPEN },
  { name: 'dashboard-end', state: 'busy', at: 'dashboard', act: bottom },
  { name: 'settings-end', state: 'busy', at: 'settings', act: bottom },
  { name: 'room', state: 'busy', at: 'chat/team' },
  opened('transfer', (page) => page.keyboard.press('t'), 'wide'),
  opened('snooze', (page) => page.keyboard.press('z'), 'wide'),
  opened('palette', (page) => page.keyboard.press('Control+k')),
  opened('keys', (page) => page.keyboard.press('?'), 'wide'),
  opened('status', (page) => page.getByRole('button', { name: /^Status: / }).click()),
  {
    ...opened('connection', (page) => page.getByRole('button', { name: /^Connection: / }).click()),
    at: 'desk',
  },
  opened('invite', async (page) => {
    await page.goto(page.url().replace(/#.*/, '#/settings'));
    await button(page, 'Invite').click();
  }),
  opened('new', (page) => button(page, 'New conversation').click(), 'wide'),
  opened('note', (page) => page.keyboard.press('n')),
];
