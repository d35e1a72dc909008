import { describe, expect, test } from 'vitest';

import { languageOf } from '../../../src/view/language.ts';
import { inSentence } from '../../../src/view/names-in-words.ts';

describe('a name in a sentence', () => {
  test('stays as it is where it is short and runs like the sentence', () => {
    expect(inSentence('  Daniel Okafor ')).toBe('Daniel Okafor');
    expect(inSentence('林雅婷')).toBe('林雅婷');
  });

  test('of the other direction is isolated, so that it turns nothing around it', () => {
    for (const name of ['نور', 'נועה', '\u202Eevil']) expect(inSentence(name)).toBe(`\u2068${name}\u2069`);
  });

  test('of 200 characters is cut between characters, never inside one', () => {
    const cut = inSentence('👩'.repeat(100));
    expect(cut).toBe(`${'👩'.repeat(48)}…`);
    expect(inSentence('a'.repeat(48))).toHaveLength(48);
  });
});

describe('the language of a customer’s words', () => {
  test.each([
    ['Where is it?', undefined],
    ['顯示已送達但沒收到包裹', 'zh-Hant'],
    ['显示已送达但没收到包裹，请问', 'zh-Hans'],
    ['林', 'zh-Hant'],
    ['荷物が届きません', 'ja'],
    ['소포가 오지 않았어요', 'ko'],
    ['أين الطرد', 'ar'],
    ['איפה החבילה', 'he'],
    ['', undefined],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
