// One e-mail, from bytes to words. Decides what of it is its text, who sent it, and which thread it names; keeps
// nothing of what is attached but name and size. Whatever the bytes are, the answer is a value.

import { digest } from 'lib0/hash/sha256';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { MAX_MAIL_FILE_BYTES, MAX_MAIL_FILES, MAX_MAIL_NAME, MAX_NAME, MAX_SUBJECT } from '../../domain/limits.ts';
import { wellFormed } from '../well-formed.ts';
import { MAX_MAIL_TEXT, type MailReading, type ReadMail } from './mail-facts.ts';
import { mended } from './mended-charset.ts';
import { plainFromHtml } from './plain-from-html.ts';

const LIMITS = { maxNestingDepth: 64, maxHeadersSize: 512 * 1024, maxRfc822NestingDepth: 4 };
/** One of these makes a file an e-mail. */
const TELLING = new Set([
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'received',
  'sender',
  'reply-to',
  'mime-version',
]);
const MAX_ANSWERS = 50;
const CARRIAGE_RETURN = 0x0d;
const NEW_LINE = 0x0a;

const tidy = (text: string): string => wellFormed(text.replaceAll(/\p{Cc}+/gu, ' ').trim());
const cut = (text: string, most: number): string => wellFormed(text.slice(0, most)).trim();

const hexOf = (bytes: Uint8Array): string =>
  [...digest(bytes).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Without what programs change when they store a file: the kind of line ends, and what stands around it all. */
const sameBytes = (bytes: Uint8Array, from: number): Uint8Array => {
  const same = new Uint8Array(bytes.length - from);
  let length = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === CARRIAGE_RETURN || (length === 0 && byte === NEW_LINE)) continue;
    same[length] = byte;
    length += 1;
  }
  while (length > 0 && same[length - 1] === NEW_LINE) length -= 1;
  return same.subarray(0, length);
};

/** Where the body begins: behind the first empty line. */
const bodyAt = (bytes: Uint8Array): number => {
  let isLineEmpty = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === NEW_LINE && isLineEmpty) return at + 1;
    if (byte === NEW_LINE) isLineEmpty = true;
    else if (byte !== CARRIAGE_RETURN) isLineEmpty = false;
  }
  return bytes.length;
};

const idsIn = (header: string): readonly string[] => {
  const marked = [...header.matchAll(/<([^<>\s]+)>/gu)].map((found) => found[1] ?? '');
  const bare = header.includes('<') ? [] : header.split(/\s+/u);
  return (marked.length > 0 ? marked : bare).map((id) => cut(tidy(id), MAX_MAIL_NAME)).filter((id) => id !== '');
};

const all = (email: Email, key: string): string =>
  email.headers.flatMap((header) => (header.key === key ? [header.value] : [])).join(' ');

const mailboxOf = (address: Address | undefined): { name: string; address: string } | null => {
  if (address === undefined) return null;
  if (address.address !== undefined) return { name: tidy(address.name), address: tidy(address.address) };
  const [first] = address.group;
  return { name: tidy(first?.name || address.name), address: tidy(first?.address ?? '') };
};

const senderOf = (email: Email): { name: string; address: string } => {
  const candidates = [email.from, email.replyTo?.[0], email.sender].map(mailboxOf);
  const returnPath = { name: '', address: tidy(email.returnPath ?? '') };
  const found = [...candidates, returnPath].find((each) => each !== null && (each.address !== '' || each.name !== ''));
  return found ?? { name: '', address: '' };
};

const sizeOf = ({ content }: Attachment): number => (typeof content === 'string' ? content.length : content.byteLength);

const EXTENSIONS: Readonly<Record<string, string>> = { 'message/rfc822': '.eml', 'text/calendar': '.ics' };

const fileOf = (attachment: Attachment, index: number): { name: string; bytes: number } => {
  const fallback = `${index + 1}${EXTENSIONS[attachment.mimeType] ?? `.${attachment.mimeType.split('/').at(-1) ?? ''}`}`;
  const name = cut(tidy(attachment.filename ?? ''), MAX_NAME) || cut(tidy(fallback), MAX_NAME);
  return { name, bytes: Math.min(sizeOf(attachment), MAX_MAIL_FILE_BYTES) };
};

const lines = (text: string): string =>
  wellFormed(text.replaceAll(/\r\n?/gu, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, ''))
    .replaceAll(/[ \t]+$/gmu, '')
    .replaceAll(/\n{4,}/gu, '\n\n\n')
    .trim();

/** What a bounce says of why: words for whoever reads it, though it is packed as a file. */
const isWords = ({ mimeType }: Attachment): boolean => mimeType === 'message/delivery-status';

const wordsIn = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

const textOf = ({ text, html, headers, attachments }: Email): string => {
  const contentType = headers.find(({ key }) => key === 'content-type')?.value ?? '';
  const plain = lines(mended(text ?? '', contentType));
  const body = plain === '' && html !== undefined ? lines(plainFromHtml(mended(html, contentType))) : plain;
  const reasons = attachments.filter(isWords).map((each) => lines(wordsIn(each)));
  return [body, ...reasons].filter((piece) => piece !== '').join('\n\n');
};

const stampOf = (date: string | undefined): number | null => {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return at >= 0 && at < 253_402_300_800_000 ? at : null;
};

const mailOf = (email: Email, bytes: Uint8Array): ReadMail => {
  const [messageId = ''] = idsIn(email.messageId ?? '');
  const references = idsIn(all(email, 'references'));
  const replied = idsIn(email.inReplyTo ?? '');
  const answers = [...new Set([...replied, ...references.toReversed()])].filter((id) => id !== messageId);
  const sender = senderOf(email);
  return {
    messageId,
    answers: answers.slice(0, MAX_ANSWERS),
    root: references[0] ?? replied[0] ?? messageId,
    contentHash: hexOf(sameBytes(bytes, messageId === '' ? 0 : bodyAt(bytes))),
    senderName: cut(sender.name, MAX_NAME),
    senderAddress: cut(sender.address, MAX_MAIL_NAME),
    subject: cut(tidy(email.subject ?? ''), MAX_SUBJECT),
    sentAt: stampOf(email.date),
    text: textOf(email),
    files: email.attachments
      .filter((each) => !isWords(each))
      .slice(0, MAX_MAIL_FILES)
      .map(fileOf),
  };
};

/** A mailbox's mark before the first header, as mail programs for Unix write it. */
const withoutMark = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 5));
  const end = bytes.indexOf(NEW_LINE);
  return /^>?From /u.test(start) && end !== -1 ? bytes.subarray(end + 1) : bytes;
};

/** A zero byte among the headers: some other kind of file. */
const isBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, Math.min(bodyAt(bytes), 65_536)).includes(0);

export const readMail = async (whole: Uint8Array<ArrayBuffer>): Promise<MailReading> => {
  const bytes = withoutMark(whole);
  if (isBinary(bytes)) return { ok: false, reason: 'notMail' };
  try {
    const email = await PostalMime.parse(bytes, LIMITS);
    if (!email.headers.some(({ key, value }) => TELLING.has(key) && value !== '')) {
      return { ok: false, reason: 'notMail' };
    }
    const mail = mailOf(email, bytes);
    return mail.text.length > MAX_MAIL_TEXT ? { ok: false, reason: 'mailTextTooLong' } : { ok: true, mail };
  } catch {
    // The parser's own limits, which no letter comes near.
    return { ok: false, reason: 'mailTooDeep' };
  }
};
