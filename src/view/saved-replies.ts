// The team's saved replies while one writes (SR1): what `/` and the letters after it find, and the text as it
// is inserted. Decides when a slash asks for one (at the start of a line or after a space, never inside a
// word or an address) and what its fields stand for.

import type { SavedReply } from '../domain/saved-replies.ts';
import { plainText } from './plain-text.ts';

export const REPLY_FIELDS = ['customer', 'agent', 'team'] as const;
export type ReplyField = (typeof REPLY_FIELDS)[number];

/** The slash before the caret and what was typed after it; null where none asks. */
export interface SlashQuery {
  readonly from: number;
  readonly to: number;
  readonly query: string;
}

/** Longer than any code: then the slash was meant as a slash. */
const MAX_QUERY = 40;
const SLASH = /(?:^|\s)\/([^\s/]*)$/u;

export const slashQuery = (text: string, caret: number): SlashQuery | null => {
  const before = text.slice(Math.max(0, caret - MAX_QUERY - 2), caret);
  const query = SLASH.exec(before)?.[1];
  if (query === undefined || query.length > MAX_QUERY) return null;
  return { from: caret - query.length - 1, to: caret, query };
};

/** Codes that begin so, then names and codes that have it somewhere. */
export const findReplies = (replies: readonly SavedReply[], query: string): readonly SavedReply[] => {
  const wanted = plainText(query);
  if (wanted === '') return replies;
  const rank = ({ code, name }: SavedReply): number => {
    const plainCode = plainText(code);
    if (plainCode === wanted) return 0;
    if (plainCode.startsWith(wanted)) return 1;
    return plainText(name).startsWith(wanted) ? 2 : 3;
  };
  return replies
    .filter(({ code, name }) => plainText(`${code}\n${name}`).includes(wanted))
    .sort((a, b) => rank(a) - rank(b));
};

/** A field that the desk does not know is left as it was typed. */
export const filledReply = (text: string, values: Readonly<Record<ReplyField, string>>): string =>
  text.replaceAll(/\{\{\s*(customer|agent|team)\s*\}\}/gu, (_, field: ReplyField) => values[field]);
