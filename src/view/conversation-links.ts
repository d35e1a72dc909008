// Links to conversations in what agents write to each other (CH1): `#/desk/<conversation>`, bare or
// with this desk's own address before it. A link to any other origin stays what it is: text.

import { asConversationId, type ConversationId } from '../domain/ids.ts';
import { MAX_ID } from '../domain/limits.ts';

/** A string is text; an id is a link in the middle of a sentence, read as the customer's name. */
export type Piece = string | { readonly id: ConversationId };

export interface LinkedText {
  /** What is left to read. A link that ends a line is not in it: its card says it. */
  readonly pieces: readonly Piece[];
  /** Each once, for the cards. */
  readonly links: readonly ConversationId[];
}

/** More would make a wall of cards out of one message. */
const MOST_LINKS = 8;
/** Both parts are bounded: text is foreign, and unbounded ones would be tried from every place of it. */
const LINK = /(?:(?<address>https?:\/\/[^\s#]{1,255})?#\/desk\/)(?<written>[\w%~:.-]{1,255})/gu;
const REST_OF_LINE = /^[.,;:!?)]{0,3}(?:\n|$)/u;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

const originOf = (address: string): string => {
  try {
    return new URL(address).origin;
  } catch {
    return '';
  }
};

interface Found {
  readonly id: ConversationId;
  readonly from: number;
  readonly to: number;
}

const findLinks = (text: string, ownOrigin: string): readonly Found[] => {
  const found: Found[] = [];
  for (const match of text.matchAll(LINK)) {
    const { address, written = '' } = match.groups ?? {};
    if (address !== undefined && originOf(address) !== ownOrigin) continue;
    // A full stop after a link is the sentence's. Bounded by the pattern above.
    const named = written.replace(/[.:]+$/u, '');
    const id = decode(named);
    if (id === '' || id.length > MAX_ID) continue;
    const to = match.index + match[0].length - (written.length - named.length);
    found.push({ id: asConversationId(id), from: match.index, to });
    if (found.length >= MOST_LINKS) break;
  }
  return found;
};

export const readLinks = (text: string, ownOrigin: string): LinkedText => {
  const found = findLinks(text, ownOrigin);
  if (found.length === 0) return { pieces: [text], links: [] };
  const pieces: Piece[] = [];
  let at = 0;
  for (const { id, from, to } of found) {
    const before = text.slice(at, from);
    const end = REST_OF_LINE.exec(text.slice(to, to + 4));
    if (end === null) pieces.push(before, { id });
    else pieces.push(before.trimEnd());
    // What closes a line that ended with a link goes with it, but not the line's end.
    at = end === null ? to : to + end[0].trimEnd().length;
  }
  pieces.push(text.slice(at).trimEnd());
  const links = [...new Set(found.map(({ id }) => id))];
  return { pieces: pieces.filter((piece) => piece !== ''), links };
};

/** All of it as one text. */
export const plainText = ({ pieces }: LinkedText, nameOf: (id: ConversationId) => string): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : nameOf(piece.id))).join('');
