// Files between a customer and an agent, each in a browser of their own: a picture and a paper each way, what is
// refused, and a browser of the team that dies while one is on its way.

import { readFileSync } from 'node:fs';

import { expect, test, type Page } from '@playwright/test';

import { CustomerBrowser } from '../support/customer-browser.ts';
import { makeCustomerLink } from '../support/customer-link.ts';
import { pictureBytes } from '../support/picture-bytes.ts';
import { startTeam, type Team } from '../support/team.ts';

const PDF = 'application/pdf';
const PAPER = { name: 'invoice.pdf', mimeType: PDF, buffer: Buffer.from(`%PDF-1.7\n${'x'.repeat(300_000)}`) };
const LARGE = { name: 'manual.pdf', mimeType: PDF, buffer: Buffer.from(`%PDF-1.7\n${'y'.repeat(5_000_000)}`) };

let team: Team;
let lena: CustomerBrowser;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Hana', 'Jonas']);
  lena = await CustomerBrowser.open('Lena', await makeCustomerLink(team.agent('Hana')));
  await team.agent('Hana').setStatus('Ready');
});

test.afterAll(async () => {
  await lena.close();
  await team.close();
});

const choose = async (
  page: Page,
  ...files: readonly { name: string; mimeType: string; buffer: Buffer }[]
): Promise<void> => {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach files' }).click();
  await (await choosing).setFiles([...files]);
};

const saved = async (page: Page, name: string): Promise<Buffer> => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: `Save ${name}` }).click();
  return readFileSync(await (await downloading).path());
};

const widthOf = (page: Page, name: string): Promise<number> =>
  page.getByRole('img', { name }).evaluate((image: HTMLImageElement) => image.naturalWidth);

const belowSight = (page: Page): Promise<number> =>
  page.getByRole('log').evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight);

test('[FI4] a picture and a paper go each way, and are there again after a reload', async () => {
  test.setTimeout(90_000);
  const hana = team.agent('Hana');
  // Low enough for the thread to scroll.
  await hana.page.setViewportSize({ width: 1440, height: 480 });
  await lena.begin('My machine leaks.');
  await expect(lena.log()).toContainText('delivered', { timeout: 15_000 });
  const picture = await pictureBytes(lena.page, 480, 360);
  await choose(lena.page, { name: 'leak.png', mimeType: 'image/png', buffer: picture });
  await expect(lena.page.getByRole('list', { name: 'Files that go with this message' })).toContainText('leak.png');
  await lena.page.getByRole('button', { name: 'Send', exact: true }).click();
  await hana.openRow({ customer: 'Lena', subject: 'My machine leaks.' });
  await hana.page.locator('section.thread').getByRole('button', { name: 'Pick up' }).click();
  await expect(hana.page.getByRole('button', { name: 'Show leak.png' })).toBeVisible();
  expect(await widthOf(hana.page, 'leak.png')).toBe(480);
  // A picture that comes later pushes nothing out of sight.
  await expect.poll(() => belowSight(hana.page)).toBeLessThan(4);
  await choose(hana.page, PAPER);
  await expect.poll(() => belowSight(hana.page)).toBeLessThan(4);
  await hana.page.getByRole('button', { name: /^Send/ }).click();
  await expect(lena.page.getByRole('button', { name: 'Save invoice.pdf' })).toBeVisible({ timeout: 15_000 });
  expect((await saved(lena.page, 'invoice.pdf')).equals(PAPER.buffer)).toBe(true);
  await lena.page.reload();
  await expect(lena.page.getByRole('img', { name: 'leak.png' })).toBeVisible();
  expect(await widthOf(lena.page, 'leak.png')).toBe(480);
});

test('[FI3] the customers’ page refuses a program, a disguise and what is too large, each in its sentence', async () => {
  const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
  for (const [file, said] of [
    [text('setup.exe', 'MZ'), /setup\.exe could run as a program/],
    [text('holiday.png', 'no picture'), /holiday\.png is not what its name says/],
    [{ ...LARGE, buffer: Buffer.alloc(5 * 1024 * 1024 + 1, 'x') }, /manual\.pdf is larger than 5 MB/],
  ] as const) {
    await choose(lena.page, file);
    await expect(lena.page.getByText(said)).toBeVisible();
  }
  await expect(lena.page.getByRole('list', { name: 'Files that go with this message' })).toBeHidden();
});

test('[FI4] the agent’s browser dies while a file is on its way: another has it, whole and once', async () => {
  test.setTimeout(120_000);
  const [hana, jonas] = [team.agent('Hana'), team.agent('Jonas')];
  await jonas.setStatus('Ready');
  await choose(lena.page, LARGE);
  await lena.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(lena.page.getByRole('progressbar', { name: 'manual.pdf' })).toBeVisible();
  await hana.kill();
  await lena.write('Did you get the manual?');
  await jonas.openRow({ customer: 'Lena', subject: 'My machine leaks.' });
  const log = jonas.page.getByRole('log');
  await expect(log).toContainText('Did you get the manual?', { timeout: 40_000 });
  await expect(log.getByText('manual.pdf')).toHaveCount(1);
  expect((await saved(jonas.page, 'manual.pdf')).equals(LARGE.buffer)).toBe(true);
  await expect(lena.page.getByRole('progressbar')).toBeHidden();
  // The picture that the dead browser had taken in is in this one too.
  await expect(jonas.page.getByRole('button', { name: 'Show leak.png' })).toBeVisible();
});
