// What a customer's page and the desk say to each other: links, seals and words, and what is none of them.

import { describe, expect, test } from 'vitest';

import {
  conversationKeys,
  importLinkKey,
  keyForKnock,
  keyOfKnock,
  linkTopics,
  makeLinkKeys,
  seal,
  unseal,
} from '../../../src/knock/keys.ts';
import { parseAnswer, parseContent, parseDemand, parseKnock, writeContent } from '../../../src/knock/knock.ts';
import { formatLink, parseLink } from '../../../src/knock/link.ts';
import { MOST_BITS } from '../../../src/knock/work.ts';
import { MAX_CUSTOMER_TEXT, parseCustomerWord, parseDeskWord, writeWord } from '../../../src/knock/words.ts';
import { fromBase64Url } from '../../../src/platform/base64url.ts';

const link = {
  knockKey: new Uint8Array(16).fill(7),
  publicKey: new Uint8Array(65).fill(9),
  teamName: 'Northlight Coffee',
  rendezvous: ['wss://desk.example/rendezvous'],
};

describe('[AK1] the link', () => {
  test('comes back as it was written, also where a mail program broke the line', () => {
    const text = formatLink(link);
    expect(parseLink(`#${text}`)).toEqual({ ok: true, link });
    expect(parseLink(`${text.slice(0, 40)}\n ${text.slice(40)}`)).toEqual({ ok: true, link });
  });

  test('cut off anywhere, spoilt anywhere, or of another version, it is refused with its reason', () => {
    const text = formatLink(link);
    for (let end = 0; end < text.length; end += 1) {
      const parsed = parseLink(text.slice(0, end));
      expect(parsed.ok ? 'ok' : parsed.reason).toMatch(/linkMissing|linkTruncated|linkWrong/);
    }
    for (let at = 2; at < text.length - 1; at += 1) {
      const spoilt = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      expect(parseLink(spoilt).ok).toBe(false);
    }
    expect(parseLink(`#2${text.slice(1)}`)).toEqual({ ok: false, reason: 'linkNewer' });
    expect(parseLink('#'.padEnd(100_000, 'A')).ok).toBe(false);
  });
});

describe('[AK2] the seals', () => {
  test('only the link’s private key reads a knock, and only the secret reads the answer', async () => {
    const [ours, others] = [await makeLinkKeys(), await makeLinkKeys()];
    const { ephemeral, key } = await keyForKnock(fromBase64Url(ours.publicKey) ?? new Uint8Array());
    const sealed = await seal(key, 'hello');
    expect(await unseal(await keyOfKnock(await importLinkKey(ours.privateKey), ephemeral), sealed)).toBe('hello');
    expect(await unseal(await keyOfKnock(await importLinkKey(others.privateKey), ephemeral), sealed)).toBeNull();
    const [one, two] = [await conversationKeys(new Uint8Array(16)), await conversationKeys(new Uint8Array(16).fill(1))];
    expect(await unseal(two.key, await seal(one.key, 'hello'))).toBeNull();
    expect(new Set([one.thread, two.thread, one.room, two.room]).size).toBe(4);
    const topics = await linkTopics(link.knockKey);
    expect(topics.knock).not.toBe(topics.price);
  });
});

describe('[AK5] what is none of it', () => {
  const rubbish: readonly unknown[] = [
    null,
    1,
    '',
    [],
    {},
    { v: 1 },
    { v: 2, e: 'a', t: 1, n: 1, s: 's' },
    'x'.repeat(1e6),
  ];

  test('knocks, prices, contents and answers that do not fit are null', () => {
    for (const each of rubbish) {
      expect(parseKnock(each)).toBeNull();
      expect(parseDemand(each)).toBeNull();
      expect(parseContent(JSON.stringify(each))).toBeNull();
      expect(parseAnswer(String(each))).toBeNull();
    }
    expect(parseKnock({ v: 1, e: 'a', t: 1, n: 1, s: 'x'.repeat(1e6) })).toBeNull();
    expect(parseContent(writeContent({ secret: new Uint8Array(3), call: 'c', attempt: 0, offer: 'o' }))).toBeNull();
    expect(parseDemand({ v: 1, d: 60, t: 1 })?.bits).toBe(MOST_BITS);
  });

  test('a word of another shape, or too long, is null', () => {
    const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
    expect(parseCustomerWord(writeWord({ k: 'say', id: 'a', text: 'Hi' }))).toEqual({ k: 'say', id: 'a', text: 'Hi' });
    expect(parseCustomerWord(bytes({ k: 'say', id: 'a', text: 'x'.repeat(MAX_CUSTOMER_TEXT + 1) }))).toBeNull();
    expect(parseCustomerWord(bytes({ k: 'reply', id: 'a', by: 'Eve', at: 1, text: 'x' }))).toBeNull();
    expect(parseCustomerWord(bytes({ k: 'toString' }))).toBeNull();
    expect(parseCustomerWord(Uint8Array.of(0xff, 0xfe))).toBeNull();
    expect(parseDeskWord(bytes({ k: 'got', ids: Array.from({ length: 1_001 }, String) }))).toBeNull();
  });
});
