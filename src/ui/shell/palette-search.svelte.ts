// What the palette offers for what is typed: acts by their words, agents to write to, conversations by any
// words in them. All conversations are looked through in short portions, so that typing never waits; until that is
// done, what was found before stands as far as it answers what is typed now.

import type { Conversation } from '../../domain/conversation-state.ts';
import type { AgentCard } from '../../view/agent-cards.ts';
import type { DeskView } from '../../view/desk-view.svelte.ts';
import { plainText } from '../../view/plain-text.ts';
import { type FoundMost, LookThrough, stillFound, wordsOf } from '../../view/search/look-through.ts';
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
/** So many entries take about 15 ms: a team's first months are one portion. */
const PORTION = 60_000;
const NOTHING: FoundMost = { query: '', found: [], total: 0 };

export class PaletteSearch {
  query = $state('');
  readonly #desk: DeskView;
  readonly #acts: readonly Act[];
  /** Another one where the log takes the snapshot's place. What changes in it is no reason to look again: in a year of
   * a busy team a look would never end. */
  readonly #team = $derived.by(() => this.#desk.team);
  /** Of the last look that was done. */
  #result: FoundMost = $state.raw(NOTHING);

  readonly #words: readonly string[] = $derived(wordsOf(this.query));
  /** All conversations have been looked through for what is typed now. */
  readonly isRead: boolean = $derived(this.#result.query === this.query);
  readonly #found = $derived(this.isRead ? this.#result.found : stillFound(this.#result.found, this.query));
  readonly groups: readonly PaletteGroup[] = $derived(
    [
      { name: t('palette.acts'), options: this.#actsFound() },
      { name: t('palette.people'), options: this.#agentsFound() },
      { name: t('palette.conversations'), options: this.#conversationsFound() },
    ].filter(({ options }) => options.length > 0),
  );
  readonly options: readonly PaletteOption[] = $derived(this.groups.flatMap((group) => group.options));
  /** Conversations that match and are not listed. */
  readonly unlisted: number = $derived(this.isRead ? this.#result.total - this.#found.length : 0);

  /** `acts`: those that could be done when the palette was opened are the ones meant. */
  constructor(desk: DeskView, acts: readonly Act[]) {
    this.#desk = desk;
    this.#acts = acts.filter(({ id }) => id !== 'search');
  }

  get isAsking(): boolean {
    return this.#words.length > 0;
  }

  /** Looks for what is typed now, until the returned function is called. */
  look(): () => void {
    const { query } = this;
    const look = new LookThrough(query, this.#team.conversations.values(), MOST_CONVERSATIONS);
    let next: ReturnType<typeof setTimeout> | undefined;
    const go = (): void => {
      if (look.look(PORTION)) this.#result = look.result;
      else next = setTimeout(go);
    };
    go();
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
    const { conversations } = this.#desk.team;
    return this.#found.map(({ conversation: { id }, conversation, snippet }) => {
      return { kind: 'conversation', id, conversation: conversations.get(id) ?? conversation, snippet };
    });
  }
}
