// Ids that two peers must derive alike from what a channel gives them (QU1), so that bringing in the
// same conversation or message twice, anywhere, writes the same one. SHA-256, because channels hand
// in text that strangers chose; cut to 132 bits.

import { digest } from 'lib0/hash/sha256';
import { asConversationId, asEntryId, type ConversationId, type EntryId } from './ids.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CHARACTERS = 22;

const utf8 = (text: string): Uint8Array => {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return new Uint8Array(bytes);
};

/** The first 132 bits of the hash, six to a character. */
const shortHash = (label: string, parts: readonly string[]): string => {
  // Lengths go in, so that no two different lists of parts read the same.
  const bytes = digest(utf8([label, ...parts].map((part) => `${part.length}:${part}`).join('')));
  let text = '';
  for (let index = 0; index < CHARACTERS; index += 1) {
    const bit = index * 6;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += ALPHABET.charAt((pair >> (10 - (bit & 7))) & 63);
  }
  return text;
};

export const conversationIdOf = (channel: string, thread: string): ConversationId =>
  asConversationId(shortHash('conversation', [channel, thread]));

export const messageIdOf = (channel: string, message: string): EntryId =>
  asEntryId(shortHash('message', [channel, message]));
