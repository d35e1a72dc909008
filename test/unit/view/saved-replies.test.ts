import { describe, expect, test } from 'vitest';
import type { SavedReply } from '../../../src/domain/saved-replies.ts';
import { asAgentId, asWallMs } from '../../../src/domain/ids.ts';
import { filledReply, findReplies, slashQuery } from '../../../src/view/saved-replies.ts';

const reply = (code: string, name: string): SavedReply => {
  return { id: code, code, name, text: name, changedBy: asAgentId('ann'), changedAt: asWallMs(0) };
};

describe('[SR1] the slash', () => {
  test.for([
    ['/', 1, ''],
    ['/ref', 4, 'ref'],
    ['Hello\n/ref', 10, 'ref'],
    ['Hello /ré', 9, 'ré'],
  ] as const)('[SR1] asks at the start of a word: %j', ([text, caret, query]) => {
    expect(slashQuery(text, caret)).toEqual({ from: caret - query.length - 1, to: caret, query });
  });

  test.for([
    ['and/or', 6],
    ['https://x', 9],
    ['/ref and more', 13],
    ['', 0],
    [`/${'x'.repeat(5_000)}`, 5_001],
    ['//', 2],
  ] as const)('[SR1] does not ask inside a word: %j', ([text, caret]) => {
    expect(slashQuery(text, caret)).toBeNull();
  });

  test('[SR1] asks in no time at the end of 100,000 characters', () => {
    const text = `${'a '.repeat(50_000)}/re`;
    expect(slashQuery(text, text.length)?.query).toBe('re');
  });
});

test('[SR1] codes that begin so come first, then names', () => {
  const all = [
    reply('hi', 'Refund, greeting'),
    reply('ref', 'Money back'),
    reply('refund', 'Refund'),
    reply('x', 'No'),
  ];
  expect(findReplies(all, 'ref').map(({ code }) => code)).toEqual(['ref', 'refund', 'hi']);
  expect(findReplies(all, 'MONEY').map(({ code }) => code)).toEqual(['ref']);
  expect(findReplies(all, '')).toEqual(all);
});

test('[SR1] fields are filled in, once, and what is no field stays', () => {
  const values = { customer: '{{agent}}', agent: 'Ann', team: 'North $& East' };
  const text = 'Dear {{customer}}, {{ agent }} of {{team}}. {{order}}';
  expect(filledReply(text, values)).toBe('Dear {{agent}}, Ann of North $& East. {{order}}');
});
