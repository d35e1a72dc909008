import { describe, expect, it } from 'vitest';
import { MAX_LINE_BYTES, readLines, type Line } from '../../../src/intake/lines.ts';
import { endlessSource, sourceOf } from '../../support/byte-source.ts';

const linesOf = async (content: string | Uint8Array, pieceSize?: number): Promise<Line[]> => {
  const lines: Line[] = [];
  for await (const line of readLines(sourceOf(content, pieceSize).stream())) {
    if (line.kind !== 'advanced') lines.push(line);
  }
  return lines;
};

const shown = (lines: readonly Line[]): string[] =>
  lines.map((line) => (line.kind === 'text' ? `${line.number} ${line.text}` : line.kind));

describe('a file as lines', () => {
  it('is the same in pieces of any size, cut through characters too', async () => {
    const text = 'one\r\nzwölf 🦊\n\nלוֹם\nlast without an end';
    const whole = await linesOf(text);
    expect(shown(whole)).toEqual(['1 one\r', '2 zwölf 🦊', '3 ', '4 לוֹם', '5 last without an end']);
    for (const size of [1, 2, 3, 5, 7, 64]) expect(await linesOf(text, size)).toEqual(whole);
  });

  it('counts the bytes read up to each line', async () => {
    expect((await linesOf('ab\nö\nc')).map((line) => line.bytes)).toEqual([3, 6, 7]);
  });

  it('drops a mark of byte order at the start', async () => {
    expect(shown(await linesOf('\uFEFFone\ntwo'))).toEqual(['1 one', '2 two']);
  });

  it('passes over a line above the bound and goes on behind it', async () => {
    const atBound = 'x'.repeat(MAX_LINE_BYTES);
    const lines = await linesOf(`${atBound}\n${atBound}x\nafter`);
    expect(lines.map((line) => line.kind)).toEqual(['text', 'tooLong', 'text']);
    expect(lines.at(-1)).toMatchObject({ number: 3, text: 'after' });
  });

  it('spoils only the line that is no UTF-8', async () => {
    const bytes = Uint8Array.from([0x61, 0x0a, 0xff, 0xfe, 0x0a, 0x62]);
    expect(shown(await linesOf(bytes))).toEqual(['1 a', 'invalidUtf8', '3 b']);
  });

  it('takes nothing of a binary file', async () => {
    const bytes = new TextEncoder().encode('{"id":1}\n\0\0\n{"id":2}');
    expect(shown(await linesOf(bytes))).toEqual(['binary']);
  });

  it('holds no more than a line of an endless one, and tells how far it is', async () => {
    const piece = new Uint8Array(1024 * 1024).fill(0x78);
    const source = endlessSource(64 * piece.length, (index) => (index < 64 ? piece : null));
    let bytes = 0;
    let last: Line | null = null;
    for await (const line of readLines(source.stream())) {
      bytes = line.bytes;
      last = line;
    }
    expect(bytes).toBe(64 * piece.length);
    expect(last?.kind).toBe('tooLong');
  });

  it('lets the file go where its reader stops early', async () => {
    let isCancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('line\n')),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const line of readLines(stream)) if (line.kind === 'text') break;
    expect(isCancelled).toBe(true);
  });
});
