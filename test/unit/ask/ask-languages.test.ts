// The customers' page says everything in every language, with the same placeholders and in its own punctuation.

import { describe, expect, test } from 'vitest';

import { en } from '../../../src/messages/ask/en.ts';
import { ASK_LANGUAGES } from '../../../src/messages/ask/languages.ts';
import { LANGUAGE_CODES } from '../../../src/messages/language.ts';

const placeholdersOf = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join(' ');
const HAN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

test('every language of the desk is one of the customers’ page', () => {
  expect(['en', ...Object.keys(ASK_LANGUAGES)].sort()).toEqual([...LANGUAGE_CODES].sort());
});

describe.each(Object.entries(ASK_LANGUAGES))('%s', (code, load) => {
  test('has every sentence, with the placeholders that English has, and none left in English', async () => {
    const sentences = await load();
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) {
      const said = sentences[key as keyof typeof en];
      expect(placeholdersOf(said), key).toBe(placeholdersOf(text));
      if (text.includes(' ') && !text.startsWith('{')) expect(said, key).not.toBe(text);
      if (code !== 'de') expect(said, key).not.toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][,.!?]/u);
      if (code !== 'de' && !/^\{\w+\}$/.test(text)) expect(HAN.test(said), key).toBe(true);
    }
  });
});
