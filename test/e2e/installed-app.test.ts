// The built app as an installed one: what Chromium asks of it, its shortcuts, and a second version that
// comes while somebody writes.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@playwright/test';

import { startRendezvous, type Rendezvous } from '../../src/rendezvous/server.ts';
import { loadSite } from '../../src/rendezvous/site.ts';
import { buildServiceWorker } from '../../tools/build.mjs';
import { AgentBrowser } from '../support/agent-browser.ts';

const BUILT = fileURLToPath(new URL('../../dist/app', import.meta.url));
const MIRA = { customer: 'Mira Keller', subject: 'A late parcel' };
const DRAFT = 'Dear Mira, the carrier says';

// One desk, one day.
test.describe.configure({ mode: 'serial' });

let folder = '';
let served: Rendezvous;
let hana: AgentBrowser;

const serve = async (port = 0): Promise<void> => {
  served = await startRendezvous({ site: loadSite(folder), port, hosts: ['127.0.0.1'] });
};

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deskmesh-app-'));
  cpSync(BUILT, folder, { recursive: true });
  await serve();
  hana = await AgentBrowser.open('Hana', `http://localhost:${served.port}`);
});

test.afterAll(async () => {
  await hana.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

test('Chromium finds nothing that keeps the desk from being installed', async () => {
  const { page } = hana;
  await hana.createTeam('Northlight Coffee');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await hana.goTo('Settings');
  await expect(page.getByText('Starts without a network: this version is kept here as a whole.')).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  const { errors, data } = await devtools.send('Page.getAppManifest');
  expect({ installabilityErrors, errors }).toEqual({ installabilityErrors: [], errors: [] });
  const { icons, shortcuts } = JSON.parse(data ?? '') as {
    icons: { src: string; purpose?: string }[];
    shortcuts: { url: string; icons: { src: string }[] }[];
  };
  expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  expect(shortcuts.map(({ url }) => url)).toEqual(['/?set=ready', '/?set=away']);
  const pictures = [...icons, ...shortcuts.flatMap((shortcut) => shortcut.icons)].map(({ src }) => src);
  const answers = await page.evaluate((all) => Promise.all(all.map(async (src) => (await fetch(src)).ok)), pictures);
  expect(answers).not.toContain(false);
});

test('[ST9] the shortcuts set the status, and the last Ready agent is warned', async () => {
  const { page } = hana;
  await page.goto(`${hana.origin}/?set=ready`);
  await expect(hana.statusControl()).toHaveAccessibleName('Status: Ready');
  await expect(page).toHaveURL(`${hana.origin}/`);
  await page.goto(`${hana.origin}/?set=away`);
  await expect(page.getByRole('dialog', { name: 'Nobody else is Ready' })).toBeVisible();
  await expect(hana.statusControl()).toHaveAccessibleName('Status: Ready');
  await page.getByRole('button', { name: 'Go Away' }).click();
  await expect(hana.statusControl()).toHaveAccessibleName('Status: Away');
});

test('[OF3] a second version waits for a person, loses no draft, and starts with no server', async () => {
  const { page } = hana;
  await hana.addConversation(MIRA);
  await hana.openRow(MIRA);
  const { port } = served;
  await served.close();
  const index = join(folder, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace('<title>', '<meta name="build" content="2" /><title>'));
  await buildServiceWorker(folder);
  await serve(port);
  const other = await hana.newTab();
  const box = page.getByRole('textbox', { name: 'Reply' });
  await box.pressSequentially(DRAFT);
  await page.evaluate(async () => {
    Object.assign(globalThis, { isFirst: true });
    await (await navigator.serviceWorker.ready).update();
  });
  const reload = page.getByRole('button', { name: 'Reload now' });
  await expect(reload).toBeVisible();
  await expect(box).toHaveValue(DRAFT);
  expect(await page.evaluate('globalThis.isFirst')).toBe(true);
  await reload.click();
  const second = page.locator('meta[name=build]');
  await expect(second).toHaveAttribute('content', '2', { timeout: 20_000 });
  await expect(box).toHaveValue(DRAFT);
  // The tab that did not ask goes on, and says that it is the old version.
  await expect(other.getByText(/^Another tab has started a new version/)).toBeVisible();
  await other.close();
  await served.close();
  await page.reload();
  await expect(box).toHaveValue(DRAFT);
  await expect(second).toHaveAttribute('content', '2');
});
