// Files for an import without a disk: of given bytes in pieces of a given size, or made while they are
// read, so that one of any length takes no memory.

import type { ByteSource } from '../../src/intake/intake.ts';

const utf8 = new TextEncoder();

export const sourceOf = (content: string | Uint8Array, pieceSize = 64 * 1024): ByteSource => {
  const bytes = typeof content === 'string' ? utf8.encode(content) : content;
  const pieces = function* (): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
  };
  return { size: bytes.length, stream: () => streamOf(pieces()) };
};

/** `pieceAt` gives the pieces one after the other, null at the end; it may throw. */
export const endlessSource = (size: number, pieceAt: (index: number) => Uint8Array | null): ByteSource => ({
  size,
  stream: () =>
    streamOf(
      (function* () {
        for (let index = 0; ; index += 1) {
          const piece = pieceAt(index);
          if (piece === null) return;
          yield piece;
        }
      })(),
    ),
});

const streamOf = (pieces: Generator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull(controller) {
      const next = pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });

export const dialogueLine = (id: string, turns = 2, text = 'I would like a table for two.'): string =>
  JSON.stringify({
    id,
    topic: 'Restaurants_1',
    turns: Array.from({ length: turns }, (_, index) => ({ from: index % 2 === 0 ? 'customer' : 'agent', text })),
  });
