// An e-mail that names no charset that anybody knows, or plain ASCII, and yet is written in UTF-8: read as what
// programs fall back to, its letters stand there as two or three strange ones. They are put back.

const FALLBACK = 'windows-1252';
/** Those whose name says nothing of bytes above 127. */
const SAYS_NOTHING = new Set(['us-ascii', 'ascii', 'ansi_x3.4-1968']);

/** The byte of each character of the fallback, as this very decoder reads it. */
const BYTES: ReadonlyMap<string, number> = new Map(
  [...new TextDecoder(FALLBACK).decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128))].map(
    (character, index) => [character, index + 128],
  ),
);

const isKnown = (charset: string): boolean => {
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
};

const charsetIn = (contentType: string): string =>
  (/;\s*charset\s*=\s*"?([^";\s]+)/iu.exec(contentType)?.[1] ?? '').toLowerCase();

const bytesOf = (text: string): Uint8Array | null => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code < 128 ? code : BYTES.get(text.charAt(at));
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
};

export const mended = (text: string, contentType: string): string => {
  const charset = charsetIn(contentType);
  // The parts of an e-mail in several parts have charsets of their own.
  if (charset === '' || (!SAYS_NOTHING.has(charset) && isKnown(charset))) return text;
  const bytes = bytesOf(text);
  if (bytes === null) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
};
