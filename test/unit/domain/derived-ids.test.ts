import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversationIdOf, messageIdOf } from '../../../src/domain/derived-ids.ts';

test('[QU1] the same channel and thread give the same id everywhere, for good', () => {
  expect(conversationIdOf('email', '<1@example.org>')).toBe(conversationIdOf('email', '<1@example.org>'));
  // As stored by every version so far: a change here makes every imported conversation a second time.
  const hash = createHash('sha256').update('12:conversation5:email15:<1@example.org>').digest('base64url');
  expect(conversationIdOf('email', '<1@example.org>')).toBe(hash.slice(0, 22));
});

test('[QU1] different parts give different ids, also where they would read the same put together', () => {
  const seen = new Set([
    conversationIdOf('email', '1'),
    conversationIdOf('email1', ''),
    conversationIdOf('', 'email1'),
    messageIdOf('email', '1'),
  ]);
  expect(seen.size).toBe(4);
});

const text = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff })), { maxLength: 20 })
  .map((codes) => String.fromCodePoint(...codes));

test('[QU1] any text a stranger chose has an id that parses: 22 characters, the hash of its UTF-8', () => {
  fc.assert(
    fc.property(text, text, (channel, thread) => {
      const parts = ['message', channel, thread].map((part) => `${part.length}:${part}`).join('');
      const hash = createHash('sha256').update(Buffer.from(parts, 'utf8')).digest('base64url');
      expect(messageIdOf(channel, thread)).toBe(hash.slice(0, 22));
    }),
  );
  expect(messageIdOf('\ud800', '\udc00')).toMatch(/^[\w-]{22}$/);
});
