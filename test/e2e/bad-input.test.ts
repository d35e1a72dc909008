// What should not work, and says so: each gets a sentence, keeps what was good, and throws nothing.

import { expect, test } from '@playwright/test';
import { AgentBrowser } from '../support/agent-browser.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';

let rendezvous: RendezvousProcess;
let hana: AgentBrowser;

test.beforeAll(async () => {
  rendezvous = await RendezvousProcess.start();
  hana = await AgentBrowser.open('Hana', rendezvous.origin);
});

test.afterAll(async () => {
  expect(hana.errors).toEqual([]);
  await hana.close();
  await rendezvous.stop();
});

test('[CO7] an invite that is empty, wrong, cut off or newer is refused with a sentence', async () => {
  const { page } = hana;
  const good = `${rendezvous.origin}/#join=1.`;
  const said: string[] = [];
  for (const link of ['', 'hello', `${good}AF17InMi`, `${rendezvous.origin}/#join=9.AAAA`, 'x'.repeat(100_000)]) {
    await page.getByRole('textbox', { name: 'Your name' }).fill('Hana');
    await page.getByRole('textbox', { name: 'Invite link' }).fill(link);
    await page.getByRole('button', { name: 'Join team' }).click();
    const box = page.getByRole('textbox', { name: 'Invite link' });
    await expect(box).toHaveAttribute('aria-invalid', 'true');
    said.push((await page.getByRole('alert').or(page.locator('[id$="error"]')).first().textContent()) ?? '');
  }
  expect(said.every((sentence) => sentence.trim().length > 20)).toBe(true);
  expect(new Set(said).size).toBe(said.length);
});

test('[QU1] names in any script, markup and texts of any length go in or are refused, and break nothing', async () => {
  const { page } = hana;
  await page.getByRole('textbox', { name: 'Invite link' }).fill('');
  await hana.createTeam(`Café مطعم 🌷 <script>alert(1)</script> ${'x'.repeat(120)}`);
  await hana.setStatus('Ready');
  for (const customer of ['N'.repeat(200), 'مريم العلي', '👩‍🚀🇹🇼🌷', '<script>alert(1)</script>']) {
    await hana.addConversation({ customer, subject: 'Holds the layout', message: 'W'.repeat(5000) });
    await expect(page.getByRole('button', { name: `${customer}: Holds the layout` }).first()).toBeVisible();
  }
  await page.getByRole('button', { name: 'New conversation' }).click();
  const message = page.getByRole('textbox', { name: 'Message' });
  await page.getByRole('textbox', { name: 'Customer' }).fill('Too much');
  await page.getByRole('textbox', { name: 'Subject' }).fill('Ten million characters');
  await message.evaluate((element, text) => {
    (element as HTMLTextAreaElement).value = text;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, 'x'.repeat(10_000_000));
  await expect(page.getByRole('alert').filter({ hasText: 'it has 10,000,000 characters' })).toBeVisible();
  await expect(message).toHaveValue('');
  await message.fill('x'.repeat(100_001));
  await page.getByRole('button', { name: 'Add to queue' }).click();
  await expect(page.getByText('A message has at most 100,000 characters')).toBeVisible();
  await message.fill('');
  await page.keyboard.press('Escape');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('[QU1] a file that is empty, binary, broken or enormous is reported line by line; its good lines come in', async () => {
  const { page } = hana;
  const good = JSON.stringify({ id: 'good-1', topic: 'Restaurants_1', turns: [{ from: 'customer', text: 'Hello' }] });
  const files: readonly (readonly [string, Buffer, RegExp])[] = [
    ['empty.jsonl', Buffer.from(''), /file is empty/],
    ['binary.jsonl', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255, 254]), /not text/],
    ['broken.jsonl', Buffer.from(`{"id":\n${good}\n[]\n${good}\n`), /not JSON/],
  ];
  for (const [name, buffer, reason] of files) {
    await page.getByRole('button', { name: 'Import' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import conversations' });
    await page.getByLabel('Choose files').setInputFiles({ name, mimeType: 'application/jsonl', buffer });
    await expect(dialog.getByText(reason).first()).toBeVisible({ timeout: 30_000 });
    await dialog.getByRole('button', { name: 'Done' }).click();
  }
  await expect(page.getByRole('button', { name: 'Customer 1: Restaurants' }).first()).toBeVisible();
});

test('[OF1] without WebRTC and with IndexedDB blocked the desk says what is missing and works on', async () => {
  const ben = await AgentBrowser.open('Ben', 'about:blank');
  await ben.page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'RTCPeerConnection');
    Object.defineProperty(globalThis, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('Blocked for the test.', 'SecurityError');
        },
        deleteDatabase: () => {
          throw new DOMException('Blocked for the test.', 'SecurityError');
        },
      },
    });
  });
  await ben.page.goto(rendezvous.origin);
  await ben.createTeam('Private mode');
  await expect(ben.page.getByText(/save nothing/).first()).toBeVisible();
  await expect(ben.connection()).toHaveAccessibleName(/not saved/i);
  await expect(ben.page.getByText(/WebRTC/).first()).toBeVisible();
  await ben.setStatus('Ready');
  await ben.addConversation({ customer: 'Still', subject: 'Works on' });
  await expect(ben.row(ben.list('Assigned to me'), { customer: 'Still', subject: 'Works on' })).toBeVisible();
  expect(ben.errors).toEqual([]);
  await ben.close();
});

test('[OF1] a page opened at http on another address than localhost says what that costs and what to do', async () => {
  // A name of the local network, answered by this machine: no secure context, as at http://192.168.1.20.
  const address = `http://desk.lan:${rendezvous.port}`;
  const ben = await AgentBrowser.open('Ben', address, ['--host-resolver-rules=MAP desk.lan 127.0.0.1']);
  await expect(ben.page.getByText(/npm start/).first()).toBeVisible();
  await expect(ben.page.getByText(/localhost/).first()).toBeVisible();
  expect(ben.errors).toEqual([]);
  await ben.close();
});
