// What the palette offers for what is typed: acts by their words, agents to write to, conversations by any
// words in them. Conversations are read in short slices while the palette is open, so that typing never waits.

import type { Conversation } from '../../domain/conversation-state.ts';
import type { AgentCard } from '../../view/agent-cards.ts';
import type { DeskView } from '../../view/desk-view.svelte.ts';
import { plainText } from '../../view/plain-text.ts';
import { SearchIndex } from '../../view/search/search-index.ts';
import { t } from '../../view/text.svelte.ts';
import type { Act } from './acts.svelte.ts';

export type PaletteOption =
  | { readonly kind: 'act'; readonly id: string; readonly act: Act }
  | { readonly kind: 'agent'; readonly id: string; readonly agent: AgentCard }
  | {
      readonly kind: 'conversation';
      readonly id: string;
      readonly conversation: Conversation;
      readonly snippet: string;
    };

export interface PaletteGroup {
  readonly name: string;
  readonly options: readonly PaletteOption[];
}

const MOST_ACTS = 6;
const MOST_AGENTS = 4;
const MOST_CONVERSATIONS = 20;
/** So many take about 9 ms. */
const SLICE = 500;

export class PaletteSearch {
  query = $state('');
  /** All conversations have been read. */
  isRead = $state(false);
  readonly #desk: DeskView;
  readonly #acts: readonly Act[];
  readonly #index = new SearchIndex();

  readonly #words: readonly string[] = $derived(
    plainText(this.query)
      .split(/\s+/u)
      .filter((word) => word !== ''),
  );
  readonly #found = $derived.by(() => {
    void this.isRead;
    return this.#index.find(this.query, this.#desk.team.conversations, MOST_CONVERSATIONS);
  });
  readonly groups: readonly PaletteGroup[] = $derived(
    [
      { name: t('palette.acts'), options: this.#actsFound() },
      { name: t('palette.people'), options: this.#agentsFound() },
      { name: t('palette.conversations'), options: this.#conversationsFound() },
    ].filter(({ options }) => options.length > 0),
  );
  readonly options: readonly PaletteOption[] = $derived(this.groups.flatMap((group) => group.options));
  /** Conversations that match and are not listed. */
  readonly unlisted: number = $derived(this.#found.total - this.#found.found.length);

  /** `acts`: those that could be done when the palette was opened are the ones meant. */
  constructor(desk: DeskView, acts: readonly Act[]) {
    this.#desk = desk;
    this.#acts = acts.filter(({ id }) => id !== 'search');
  }

  get isAsking(): boolean {
    return this.#words.length > 0;
  }

  /** Reads what has changed, until the returned function is called. */
  read(): () => void {
    const { conversations } = this.#desk.team;
    const readSlice = (): void => {
      this.isRead = this.#index.warm(conversations.values(), SLICE);
      if (!this.isRead) next = setTimeout(readSlice);
    };
    let next = setTimeout(readSlice);
    return () => clearTimeout(next);
  }

  #matches(text: string): boolean {
    const plain = plainText(text);
    return this.#words.every((word) => plain.includes(word));
  }

  #actsFound(): readonly PaletteOption[] {
    const most = this.isAsking ? MOST_ACTS : this.#acts.length;
    const found = this.#acts.filter(({ label }) => this.#matches(label)).slice(0, most);
    return found.map((act) => ({ kind: 'act', id: `act ${act.id}`, act }));
  }

  #agentsFound(): readonly PaletteOption[] {
    if (!this.isAsking) return [];
    const others = this.#desk.agents.filter(({ id, name }) => id !== this.#desk.me && this.#matches(name));
    return others.slice(0, MOST_AGENTS).map((agent) => ({ kind: 'agent', id: agent.id, agent }));
  }

  #conversationsFound(): readonly PaletteOption[] {
    return this.#found.found.map(({ conversation, snippet }) => {
      return { kind: 'conversation', id: conversation.id, conversation, snippet };
    });
  }
}
