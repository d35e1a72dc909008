// E-mails as files, dropped on the desk: every one of them is told of, none is lost, none comes twice.

import { expect, test, type Page } from '@playwright/test';
import { AgentBrowser } from '../support/agent-browser.ts';
import { watchTasks } from '../support/long-tasks.ts';
import { bytesAt, hasMailFiles, mailFiles } from '../support/mail-files.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';

let rendezvous: RendezvousProcess | undefined;
let hana: AgentBrowser | undefined;

test.afterAll(async () => {
  await hana?.close();
  await rendezvous?.stop();
});

interface Dropped {
  readonly name: string;
  readonly base64: string;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** As the browser does it when files of the desktop are dragged over the page and let go. */
const drop = async (page: Page, files: readonly Dropped[], onOver: () => Promise<void>): Promise<void> => {
  const held = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, base64: text } of dropped) {
      const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: held });
  await onOver();
  await page.dispatchEvent('main', 'drop', { dataTransfer: held });
};

const countsOf = async (page: Page): Promise<readonly string[]> => {
  const dialog = page.getByRole('dialog', { name: 'Import conversations' });
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeVisible({ timeout: 60_000 });
  return dialog.locator('dd').allInnerTexts();
};

test('[WI1] [WI2] all e-mails in one drop: a report for each, none twice on a second drop', async () => {
  test.skip(!hasMailFiles, 'The e-mails are not on this machine (../shared/data/eml/).');
  test.setTimeout(120_000);
  rendezvous = await RendezvousProcess.start();
  hana = await AgentBrowser.open('Hana', rendezvous.origin);
  const { page } = hana;
  await hana.createTeam('Northlight Coffee');
  const busy = await watchTasks(page);
  const good = mailFiles().map(({ name, path }) => ({ name, base64: base64(bytesAt(path)) }));
  const bad = [
    { name: 'empty.eml', base64: '' },
    { name: 'picture.eml', base64: base64(Uint8Array.from({ length: 9_000 }, (_, index) => (index * 7919) & 255)) },
    { name: 'notes.docx', base64: base64(new Uint8Array(10)) },
  ];
  const isTold = () => expect(page.getByText('Drop to bring in')).toBeVisible();
  await drop(page, [...good, ...bad], isTold);
  const dialog = page.getByRole('dialog', { name: 'Import conversations' });
  const [taken, known, refused] = (await countsOf(page)).map(Number);
  expect((taken ?? 0) + (known ?? 0)).toBe(good.length);
  expect(refused).toBe(bad.length);
  const refusals = dialog.getByRole('list', { name: 'Refused' });
  await expect(refusals).toContainText('empty.eml The file is empty.');
  await expect(refusals).toContainText('picture.eml The file is not an e-mail');
  await expect(refusals).toContainText('notes.docx This is neither an e-mail');
  await dialog.getByText('All files').click();
  await expect(dialog.getByRole('list', { name: 'All files' }).getByRole('listitem')).toHaveCount(
    good.length + bad.length,
  );
  const { description, tooLong } = await busy();
  const counts = `${taken} taken in, ${known} already here, ${refused} refused`;
  test.info().annotations.push({ type: 'first drop', description: `${counts}; tasks over 50 ms: ${description}` });
  expect(tooLong, description).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  const group = page.getByRole('region', { name: 'Waiting' }).getByRole('button', { name: /^Waiting / });
  const waiting = await group.innerText();

  await drop(page, good, isTold);
  await expect.poll(async () => (await countsOf(page)).map(Number)).toEqual([0, good.length, 0]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect(await group.innerText()).toBe(waiting);
  await page.reload();
  await expect(group).toHaveText(waiting);

  // What is read is words: markup of an e-mail is none of the page's.
  await hana.openRow({ customer: 'John Doe', subject: 'Saying Hello' });
  await expect(page.getByText('From jdoe@machine.example, sent 21 Nov 1997').first()).toBeVisible();
  expect(hana.errors).toEqual([]);
});

test('[WI2] an e-mail of 50 MB is refused, one of 30 MB is read beside the page', async () => {
  test.setTimeout(120_000);
  rendezvous ??= await RendezvousProcess.start();
  const agent = hana ?? (hana = await AgentBrowser.open('Hana', rendezvous.origin));
  const { page } = agent;
  if ((await agent.statusControl().count()) === 0) await agent.createTeam('Northlight Coffee');
  await page.goto(`${agent.origin}/`);
  await agent.expectDesk();
  const held = await page.evaluateHandle(() => {
    const line = `${'QUJD'.repeat(19)}\r\n`;
    const type = 'Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64';
    const transfer = new DataTransfer();
    for (const size of [30_000_000, 50_000_000]) {
      const lines = line.repeat(Math.floor(size / line.length));
      transfer.items.add(new File([`From: a@b\r\nSubject: Pictures\r\n${type}\r\n\r\n`, lines], `${size / 1e6}.eml`));
    }
    return transfer;
  });
  // What it took to make them is not the desk's.
  await page.waitForTimeout(500);
  const busy = await watchTasks(page);
  await page.dispatchEvent('main', 'drop', { dataTransfer: held });
  expect((await countsOf(page)).map(Number)).toEqual([1, 0, 1]);
  await expect(page.getByText('The file is larger than 40 MB.')).toBeVisible();
  const { description, tooLong } = await busy();
  test.info().annotations.push({ type: 'tasks over 50 ms', description });
  expect(tooLong, description).toEqual([]);
  expect(agent.errors).toEqual([]);
});
