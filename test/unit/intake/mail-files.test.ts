// Every e-mail that is on this machine to try the desk on, many of them broken on purpose, against a parser that
// others wrote.

import { expect, describe, test } from 'vitest';
import { readMail } from '../../../src/intake/mail/read-mail.ts';
import { bytesAt, hasMailFiles, mailFiles, readBySecond } from '../../support/mail-files.ts';

/** Where the two disagree, and why ours stands. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // Its Content-Transfer-Encoding is "text/html": the second parser finds no text at all.
  'error_emails--content_transfer_encoding_text-html.eml': 'You have qualified for the lowest rate in years.',
  // Three Content-Dispositions, none of them valid: the second parser takes the text for a file.
  'error_emails--multiple_invalid_content_dispositions.eml': 'foo',
  // HTML alone: both make words of it, each in its own way.
  'error_emails--content_transfer_encoding_with_8bits.eml': "Can't read this email? Click here <http",
};

/** Node's decoder reads bytes 128 to 159 of windows-1252 as control characters, which are left out; browsers do not. */
const WINDOWS = /[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu;
const same = (text: string): string => text.replaceAll(WINDOWS, '').replaceAll(/\s+/gu, ' ').trim();

describe.skipIf(!hasMailFiles)('the e-mails on this machine', () => {
  test.for(mailFiles())('[WI1] $name: subject and text as a second parser reads them', async ({ name, path }) => {
    const reading = await readMail(bytesAt(path));
    if (!reading.ok) throw new Error(`It was refused: ${reading.reason}`);
    const second = await readBySecond(path);
    expect(same(reading.mail.subject)).toBe(same(second.subject));
    const other = OTHERWISE[name];
    if (other === undefined) expect(same(reading.mail.text)).toBe(same(second.text));
    else expect(reading.mail.text).toContain(other);
  });
});
