// Finds conversations by any words in them, on this device. Decides what counts as found (every word of the query,
// anywhere in the conversation, accents and capitals aside) and what comes first (names and subjects and tags before
// texts, then the latest). A plain look through all of them, in portions, keeps nothing between two queries: a year's
// 1,000,000 entries take a third of a second, in every language alike, and no index has to be made, held or mended.

import type { Conversation } from '../../domain/conversation-state.ts';
import type { ConversationEntry, SentFile } from '../../domain/entry.ts';
import { plainText } from '../plain-text.ts';

export interface Found {
  readonly conversation: Conversation;
  /** Around the first word found in the texts; empty where name and subject say it. */
  readonly snippet: string;
}

export interface FoundMost {
  readonly query: string;
  readonly found: readonly Found[];
  /** All that match, listed or not. */
  readonly total: number;
}

interface Match {
  readonly conversation: Conversation;
  /** Names, subject and tags say it all. */
  readonly isInHead: boolean;
}

const MAX_QUERY = 200;
const SNIPPET_BEFORE = 30;
const SNIPPET_LENGTH = 120;
/** What cutting leaves of a character that takes two code units. */
const HALVES = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu;

/** Its words, and the names of its files. Asked of every entry of a year: to ask first whether it has one takes
 * longer than all the rest. */
const textOf = (entry: ConversationEntry): string => {
  const { text, files } = entry as { readonly text?: unknown; readonly files?: readonly SentFile[] };
  if (typeof text !== 'string') return '';
  return files === undefined ? text : [text, ...files.map(({ name }) => name)].join(' ');
};

/** None for a query of nothing but spaces. */
export const wordsOf = (query: string): readonly string[] =>
  plainText(query.slice(0, MAX_QUERY))
    .split(/\s+/u)
    .filter((word) => word !== '');

const isAnyIn = (words: readonly string[], text: string): boolean => {
  for (const word of words) if (text.includes(word)) return true;
  return false;
};

const without = (words: readonly string[], text: string): readonly string[] =>
  isAnyIn(words, text) ? words.filter((word) => !text.includes(word)) : words;

const matchOf = (conversation: Conversation, words: readonly string[]): Match | null => {
  const { customer, subject, tags } = conversation;
  let missing = without(without(words, plainText(customer.name)), plainText(subject));
  for (const tag of tags) missing = without(missing, plainText(tag));
  if (missing.length === 0) return { conversation, isInHead: true };
  for (const entry of conversation.entries) {
    const text = textOf(entry);
    if (text !== '') missing = without(missing, plainText(text));
    if (missing.length === 0) return { conversation, isInHead: false };
  }
  return null;
};

const snippetOf = ({ conversation }: Match, words: readonly string[]): string => {
  const found = conversation.entries.findLast((entry) => words.some((word) => plainText(textOf(entry)).includes(word)));
  if (found === undefined) return '';
  const text = textOf(found).replaceAll(/\s+/gu, ' ');
  const folded = plainText(text);
  const at = Math.min(...words.map((word) => folded.indexOf(word)).filter((index) => index >= 0), folded.length);
  // Folding can change lengths: a place in proportion is near enough for what is only shown.
  const from = Math.max(0, Math.floor((at * text.length) / Math.max(1, folded.length)) - SNIPPET_BEFORE);
  const cut = text.slice(from, from + SNIPPET_LENGTH).replaceAll(HALVES, '');
  return `${from > 0 ? '…' : ''}${cut}${from + SNIPPET_LENGTH < text.length ? '…' : ''}`;
};

const isBefore = (a: Match, b: Match): boolean =>
  a.isInHead === b.isInHead ? (a.conversation.last?.at ?? 0) > (b.conversation.last?.at ?? 0) : a.isInHead;

const foundIn = (match: Match, words: readonly string[]): Found => ({
  conversation: match.conversation,
  snippet: match.isInHead ? '' : snippetOf(match, words),
});

export class LookThrough {
  readonly #query: string;
  readonly #words: readonly string[];
  readonly #conversations: Iterator<Conversation>;
  readonly #most: number;
  /** In order, at most so many. */
  readonly #best: Match[] = [];
  #total = 0;

  constructor(query: string, conversations: Iterable<Conversation>, most: number) {
    this.#query = query;
    this.#words = wordsOf(query);
    this.#conversations = conversations[Symbol.iterator]();
    this.#most = most;
  }

  /** Looks at whole conversations until that many entries are gone through. True where all have been looked at. */
  look(entries: number): boolean {
    let left = this.#words.length === 0 ? 0 : entries;
    while (left > 0) {
      const next = this.#conversations.next();
      if (next.done === true) return true;
      const match = matchOf(next.value, this.#words);
      if (match !== null) this.#take(match);
      left -= 1 + next.value.entries.length;
    }
    return this.#words.length === 0;
  }

  /** The best of what has been looked at. */
  get result(): FoundMost {
    return {
      query: this.#query,
      found: this.#best.map((match) => foundIn(match, this.#words)),
      total: this.#total,
    };
  }

  #take(match: Match): void {
    this.#total += 1;
    const place = this.#best.findLastIndex((other) => !isBefore(match, other)) + 1;
    if (place >= this.#most) return;
    this.#best.splice(place, 0, match);
    if (this.#best.length > this.#most) this.#best.pop();
  }
}

/** What of a former query's list answers this one as well: shown until the look for this one is done. */
export const stillFound = (former: readonly Found[], query: string): readonly Found[] => {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return former.flatMap(({ conversation }) => {
    const match = matchOf(conversation, words);
    return match === null ? [] : [foundIn(match, words)];
  });
};
