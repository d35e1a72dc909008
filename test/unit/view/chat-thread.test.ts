import { describe, expect, test } from 'vitest';

import type { ChatEntry } from '../../../src/domain/entry.ts';
import { asAgentId, asDeviceId, asEntryId, asWallMs } from '../../../src/domain/ids.ts';
import { chatItems } from '../../../src/view/chat-thread.ts';
import { plainText, readLinks } from '../../../src/view/conversation-links.ts';

const ORIGIN = 'http://localhost:4455';
const NOON = new Date(2026, 10, 19, 12).getTime();
const MINUTE = 60_000;
const ME = asAgentId('hana');

let made = 0;
const said = (agent: string, at: number, text = 'words'): ChatEntry => {
  made += 1;
  const header = { id: asEntryId(`e${made}`), device: asDeviceId(agent), agent: asAgentId(agent), lamport: made };
  return { ...header, at: asWallMs(at), kind: 'chat', room: 'team', text };
};
const shapes = (entries: readonly ChatEntry[], mark = 0): readonly string[] =>
  chatItems(entries, { me: ME, mark, origin: ORIGIN }).map((item) =>
    item.kind === 'run' ? `${item.agent} ${item.lines.length}` : item.kind,
  );

describe('a room', () => {
  test('[CH1] what one agent writes in one breath is one run, under the day it was written', () => {
    const entries = [
      said('jonas', NOON),
      said('jonas', NOON + MINUTE),
      said('amara', NOON + 2 * MINUTE),
      said('amara', NOON + 30 * MINUTE),
      said('amara', NOON + 24 * 60 * MINUTE),
    ];
    expect(shapes(entries)).toEqual(['day', 'jonas 2', 'amara 1', 'amara 1', 'day', 'amara 1']);
    expect(shapes([])).toEqual([]);
  });

  test('[CH1] the line of what is new stands before the first word of somebody else after the mark', () => {
    const entries = [said('jonas', NOON), said('hana', NOON + MINUTE), said('jonas', NOON + 2 * MINUTE)];
    expect(shapes(entries, NOON)).toEqual(['day', 'jonas 1', 'hana 1', 'new', 'jonas 1']);
    expect(shapes(entries, NOON + 2 * MINUTE)).not.toContain('new');
    expect(shapes(entries)).not.toContain('new');
  });

  test('[CH1] the line parts a run', () => {
    expect(shapes([said('jonas', NOON), said('jonas', NOON + MINUTE)], NOON)).toEqual([
      'day',
      'jonas 1',
      'new',
      'jonas 1',
    ]);
  });
});

describe('links to conversations', () => {
  test('[CH1] bare and of this desk’s own address they become cards, and the words around them stay', () => {
    expect(readLinks('Look at #/desk/abc_-1 please', ORIGIN)).toEqual({
      pieces: ['Look at ', { id: 'abc_-1' }, ' please'],
      links: ['abc_-1'],
    });
    expect(readLinks(`${ORIGIN}/#/desk/abc`, ORIGIN)).toEqual({ pieces: [], links: ['abc'] });
    const read = readLinks(`See #/desk/a.\nThen ${ORIGIN}/#/desk/b, and #/desk/a`, ORIGIN);
    expect(read).toEqual({ pieces: ['See', '\nThen ', { id: 'b' }, ', and'], links: ['a', 'b'] });
    expect(plainText(read, (id) => id.toUpperCase())).toBe('See\nThen B, and');
  });

  test('[CH1] of any other origin, or broken, they stay text', () => {
    for (const text of [
      'https://example.org/#/desk/abc',
      'http://localhost:4455.example.org/#/desk/abc',
      '#/desk/',
      '#/desk/%E0%A4%A',
      `#/desk/${'x'.repeat(65)}`,
      '#/dashboard/abc',
    ])
      expect(readLinks(text, ORIGIN)).toEqual({ pieces: [text], links: [] });
  });

  test('[CH1] a long message is read in no time, and makes no wall of cards', () => {
    const many = Array.from({ length: 500 }, (_, at) => `#/desk/c${at}`).join(' ');
    expect(readLinks(many, ORIGIN).links).toHaveLength(8);
    const began = performance.now();
    for (const piece of ['http://', 'http://#/desk/', '#/desk/....', ' \n'])
      readLinks(`${piece.repeat(14_000)} ${piece.slice(-1).repeat(90_000)}x #/desk/a`, ORIGIN);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
