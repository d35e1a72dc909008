// The ways into the desk beside a file of dialogues: another app's share, a file that the system opens, a paste, a
// call. One desk, one day.

import { expect, test } from '@playwright/test';
import { AgentBrowser } from '../support/agent-browser.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';

test.describe.configure({ mode: 'serial' });

const MAIL = 'From: Mira Keller <mira@x.example>\r\nSubject: The bill\r\nMessage-ID: <m1@x>\r\n\r\nWhere is it?\r\n';
const BILL = { customer: 'Mira Keller', subject: 'The bill' };

let rendezvous: RendezvousProcess;
let hana: AgentBrowser;

test.beforeAll(async () => {
  rendezvous = await RendezvousProcess.start();
  hana = await AgentBrowser.open('Hana', rendezvous.origin);
  await hana.page.addInitScript(() => {
    const queue = (globalThis as { launchQueue?: { setConsumer: (consumer: unknown) => void } }).launchQueue;
    if (queue !== undefined) queue.setConsumer = (consumer) => Object.assign(globalThis, { consumer });
  });
  await hana.createTeam('Northlight Coffee');
  await hana.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await hana.page.reload();
  await hana.expectDesk();
});

test.afterAll(async () => {
  await hana.close();
  await rendezvous.stop();
});

test('[WI3] a text that another app shares stands in the form, and is nothing until it is added', async () => {
  const { page } = hana;
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  // As a share does: a form, posted to the address that the manifest names.
  await page.goto('about:blank');
  await page.setContent(`<form method="post" enctype="multipart/form-data" action="${rendezvous.origin}/share">
    <input name="title" value="A late parcel"><textarea name="text">It was promised for Monday.</textarea>
    <input name="url" value="https://shop.example/42"></form>`);
  await page.evaluate(() => document.querySelector('form')?.submit());
  const dialog = page.getByRole('dialog', { name: 'New conversation' });
  await expect(dialog.getByRole('textbox', { name: 'Message' })).toHaveValue(
    'It was promised for Monday.\nhttps://shop.example/42',
  );
  await expect(dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue('A late parcel');
  expect(page.url()).not.toContain('shared');
  await expect(hana.list('Waiting').getByRole('listitem')).toHaveCount(0);
  await dialog.getByRole('textbox', { name: 'Customer' }).fill('Jo');
  await dialog.getByRole('button', { name: 'Add to queue' }).click();
  await expect(hana.row(hana.list('Waiting'), { customer: 'Jo', subject: 'A late parcel' })).toBeVisible();
  await page.reload();
  await hana.expectDesk();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('[WI1] an e-mail that the system opens with the desk comes in', async () => {
  const { page } = hana;
  await page.evaluate(async (text) => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle('bill.eml', { create: true });
    const file = await handle.createWritable();
    await file.write(text);
    await file.close();
    const { consumer } = globalThis as { consumer?: (launch: unknown) => void };
    consumer?.({ targetURL: location.href, files: [handle] });
  }, MAIL);
  const dialog = page.getByRole('dialog', { name: 'Import conversations' });
  await expect(dialog.getByText('All of bill.eml was read.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(hana.row(hana.list('Waiting'), BILL)).toBeVisible();
});

test('[WI3] a paste over the lists offers a conversation, or asks about an e-mail', async () => {
  const { page } = hana;
  const paste = (text: string): Promise<void> =>
    page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await paste('Grinder jams\nIt stops after a minute.');
  const form = page.getByRole('dialog', { name: 'New conversation' });
  await expect(form.getByRole('textbox', { name: 'Subject' })).toHaveValue('Grinder jams');
  await expect(form.getByRole('combobox', { name: 'Channel' })).toHaveValue('other');
  await page.keyboard.press('Escape');
  await paste(MAIL);
  const asked = page.getByRole('dialog', { name: 'Waiting to come in' });
  await expect(asked.getByText('Pasted e-mail.eml')).toBeVisible();
  await asked.getByRole('button', { name: 'Bring in' }).click();
  // The same that the system opened: it is here already.
  const report = page.getByRole('dialog', { name: 'Import conversations' });
  await expect(report.locator('dd')).toHaveText(['0', '1', '0']);
  await report.getByRole('button', { name: 'Done' }).click();
});

test('[WI4] a call is timed from the opening of its form, and the history says how long it was', async () => {
  const { page } = hana;
  await page.reload();
  await hana.expectDesk();
  await page.getByRole('button', { name: 'New conversation' }).click();
  const form = page.getByRole('dialog', { name: 'New conversation' });
  await form.getByRole('combobox', { name: 'Channel' }).selectOption('E-mail');
  await expect(form.getByText(/so far/)).toHaveCount(0);
  await form.getByRole('combobox', { name: 'Channel' }).selectOption('Phone');
  await expect(form.getByText(/^Call so far: 0:0[2-9]$/)).toBeVisible();
  await form.getByRole('textbox', { name: 'Customer' }).fill('Daniel');
  await form.getByRole('textbox', { name: 'Subject' }).fill('Opening hours');
  await form.getByRole('textbox', { name: 'Message' }).fill('Open on Sunday?');
  await form.getByRole('button', { name: 'Add to queue' }).click();
  await hana.openRow({ customer: 'Daniel', subject: 'Opening hours' });
  const history = page.getByRole('complementary').or(page.getByRole('region', { name: 'Details' }));
  await expect(
    page
      .getByText(/^call, \d+ s$/)
      .or(history.getByText(/call, \d+ s/))
      .first(),
  ).toBeVisible();
  expect(hana.errors).toEqual([]);
});

test('[AK7] the sheet for the counter is one page, and it and the link carry the address that customers reach', async () => {
  const { page } = hana;
  await hana.goTo('Settings');
  await page.getByRole('textbox', { name: 'Name of the link' }).fill('Counter');
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByText(/which only this machine can reach/)).toBeVisible();
  const demo = await page.getByRole('link', { name: 'Try it on a page' }).getAttribute('href');
  await page.keyboard.press('Escape');

  const box = page.getByRole('textbox', { name: 'Address for customers' });
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await box.fill('http://localhost:4173');
  await box.press('Enter');
  await expect(page.getByText('Only this machine can reach this address.')).toBeVisible();
  await box.fill('desk.example.org/ask/');
  await box.press('Enter');
  await expect(box).toHaveValue('https://desk.example.org');
  await expect(save.first()).toBeVisible();

  await page.getByRole('button', { name: 'Sheet to print: Counter' }).click();
  const sheet = page.getByRole('dialog', { name: 'Sheet for the counter' });
  await expect(sheet.getByRole('heading', { name: 'Northlight Coffee' })).toBeVisible();
  await expect(sheet.getByText(/^https:\/\/desk\.example\.org\/ask\/#1\./)).toBeVisible();
  await expect(sheet.getByRole('img', { name: 'Code of the link “Counter”' })).toBeVisible();
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(paper).toMatch(/\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]/);
  await page.keyboard.press('Escape');

  const tab = await hana.newTab();
  await tab.goto(`${hana.origin}${demo}`);
  await expect(tab.getByText(/data-link="1\./)).toBeVisible();
  await tab.getByRole('button', { name: 'Chat with us' }).click();
  await expect(tab.frameLocator('iframe').getByRole('textbox').first()).toBeVisible();
  await tab.close();
  expect(hana.errors).toEqual([]);
});
