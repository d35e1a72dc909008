// The squares of the invite's QR code. That phones read it is the library's to keep; here: that it is one, that
// its edge is quiet, and what is too long for any.

import { describe, expect, it } from 'vitest';
import { qrCodeOf } from '../../../src/view/qr-code.ts';

const EDGE = 4;
const FINDER = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

const squaresOf = (path: string): ReadonlySet<string> =>
  new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/gu)].map(([, x, y]) => `${x} ${y}`));

describe('the QR code of an invite', () => {
  it.each([40, 400, 2_000, 2_953])('of %i characters has three corners and a quiet edge', (length) => {
    const code = qrCodeOf(`http://localhost:4173/#join=1.${'x'.repeat(length)}`.slice(0, length));
    if (code === null) throw new Error('There is no code.');
    const dark = squaresOf(code.path);
    const corner = (left: number, top: number): string[] =>
      FINDER.map((row, y) => [...row].map((_, x) => (dark.has(`${left + x} ${top + y}`) ? '1' : '0')).join(''));
    const far = code.size - EDGE - FINDER.length;
    for (const [left, top] of [
      [EDGE, EDGE],
      [far, EDGE],
      [EDGE, far],
    ] as const)
      expect(corner(left, top)).toEqual(FINDER);
    const onEdge = [...dark].filter((square) =>
      square.split(' ').some((at) => Number(at) < EDGE || Number(at) >= code.size - EDGE),
    );
    expect(onEdge).toEqual([]);
  });

  it('is not drawn for what no code holds', () => {
    expect(qrCodeOf('x'.repeat(2_954))).toBeNull();
    expect(qrCodeOf('員'.repeat(985))).toBeNull();
  });
});
