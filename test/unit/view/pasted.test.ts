import { describe, expect, test } from 'vitest';
import { readPasted } from '../../../src/view/pasted.ts';

describe('[WI3] what is pasted over the lists', () => {
  test('[WI3] a text is a text, and its first line a subject where it is short', () => {
    expect(readPasted('  A late parcel\nIt was promised for Monday.\n')).toEqual({
      kind: 'text',
      subject: 'A late parcel',
      text: 'A late parcel\nIt was promised for Monday.',
    });
    expect(readPasted('x'.repeat(200))).toMatchObject({ subject: '' });
    expect(readPasted(' \n ')).toBeNull();
  });

  test.for([
    'From: a@b.example\nSubject: Hello\n\nText',
    'From MAILER Mon Nov 23\nReceived: from x\n\tby y\nTo: a@b.example\nSubject: Hello\n\nText',
    'Return-Path: <a@b>\r\nX-Some: thing\r\nDate: Mon, 23 Nov 2026 02:00:00 +0000\r\n\r\nText',
  ])('[WI3] the source of an e-mail is one: %#', (source) => {
    expect(readPasted(source)?.kind).toBe('mail');
  });

  test.for([
    'Dear team,\nSubject: what I want to say\nFrom: me\n\nBye',
    'Note: call back\nAbout: the parcel\n\nBye',
    'To: be done\n\nBuy milk',
  ])('[WI3] a letter that looks a little like one is a text: %#', (text) => {
    expect(readPasted(text)?.kind).toBe('text');
  });

  test('[WI3] what a source says of its bytes gives way to the letters that it has', () => {
    const source = 'From: a@b\nSubject: Hi\nContent-Type: text/plain; charset=iso-8859-1\n\nZürich';
    expect(readPasted(source)).toMatchObject({ source: source.replace('iso-8859-1', 'utf-8') });
    const coded = source.replace('\n\nZürich', '\nContent-Transfer-Encoding: quoted-printable\n\nZ=FCrich ü');
    expect(readPasted(coded)).toMatchObject({ source: coded });
  });
});
