// Takes pictures of the gallery and has axe look at each: node test/pictures/shoot.mjs <folder> [only these names …]

import { createServer } from 'vite';
import { chromium } from '@playwright/test';
import axe from 'axe-core';
import { findBrowser } from '../../tools/browser.mjs';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const SHEET = { width: 1080, height: 2300 };
const NARROW = { width: 768, height: 900 };

/** So many hours back on the replay's timeline. */
const back = async (page, hours) => {
  await page.getByRole('slider').focus();
  for (let hour = 0; hour < hours; hour += 1) await page.keyboard.press('PageDown');
};

const rerun = async (page) => {
  await back(page, 20);
  await page.getByRole('textbox', { name: 'Conversations at a time' }).fill('2');
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('table').scrollIntoViewIfNeeded({ timeout: 60_000 });
};

/** name, view, state, window, what to do before. */
const PICTURES = [
  ['parts', 'parts', '', SHEET],
  [
    'parts-dialog',
    'parts',
    '',
    { width: 1080, height: 900 },
    (page) => page.getByRole('button', { name: 'Open dialog' }).click(),
  ],
  [
    'parts-menu',
    'parts',
    '',
    { width: 1080, height: 900 },
    (page) => page.getByRole('button', { name: /^Status:/u }).click(),
  ],
  ['start', 'start', '', DESK, (page) => page.getByLabel('Your name').fill('Ingrid')],
  ['start-error', 'start', 'new', DESK, (page) => page.getByRole('button', { name: 'Join team' }).click()],
  ['start-invited', 'start', 'invited hindered', DESK],
  ['start-long', 'start', 'long', DESK],
  ['start-laptop', 'start', '', { width: 1100, height: 700 }],
  ['start-phone', 'start', '', PHONE],
  ['start-phone-invited', 'start', 'invited', PHONE],
  ['connecting', 'connecting', '', DESK],
  ['who', 'who', '', DESK],
  ['who-long', 'who', 'long', PHONE],
  ['settings', 'settings', '', DESK],
  ['settings-paused', 'settings', 'paused notice hindered', DESK],
  ['settings-long', 'settings', 'long', DESK],
  ['settings-1000', 'settings', 'long', { width: 1000, height: 800 }],
  ['settings-narrow', 'settings', 'paused', NARROW],
  ['settings-phone', 'settings', '', PHONE],
  ['settings-phone-paused', 'settings', 'paused long', PHONE],
  [
    'settings-invite',
    'settings',
    '',
    DESK,
    (page) => page.getByRole('button', { name: 'Invite', exact: true }).click(),
  ],
  ['settings-leave', 'settings', '', DESK, (page) => page.getByRole('button', { name: 'Leave this team' }).click()],
  [
    'settings-last',
    'settings',
    '',
    DESK,
    async (page) => {
      await page.getByRole('button', { name: /^Status:/u }).click();
      await page.getByRole('menuitemradio', { name: 'Away' }).click();
    },
  ],
  [
    'settings-connection',
    'settings',
    'unsent',
    DESK,
    (page) => page.getByRole('button', { name: /^Connection:/u }).click(),
  ],
  ['recon-empty', 'reconciliation', '0', DESK],
  ['recon-3', 'reconciliation', '3', DESK],
  ['recon-20', 'reconciliation', '20', DESK],
  ['recon-200', 'reconciliation', '200', DESK],
  ['recon-phone-3', 'reconciliation', '3', PHONE],
  ['recon-phone-200', 'reconciliation', '200', PHONE],
  ['apart', 'apart', '20', DESK],
  ['apart-phone', 'apart', '1', PHONE],
  ['why', 'why', '', DESK],
  ['dashboard-ways', 'dashboard', '3', DESK],
  ['replay', 'replay', '', DESK, (page) => back(page, 20)],
  ['replay-rerun', 'replay', '', { width: 1440, height: 1400 }, (page) => rerun(page)],
  ['replay-phone', 'replay', '', PHONE, (page) => back(page, 20)],
  ['replay-phone-rerun', 'replay', '', PHONE, (page) => rerun(page)],
];

const [folder = '/tmp', ...only] = process.argv.slice(2);
const isWanted = (name) =>
  only.length === 0 || only.some((each) => (each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : name === each));

const shoot = async (browser, origin, [name, view, state, viewport, act], theme) => {
  const deviceScaleFactor = viewport === PHONE ? 2 : 1.5;
  const context = await browser.newContext({ viewport, deviceScaleFactor, locale: 'en-GB' });
  const page = await context.newPage();
  // The machine may be busy.
  page.setDefaultTimeout(120_000);
  const say = (text) => console.error(`${name} ${theme}: ${text}`);
  page.on('pageerror', (error) => say(error.message));
  page.on('console', (line) => line.type() === 'error' && say(line.text()));
  const query = new URLSearchParams({ view, state, theme });
  await page.goto(`${origin}/test/pictures/gallery.html?${query}`);
  await page.waitForSelector('main');
  await page.evaluate(() => document.fonts.ready);
  await act?.(page);
  await page.waitForTimeout(300);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, nodes } of violations) say(`${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  await page.screenshot({ path: `${folder}/${name}-${theme}.png` });
  await context.close();
};

const server = await createServer({
  server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  logLevel: 'error',
  cacheDir: '/tmp/deskmesh-gallery',
  optimizeDeps: { entries: ['test/pictures/gallery.html'] },
});
await server.listen();
const origin = `http://127.0.0.1:${server.httpServer.address().port}`;
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: ['--no-sandbox'] });
try {
  for (const picture of PICTURES.filter(([name]) => isWanted(name))) {
    for (const theme of ['light', 'dark']) await shoot(browser, origin, picture, theme);
  }
} finally {
  await browser.close();
  await server.close();
}
