// Files that go with a reply: attached, sent, and there in a colleague's browser; kept with the draft; refused with a
// sentence; gone with the team.

import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { pictureBytes } from '../support/picture-bytes.ts';
import { startTeam, type Team } from '../support/team.ts';

const QUESTION = { customer: 'Daniel Okafor', subject: 'Grinder jams on light roasts' };
const PAPER = {
  name: 'invoice.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n${'x'.repeat(200_000)}`),
};

let team: Team;

test.beforeAll(async () => {
  team = await startTeam(['Hana', 'Jonas']);
  await team.agent('Hana').addConversation(QUESTION);
});

test.afterAll(() => team.close());

const open = async (name: string): Promise<void> => {
  const { page } = team.agent(name);
  await page
    .getByRole('button', { name: /^Daniel Okafor: / })
    .first()
    .click();
  await expect(page.getByRole('log', { name: /Daniel/ })).toBeVisible();
};

const choose = async (
  name: string,
  files: readonly { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> => {
  const { page } = team.agent(name);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach files' }).click();
  await (await choosing).setFiles([...files]);
};

const isOfFiles = (name: string): boolean => name.startsWith('deskmesh-files-');

const databases = (name: string): Promise<readonly string[]> =>
  team.agent(name).page.evaluate(async () => (await indexedDB.databases()).map((each) => each.name ?? ''));

test('[FI1] [FI2] a picture and a paper reach a colleague as they are, also after their browser was killed', async () => {
  const [hana, jonas] = [team.agent('Hana'), team.agent('Jonas')];
  await open('Hana');
  await hana.page.locator('section.thread').getByRole('button', { name: 'Take over' }).click();
  const picture = await pictureBytes(hana.page, 640, 400);
  await choose('Hana', [{ name: 'grinder.png', mimeType: 'image/png', buffer: picture }, PAPER]);
  const attached = hana.page.getByRole('list', { name: 'Files that go with this reply' });
  await expect(attached.getByRole('listitem')).toHaveCount(2);
  await expect(hana.page.getByText('Draft saved on this device')).toBeVisible();
  // A reload takes nothing from anybody.
  await hana.page.reload();
  await hana.expectDesk();
  await open('Hana');
  await expect(attached.getByRole('listitem')).toHaveCount(2);
  await hana.page.getByRole('button', { name: /^Send/ }).click();
  await expect(attached).toBeHidden();
  await expect(hana.page.getByRole('button', { name: 'Show grinder.png' })).toBeVisible();

  await open('Jonas');
  const shown = () => jonas.page.getByRole('button', { name: 'Show grinder.png' });
  await expect(shown()).toBeVisible();
  expect(
    await shown()
      .getByRole('img')
      .evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBe(640);
  await jonas.kill();
  await jonas.launch();
  await jonas.expectDesk();
  await open('Jonas');
  await expect(shown()).toBeVisible();
  const downloading = jonas.page.waitForEvent('download');
  await jonas.page.getByRole('button', { name: 'Save invoice.pdf' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('invoice.pdf');
  expect(readFileSync(await download.path()).equals(PAPER.buffer)).toBe(true);
  await shown().click();
  await expect(jonas.page.getByRole('dialog', { name: 'grinder.png' }).getByRole('img')).toBeVisible();
  await jonas.page.keyboard.press('Escape');
});

test('[FI3] a program, a disguise and too much are refused by name, and the rest goes', async () => {
  const { page } = team.agent('Hana');
  const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
  await choose('Hana', [text('setup.exe', 'MZ'), text('holiday.png', 'no picture'), text('notes.txt', 'Hello')]);
  await expect(page.getByText(/setup\.exe.* could run as a program/)).toBeVisible();
  await expect(page.getByText(/holiday\.png.* is not what its name says/)).toBeVisible();
  const attached = page.getByRole('list', { name: 'Files that go with this reply' });
  await expect(attached.getByRole('listitem')).toHaveCount(1);
  await attached.getByRole('button', { name: 'Take notes.txt away' }).click();
  await expect(attached).toBeHidden();
  await expect(page.getByRole('textbox', { name: /^Reply/ })).toBeFocused();
});

test('[FI1] a file pasted where a reply is written goes with it, by words alone or without any', async () => {
  const { page } = team.agent('Jonas');
  await page.getByRole('textbox', { name: /^Reply/ }).evaluate((box) => {
    const data = new DataTransfer();
    data.items.add(new File(['Opening hours'], 'hours.txt', { type: 'text/plain' }));
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: /^Send/ }).click();
  await expect(page.getByRole('button', { name: 'Save hours.txt' })).toBeVisible();
  await expect(team.agent('Hana').page.getByRole('button', { name: 'Save hours.txt' })).toBeVisible();
  await team.agent('Hana').goTo('Settings');
  await expect(team.agent('Hana').page.getByText(/3 files were sent with messages; .*3.* are here/)).toBeVisible();
});

test('[CO9] who leaves the team takes its files from the device', async () => {
  const jonas = team.agent('Jonas');
  expect((await databases('Jonas')).filter(isOfFiles).length).toBe(1);
  await jonas.goTo('Settings');
  await jonas.page.getByRole('button', { name: 'Leave this team' }).click();
  await jonas.page.getByRole('dialog').getByRole('button', { name: /Leave/ }).click();
  await expect(jonas.page.getByRole('button', { name: 'Create team' })).toBeVisible();
  await expect.poll(async () => (await databases('Jonas')).filter(isOfFiles)).toEqual([]);
});
