// The tags that a team uses, for completion and for the filter of the lists (TA1): the most used first.

import type { Conversation } from '../domain/conversation-state.ts';
import { plainText } from './plain-text.ts';

/** More than anybody reads through. */
const MOST = 200;

export const tagsInUse = (conversations: Iterable<Conversation>): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { tags } of conversations) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([tag]) => tag);
};

/** Those that go on as was typed, without those that are there. */
export const completions = (known: readonly string[], typed: string, taken: readonly string[]): readonly string[] => {
  const wanted = plainText(typed.trim());
  return known.filter((tag) => !taken.includes(tag) && plainText(tag).includes(wanted));
};
