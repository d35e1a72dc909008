// What somebody pastes where nothing takes text: the source of an e-mail, which is read as one, or a text.

export type Pasted =
  | { readonly kind: 'mail'; readonly source: string }
  | { readonly kind: 'text'; readonly subject: string; readonly text: string };

const TELLING =
  /^(?:from|to|subject|date|message-id|received|return-path|delivered-to|mime-version|reply-to):[ \t]*\S/imu;
const HEADER = /^[A-Za-z][\w-]*:(?:[ \t]|$)/u;
/** So many known headers, and nothing else before the first empty line. */
const ENOUGH = 2;
const MAX_SUBJECT_LINE = 120;

const isSource = (text: string): boolean => {
  const [head = ''] = text.split(/\r?\n\r?\n/u, 1);
  const lines = head.split(/\r?\n/u).filter((line, index) => !(index === 0 && line.startsWith('From ')));
  if (lines.length < ENOUGH || !lines.every((line) => HEADER.test(line) || /^[ \t]/u.test(line))) return false;
  return lines.filter((line) => TELLING.test(line)).length >= ENOUGH;
};

/** A source that was pasted is text already: what it says of its bytes holds only where they are written in ASCII. */
const inUtf8 = (source: string): string =>
  /[^\p{ASCII}]/u.test(source) && !/^content-transfer-encoding:[ \t]*(?:base64|quoted-printable)/imu.test(source)
    ? source.replaceAll(/(charset\s*=\s*"?)[\w:.-]+/giu, '$1utf-8')
    : source;

export const readPasted = (pasted: string): Pasted | null => {
  const text = pasted.trim();
  if (text === '') return null;
  if (isSource(text)) return { kind: 'mail', source: inUtf8(text) };
  const [first = ''] = text.split('\n', 1);
  return { kind: 'text', subject: first.length <= MAX_SUBJECT_LINE ? first.trim() : '', text };
};
