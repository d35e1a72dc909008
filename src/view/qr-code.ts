// A text as the squares of a QR code, drawn as one path. Comes with the invite sheet, when that is first opened.

import { encode } from 'uqr';

/** What the densest code holds as bytes, with the least repair: more cannot be drawn. */
const MOST_BYTES = 2_953;
/** Above this a telephone reads a denser code badly; the least repair keeps the squares large. */
const MANY_BYTES = 600;

export interface QrCode {
  /** Squares to a side, the quiet edge included. */
  readonly size: number;
  /** Of an SVG whose unit is a square. */
  readonly path: string;
}

/** Null: the text is too long for any code. */
export const qrCodeOf = (text: string): QrCode | null => {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MOST_BYTES) return null;
  const { size, data } = encode(text, { ecc: bytes > MANY_BYTES ? 'L' : 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: path.join('') };
};
