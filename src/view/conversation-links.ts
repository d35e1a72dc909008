// Links to conversations in what agents write to each other (CH1): `#/desk/<conversation>`, bare or
// with this desk's own address before it. A link to any other origin stays what it is: text.

import { asConversationId, type ConversationId } from '../domain/ids.ts';
import { MAX_ID } from '../domain/limits.ts';

export interface LinkedText {
  /** What is left to read once the links are cards. */
  readonly text: string;
  readonly links: readonly ConversationId[];
}

/** More would make a wall of cards out of one message. */
const MOST_LINKS = 8;
/** Both parts are bounded: text is foreign, and unbounded ones would be tried from every place of it. */
const LINK = /(?<address>https?:\/\/[^\s#]{1,255})?#\/desk\/(?<id>[\w%~:.-]{1,255})/gu;

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

export const readLinks = (text: string, ownOrigin: string): LinkedText => {
  const links = new Set<ConversationId>();
  const rest = text.replace(LINK, (whole: string, address: string | undefined, written: string) => {
    if (address !== undefined && originOf(address) !== ownOrigin) return whole;
    // A full stop after a link is the sentence's.
    const named = written.replace(/[.:]+$/u, '');
    const id = decode(named);
    if (id === '' || id.length > MAX_ID || links.size >= MOST_LINKS) return whole;
    links.add(asConversationId(id));
    return written.slice(named.length);
  });
  if (links.size === 0) return { text, links: [] };
  const tidy = rest.replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/gu, '\n');
  return { text: tidy.trim(), links: [...links] };
};
