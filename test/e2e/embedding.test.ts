// The customers' page on another website, and what a customer's browser has to fetch.

import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { expect, test, type Browser, type Page } from '@playwright/test';

import { CustomerBrowser } from '../support/customer-browser.ts';
import { startTeam, type Team } from '../support/team.ts';

const FORM_BYTES = 30_000;
const REPLY_BYTES = 65_000;
const SCRIPT_BYTES = 3_000;

let team: Team;
let link: string;
let website: Server;

const hostedAt = (host: string, path = '/'): string =>
  `http://${host}:${(website.address() as AddressInfo).port}${path}`;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Hana']);
  const { page } = team.agent('Hana');
  await team.agent('Hana').goTo('Settings');
  await page.getByRole('textbox', { name: 'Name of the link' }).fill('Website');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const snippet = page.getByRole('textbox', { name: /website/i });
  await expect(snippet).toHaveValue(/data-link="[^"]+"/);
  const line = await snippet.inputValue();
  link = await page.getByRole('textbox', { name: 'Link for customers' }).inputValue();
  website = createServer((request, response) => {
    const inBody = request.url === '/wrong' ? line.replace(/data-link="[^"]+"/, 'data-link=""') : line;
    response.writeHead(200, { 'content-type': 'text/html' });
    const lang = request.url === '/german' ? ' lang="de-CH"' : '';
    response.end(`<!doctype html><html${lang}><title>A shop</title><h1>A shop</h1>${inBody}`);
  });
  website.listen(0, '0.0.0.0');
  await once(website, 'listening');
});

test.afterAll(async () => {
  website.close();
  await team.close();
});

/** In bytes as they were sent; what `without` matches never comes. */
const fetched = async (
  browser: Browser,
  address: string,
  until: (page: Page) => Promise<unknown>,
  without?: RegExp,
): Promise<number> => {
  const page = await browser.newPage();
  if (without !== undefined) await page.route(without, () => undefined);
  let bytes = 0;
  page.on('response', (response) => (bytes += Number(response.headers()['content-length'] ?? 0)));
  await page.goto(address);
  await until(page);
  await page.close();
  return bytes;
};

test('one line on a website is a button that opens the page in a frame, and the keyboard closes it', async ({
  page,
}) => {
  await page.goto(hostedAt('127.0.0.1'));
  const button = page.getByRole('button', { name: 'Chat with us' });
  await button.click();
  const framed = page.frameLocator('iframe[title="Chat with us"]');
  await expect(framed.getByRole('textbox', { name: /name/i })).toBeVisible();
  await framed.getByRole('textbox', { name: /name/i }).fill('Lena');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('iframe')).toBeHidden();
  await button.click();
  await expect(framed.getByRole('textbox', { name: /name/i })).toHaveValue('Lena');
  await page.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('iframe')).toBeHidden();
  await expect(button).toBeFocused();
});

test('the button speaks the website’s language', async ({ page }) => {
  await page.goto(hostedAt('127.0.0.1', '/german'));
  await page.getByRole('button', { name: 'Schreiben Sie uns' }).click();
  await expect(page.getByRole('button', { name: 'Schließen' })).toBeVisible();
});

test('a line without its link says so to who built the website, and shows nothing', async ({ page }) => {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(hostedAt('127.0.0.1', '/wrong'));
  await expect.poll(() => said.join()).toContain('Copy the line from the settings again');
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('[AK1] the form takes at most 30 kB in brotli, the whole page 65 kB, the script for a website 3 kB', async ({
  browser,
}) => {
  const all = await fetched(browser, link, (page) => page.waitForLoadState('networkidle'));
  // What connects is fetched beside the form, which does not wait for it.
  const form = await fetched(
    browser,
    link,
    async (page) => {
      await page.getByRole('textbox').first().fill('Lena');
    },
    /\/(?:caller|with-files)-/,
  );
  const script = await fetched(browser, new URL('/ask.js', link).href, async () => undefined);
  process.stdout.write(`Until the form can be filled: ${form} bytes; with all: ${all}; ask.js: ${script}\n`);
  expect(all).toBeGreaterThan(form);
  expect(all).toBeLessThanOrEqual(REPLY_BYTES);
  expect(form).toBeGreaterThan(0);
  expect(form).toBeLessThanOrEqual(FORM_BYTES);
  expect(script).toBeGreaterThan(0);
  expect(script).toBeLessThanOrEqual(SCRIPT_BYTES);
});

test('the desk itself refuses to stand in a frame', async ({ page }) => {
  await page.goto(hostedAt('127.0.0.1'));
  await page.evaluate((origin) => {
    const frame = document.createElement('iframe');
    frame.src = origin;
    document.body.append(frame);
  }, new URL('/', link).href);
  const opened = await CustomerBrowser.open('Omar', link);
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Create team' })).toHaveCount(0);
  await opened.close();
});
