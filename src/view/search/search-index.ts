// Finds conversations by any words in them, on this device. Decides what counts as found (every word of
// the query, anywhere in the conversation, accents and capitals aside) and what comes first (names and
// subjects and tags before texts, then the latest). Folded texts are kept by conversation and made again only where
// it changed; a plain look through all of them is a few milliseconds at 10,000, in every language alike.

import type { Conversation } from '../../domain/conversation-state.ts';
import type { ConversationEntry } from '../../domain/entry.ts';
import type { ConversationId } from '../../domain/ids.ts';
import { plainText } from '../plain-text.ts';

export interface Found {
  readonly conversation: Conversation;
  /** Around the first word found in the texts; empty where name and subject say it. */
  readonly snippet: string;
}

export interface FoundMost {
  readonly found: readonly Found[];
  /** All that match, listed or not. */
  readonly total: number;
  /** False while conversations have not been read yet (`warm`). */
  readonly isWhole: boolean;
}

interface Folded {
  readonly conversation: Conversation;
  readonly head: string;
  readonly body: string;
}

const NOTHING: FoundMost = { found: [], total: 0, isWhole: true };
const MAX_QUERY = 200;
const SNIPPET_BEFORE = 30;
const SNIPPET_LENGTH = 120;
/** What cutting leaves of a character that takes two code units. */
const HALVES = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu;

const textOf = (entry: ConversationEntry): string =>
  'text' in entry && typeof entry.text === 'string' ? entry.text : '';

const fold = (conversation: Conversation): Folded => ({
  conversation,
  head: plainText(`${conversation.customer.name}\n${conversation.subject}\n${conversation.tags.join('\n')}`),
  body: plainText(conversation.entries.map(textOf).join('\n')),
});

const wordsOf = (query: string): readonly string[] =>
  plainText(query.slice(0, MAX_QUERY))
    .split(/\s+/u)
    .filter((word) => word !== '');

const snippetOf = ({ conversation }: Folded, words: readonly string[]): string => {
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

const byLatest = (a: Folded, b: Folded): number => (b.conversation.last?.at ?? 0) - (a.conversation.last?.at ?? 0);

export class SearchIndex {
  readonly #folded = new Map<ConversationId, Folded>();

  /** Reads conversations that changed since, at most so many. True when all are read. */
  warm(conversations: Iterable<Conversation>, most: number): boolean {
    let left = most;
    for (const conversation of conversations) {
      if (this.#folded.get(conversation.id)?.conversation === conversation) continue;
      if (left === 0) return false;
      left -= 1;
      this.#folded.set(conversation.id, fold(conversation));
    }
    return true;
  }

  /** The best `most` of what matches among those read. */
  find(query: string, conversations: ReadonlyMap<ConversationId, Conversation>, most: number): FoundMost {
    const words = wordsOf(query);
    if (words.length === 0) return NOTHING;
    const byHead: Folded[] = [];
    const byBody: Folded[] = [];
    for (const folded of this.#folded.values()) {
      const { head, body } = folded;
      if (!words.every((word) => head.includes(word) || body.includes(word))) continue;
      if (words.every((word) => head.includes(word))) byHead.push(folded);
      else byBody.push(folded);
    }
    const best = [...byHead.sort(byLatest), ...byBody.sort(byLatest)].slice(0, most);
    const inHead = new Set(byHead);
    return {
      found: best.map((folded) => ({
        conversation: conversations.get(folded.conversation.id) ?? folded.conversation,
        snippet: inHead.has(folded) ? '' : snippetOf(folded, words),
      })),
      total: byHead.length + byBody.length,
      isWhole: this.#folded.size >= conversations.size,
    };
  }
}
