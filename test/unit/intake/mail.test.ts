// One e-mail as a conversation: who, what, which thread, and what is refused.

import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../../src/domain/limits.ts';
import type { NewConversation } from '../../../src/engine/desk-types.ts';
import type { ByteSource, IntakeItem } from '../../../src/intake/intake.ts';
import { mailBy } from '../../../src/intake/mail/mail.ts';
import { MAX_MAIL_BYTES } from '../../../src/intake/mail/mail-facts.ts';
import { readMail } from '../../../src/intake/mail/read-mail.ts';
import { endlessSource, sourceOf } from '../../support/byte-source.ts';

const mail = mailBy(readMail, { noSender: 'Unknown sender', noSubject: 'No subject' });

const itemOf = async (source: ByteSource): Promise<IntakeItem> => {
  for await (const item of mail.read(source)) return item;
  throw new Error('A file gives one item.');
};

const conversationOf = async (content: string | Uint8Array): Promise<NewConversation> => {
  const item = await itemOf(sourceOf(content));
  if (item.kind !== 'conversation') throw new Error(JSON.stringify(item));
  return item.conversation;
};

const letter = (headers: readonly string[], body = 'Hello'): string =>
  ['From: Daniel Okoro <Daniel@Example.com>', 'Subject: My order', ...headers, '', body].join('\r\n');

describe('an e-mail', () => {
  it('opens a conversation with its sender, subject, text and date', async () => {
    const content = letter(['Message-ID: <a@x>', 'Date: Thu, 11 Jun 2009 23:25:02 -0700']);
    expect(await conversationOf(content)).toMatchObject({
      channel: 'email',
      thread: 'a@x',
      customer: { key: 'email/daniel@example.com', name: 'Daniel Okoro' },
      subject: 'My order',
      messages: [
        { from: 'customer', text: 'Hello', mail: { id: 'a@x', from: 'Daniel@Example.com', sentAt: 1_244_787_902_000 } },
      ],
    });
  });

  it('names what is attached, and keeps nothing of it', async () => {
    const part =
      'Content-Type: application/pdf; name="bill.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAAAAAA\r\n';
    const body = `--b\r\nContent-Type: text/plain\r\n\r\nSee the bill.\r\n--b\r\n${part}--b--\r\n`;
    const { messages } = await conversationOf(letter(['Content-Type: multipart/mixed; boundary=b'], body));
    expect(messages).toMatchObject([{ text: 'See the bill.', mail: { files: [{ name: 'bill.pdf', bytes: 6 }] } }]);
  });

  it('[WI1] answers the message that it names last, in the thread of the first', async () => {
    const answer = letter(['Message-ID: <c@x>', 'References: <a@x>\r\n <b@x>', 'In-Reply-To: <b@x>']);
    expect(await conversationOf(answer)).toMatchObject({ thread: 'a@x', answers: ['b@x', 'a@x'] });
  });

  it('[WI1] has the same ids however a program stored it, and others where its words are others', async () => {
    const headers = ['Message-ID: <a@x>'];
    const keyOf = async (content: string): Promise<unknown> => (await conversationOf(content)).messages[0]?.key;
    const key = await keyOf(letter(headers));
    expect(await keyOf(`From - Mon Nov 23\n${letter(headers).replaceAll('\r\n', '\n')}\n`)).toBe(key);
    expect(await keyOf(letter([...headers, 'X-Seen: yes']))).toBe(key);
    expect(await keyOf(letter(headers, 'Other words'))).not.toBe(key);
  });

  it('[WI1] without a Message-ID is known by its content', async () => {
    const [one, same, other] = await Promise.all(
      ['Hello', 'Hello', 'Hi'].map((text) => conversationOf(letter([], text))),
    );
    expect(same).toEqual(one);
    expect(other?.thread).not.toBe(one?.thread);
  });

  it('with nothing but a text says that sender and subject are unknown', async () => {
    const { customer, subject } = await conversationOf('Date: Thu, 11 Jun 2009 23:25:02 -0700\r\n\r\nHello');
    expect([customer.name, subject]).toEqual(['Unknown sender', 'No subject']);
  });

  it('longer than a message comes in as several, and nothing of it is lost', async () => {
    const text = Array.from({ length: 5_000 }, (_, index) => `Line ${index} of a very long letter \u{1F4E6}`).join(
      '\n',
    );
    const { messages } = await conversationOf(letter(['Content-Type: text/plain; charset=utf-8'], text));
    expect(messages.length).toBeGreaterThan(1);
    expect(Math.max(...messages.map((each) => each.text.length))).toBeLessThanOrEqual(MAX_TEXT);
    expect(messages.map((each) => each.text).join('')).toBe(text);
    expect(new Set(messages.map(({ key }) => key)).size).toBe(messages.length);
  });

  it.each([
    ['', 'emptyFile'],
    [Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) & 255), 'notMail'],
    ['Just a text that somebody stored under such a name.', 'notMail'],
    [`From: a@b\r\n\r\n${'x'.repeat(1_100_000)}`, 'mailTextTooLong'],
    [`From: a@b\r\nX: ${'y'.repeat(600_000)}\r\n\r\nHello`, 'mailTooDeep'],
  ])('[WI2] that is none is refused with a reason: %#', async (content, reason) => {
    expect(await itemOf(sourceOf(content))).toMatchObject({ kind: 'skipped', reason });
  });

  it('of 50 MB is refused without being read, also where the file lies about its size', async () => {
    let pieces = 0;
    const piece = new Uint8Array(1_000_000).fill(0x41);
    const large = endlessSource(50_000_000, () => ((pieces += 1) > 50 ? null : piece));
    expect(await itemOf(large)).toMatchObject({ kind: 'skipped', reason: 'mailTooLarge' });
    // A stream fills its own queue with one.
    expect(pieces).toBeLessThanOrEqual(1);
    expect(await itemOf({ ...large, size: 10 })).toMatchObject({ reason: 'mailTooLarge' });
    expect(pieces).toBeLessThan(MAX_MAIL_BYTES / piece.length + 3);
  });

  it('that cannot be read any more says so to whoever reads it', async () => {
    const gone = endlessSource(10, () => {
      throw new DOMException('The file is gone.', 'NotReadableError');
    });
    await expect(itemOf(gone)).rejects.toThrow('The file is gone.');
  });
});
