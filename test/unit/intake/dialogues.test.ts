import { existsSync, openAsBlob } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LOG_ENTRIES_MAX, MAX_NAME, MAX_TEXT } from '../../../src/domain/limits.ts';
import { dialogues, parseDialogue } from '../../../src/intake/dialogues.ts';
import type { ByteSource, IntakeItem } from '../../../src/intake/intake.ts';
import { dialogueLine, sourceOf } from '../../support/byte-source.ts';

const REAL = fileURLToPath(new URL('../../../../shared/data/dialogues.jsonl', import.meta.url));

const itemsOf = async (source: ByteSource): Promise<IntakeItem[]> => {
  const items: IntakeItem[] = [];
  for await (const item of dialogues.read(source)) if (item.kind !== 'advanced') items.push(item);
  return items;
};

const skipsOf = async (content: string | Uint8Array): Promise<string[]> =>
  (await itemsOf(sourceOf(content))).map((item) =>
    item.kind === 'skipped' ? `${item.line} ${item.reason}` : item.kind,
  );

describe('a dialogue', () => {
  it('[QU1] is named by its own ids, so that two peers bring in the same', () => {
    const line = JSON.stringify({
      id: 'train-1_00000',
      topic: 'RentalCars_2',
      turns: [
        { from: 'customer', text: 'A car, please.' },
        { from: 'agent', text: 'Which one?' },
      ],
    });
    expect(parseDialogue(line)).toEqual({
      conversation: {
        channel: 'dialogues',
        thread: 'train-1_00000',
        customer: { key: 'dialogues/train-1_00000', name: 'Customer 1_00000' },
        subject: 'Rental cars',
        priority: 'normal',
        skills: [],
        messages: [
          { key: 'train-1_00000/0', from: 'customer', text: 'A car, please.' },
          { key: 'train-1_00000/1', from: 'imported', text: 'Which one?' },
        ],
      },
    });
  });

  it('may begin with the agent', () => {
    const parsed = parseDialogue('{"id":"7","topic":"","turns":[{"from":"agent","text":"Hello?"}]}');
    expect(parsed).toMatchObject({ conversation: { subject: 'Dialogue', customer: { name: 'Customer 7' } } });
    expect(parsed).toMatchObject({ conversation: { messages: [{ from: 'imported', text: 'Hello?' }] } });
  });

  it('replaces half a character that an escape brought in', () => {
    const parsed = parseDialogue('{"id":"7","topic":"a","turns":[{"from":"customer","text":"\\ud83d!"}]}');
    expect(parsed).toMatchObject({ conversation: { messages: [{ text: '\uFFFD!' }] } });
  });

  it.each([
    ['invalidJson', '{"id": "1", "topic"'],
    ['wrongShape', 'null'],
    ['wrongShape', '[]'],
    ['wrongShape', '{}'],
    ['wrongShape', '{"id":1,"topic":"a","turns":[]}'],
    ['wrongShape', '{"id":"","topic":"a","turns":[]}'],
    ['wrongShape', '{"id":"1","topic":"a","turns":{}}'],
    ['wrongShape', '{"id":"1","topic":"a","turns":[null]}'],
    ['wrongShape', '{"id":"1","topic":"a","turns":[{"from":"robot","text":"x"}]}'],
    ['noTurns', '{"id":"1","topic":"a","turns":[]}'],
    ['emptyTurn', '{"id":"1","topic":"a","turns":[{"from":"customer","text":" "}]}'],
    ['idTooLong', dialogueLine('x'.repeat(MAX_NAME))],
    ['tooManyTurns', dialogueLine('1', LOG_ENTRIES_MAX)],
    ['turnTooLong', dialogueLine('1', 1, 'x'.repeat(MAX_TEXT + 1))],
  ])('of the wrong kind is left out with its reason: %s', (reason, line) => {
    expect(parseDialogue(line)).toEqual({ reason });
  });
});

describe('a file of dialogues', () => {
  it('gives the good lines and names the bad ones', async () => {
    const content = [dialogueLine('1'), '{broken', '', dialogueLine('2'), '{"id":"3"}', dialogueLine('4')].join('\n');
    expect(await skipsOf(content)).toEqual([
      'conversation',
      '2 invalidJson',
      'conversation',
      '5 wrongShape',
      'conversation',
    ]);
  });

  it('takes line ends of Windows and a last line without one', async () => {
    expect(await skipsOf(`${dialogueLine('1')}\r\n${dialogueLine('2')}`)).toEqual(['conversation', 'conversation']);
  });

  it.each(['', '\n\n', ' \r\n'])('says that an empty one is empty: %j', async (content) => {
    expect(await skipsOf(content)).toEqual(['1 emptyFile']);
  });

  it('says of a binary one that it is no text, once', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 10, 10, 10]);
    expect(await skipsOf(png)).toEqual(['1 notText']);
  });

  it('leaves out a line above the bound and what is no UTF-8', async () => {
    const long = dialogueLine('long', 30, 'x'.repeat(40_000));
    const content = new TextEncoder().encode(`${dialogueLine('1')}\n${long}\n#\n${dialogueLine('2')}`);
    content[content.indexOf(0x23)] = 0xff;
    expect(await skipsOf(content)).toEqual(['conversation', '2 lineTooLong', '3 invalidUtf8', 'conversation']);
  });

  it('reads all 4,000 real ones (skipped where ../shared/data is absent)', async (context) => {
    if (!existsSync(REAL)) return context.skip('../shared/data/dialogues.jsonl is not here');
    const items = await itemsOf(await openAsBlob(REAL));
    expect(items.filter((item) => item.kind === 'skipped')).toEqual([]);
    const conversations = items.flatMap((item) => (item.kind === 'conversation' ? [item.conversation] : []));
    expect(conversations).toHaveLength(4000);
    expect(conversations.reduce((sum, { messages }) => sum + messages.length, 0)).toBe(61_384);
    expect(new Set(conversations.map(({ thread }) => thread)).size).toBe(4000);
    expect(new Set(conversations.map(({ subject }) => subject))).toContain('Ride sharing');
  });
});
