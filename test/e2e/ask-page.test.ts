// The built customers' page where no team is: links that are none, a link whose team is gone, all by keyboard, in the
// visitor's language, and as assistive technology meets the whole document.

import { expect, test, type Page } from '@playwright/test';

import { makeLinkKeys } from '../../src/knock/keys.ts';
import { formatLink } from '../../src/knock/link.ts';
import { fromBase64Url } from '../../src/platform/base64url.ts';
import { findingsOn } from '../support/axe.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';

let rendezvous: RendezvousProcess;
let fragment = '';

test.beforeAll(async () => {
  rendezvous = await RendezvousProcess.start();
  const { publicKey } = await makeLinkKeys();
  fragment = formatLink({
    knockKey: crypto.getRandomValues(new Uint8Array(16)),
    publicKey: fromBase64Url(publicKey) ?? new Uint8Array(),
    teamName: 'Northlight Coffee',
    rendezvous: [`ws://localhost:${rendezvous.port}/rendezvous`],
  });
});

test.afterAll(async () => {
  await rendezvous.stop();
});

const open = async (page: Page, text: string): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${rendezvous.origin}/ask/#${text}`);
};

test('[AK1] a link that is cut off, of a newer version, or wrong says so, each in its sentence', async ({ page }) => {
  for (const [text, sentence] of [
    ['', 'This address is incomplete. Open the whole link, or scan the code again.'],
    [fragment.slice(0, 60), 'The link was cut off. Open the whole link, or scan the code again.'],
    [`2${fragment.slice(1)}`, 'This link is of a newer version. Reload this page and try again.'],
    [`${fragment.slice(0, 30)}AAAA${fragment.slice(34)}`, 'This link is not right. Ask for a new one.'],
  ] as const) {
    await open(page, text);
    await expect(page.getByRole('alert')).toHaveText(sentence);
  }
  expect(await findingsOn(page)).toEqual([]);
});

test('[AK1] [AK4] all by keyboard: the form, the conversation, and taking it off the device; a removed team answers nobody', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await open(page, fragment);
  await expect(page).toHaveTitle('Write to Northlight Coffee');
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Lena');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Where is my parcel?');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Send message' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toContainText('Where is my parcel?');
  const box = page.getByRole('textbox', { name: 'Write a message' });
  await expect(box).toBeFocused();
  await page.keyboard.type('One line');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('and another');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log').locator('.text').last()).toHaveText('One line\nand another');
  await expect(page.getByRole('log').getByRole('status')).toContainText(
    'Nobody of Northlight Coffee is here right now',
    {
      timeout: 15_000,
    },
  );
  await expect(page.getByRole('log')).toContainText('on this device');
  expect(await findingsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const more = page.getByRole('button', { name: 'More' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Delete from this device' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeVisible();
});

test('[AK1] the page speaks the visitor’s language, and loads that one alone', async ({ browser }) => {
  for (const [locale, lang, title] of [
    ['de-AT', 'de', 'Schreiben Sie Northlight Coffee'],
    ['ja-JP', 'ja', 'Northlight Coffeeへのメッセージ'],
    ['zh-HK', 'zh-TW', '傳訊息給 Northlight Coffee'],
    ['fr-FR', 'en', 'Write to Northlight Coffee'],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    const scripts: string[] = [];
    page.on(
      'request',
      (request) => request.resourceType() === 'script' && scripts.push(new URL(request.url()).pathname),
    );
    await open(page, fragment);
    await expect(page).toHaveTitle(title);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    const words = scripts.filter((path) => /\/(?:de|ja|zh-tw)-/.test(path));
    expect(words).toHaveLength(lang === 'en' ? 0 : 1);
    await context.close();
  }
});
