// E-mails as files. One file is one message, and opens a conversation or goes into the one that it answers. Ids
// derive from the Message-ID and the content: the same file twice makes nothing twice, and of two letters under
// one Message-ID, which careless programs write, neither is lost (QU1).

import { asWallMs } from '../../domain/ids.ts';
import { MAX_MAIL_NAME, MAX_NAME, MAX_TEXT } from '../../domain/limits.ts';
import type { NewConversation, NewMessage } from '../../engine/desk-types.ts';
import type { ByteSource, Intake, IntakeItem, SkipReason } from '../intake.ts';
import { MAX_MAIL_BYTES, type MailReader, type ReadMail } from './mail-facts.ts';
import { writtenAt } from './written-at.ts';

const CHANNEL = 'email';
/** Leaves room for the channel's name in the customer's key. */
const MAX_KEY_NAME = MAX_NAME - CHANNEL.length - 1;

/** What stands where the e-mail says nothing, in the language of whoever brings it in. */
export interface MailWords {
  readonly noSender: string;
  readonly noSubject: string;
}

/** A text longer than a message comes in as several, cut at the end of a line where one is near. */
const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = [];
  let at = 0;
  while (text.length - at > MAX_TEXT) {
    const lineEnd = text.lastIndexOf('\n', at + MAX_TEXT - 1);
    let end = lineEnd > at + MAX_TEXT / 2 ? lineEnd + 1 : at + MAX_TEXT;
    // Half of a pair is no text.
    if (/[\uD800-\uDBFF]/u.test(text.charAt(end - 1))) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return [...pieces, text.slice(at)];
};

const messagesOf = (mail: ReadMail): readonly NewMessage[] => {
  const from = mail.senderAddress === '' ? mail.senderName : mail.senderAddress;
  const sentAt = mail.sentAt === null ? null : asWallMs(mail.sentAt);
  const facts = { id: mail.messageId, from: from.slice(0, MAX_MAIL_NAME), sentAt, files: mail.files };
  return piecesOf(mail.text).map((text, index) => ({
    key: `${mail.messageId}#${mail.contentHash}${index === 0 ? '' : `/${index}`}`,
    from: 'customer',
    text,
    ...(index === 0 ? { mail: facts } : {}),
  }));
};

const threadOf = ({ root, contentHash }: ReadMail): string => {
  const name = root === '' ? `#${contentHash}` : root;
  // Longer than any program writes: the end tells threads apart best.
  return name.length <= MAX_NAME ? name : name.slice(-MAX_NAME);
};

const conversationOf = (mail: ReadMail, words: MailWords): NewConversation => {
  const address = mail.senderAddress.toLowerCase();
  const known = address || mail.senderName.toLowerCase() || mail.contentHash;
  return {
    channel: CHANNEL,
    thread: threadOf(mail),
    customer: {
      key: `${CHANNEL}/${known.slice(0, MAX_KEY_NAME)}`,
      name: (mail.senderName || mail.senderAddress || words.noSender).slice(0, MAX_NAME),
    },
    subject: mail.subject || words.noSubject,
    priority: 'normal',
    skills: [],
    messages: messagesOf(mail),
    answers: mail.answers,
  };
};

/** The whole file; null where it goes on beyond the bound, whatever it said of its size. */
const bytesOf = async (source: ByteSource): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (source.size > MAX_MAIL_BYTES) return null;
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = source.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > MAX_MAIL_BYTES) return null;
      pieces.push(next.value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

const itemOf = async (source: ByteSource, readMail: MailReader, words: MailWords): Promise<IntakeItem> => {
  const place = { bytes: source.size, line: 1 };
  const skipped = (reason: SkipReason): IntakeItem => ({ kind: 'skipped', ...place, reason });
  const bytes = await bytesOf(source);
  if (bytes === null) return skipped('mailTooLarge');
  if (bytes.length === 0) return skipped('emptyFile');
  const reading = await readMail(bytes);
  if (!reading.ok) return skipped(reading.reason);
  return { kind: 'conversation', ...place, conversation: conversationOf(reading.mail, words) };
};

/** `readMail` runs wherever it does not keep the page waiting (mail-desk.ts). */
export const mailBy = (readMail: MailReader, words: MailWords): Intake<ByteSource> => ({
  name: CHANNEL,
  accepts: ['.eml', 'message/rfc822'],
  writtenAt,
  async *read(source) {
    yield await itemOf(source, readMail, words);
  },
});
