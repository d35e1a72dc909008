// A small world for tests that plant a violation: three agents who are all Ready and reach each other,
// with a few conversations, and nothing that breaks by itself.

import type { Conversation } from '../../src/domain/conversation-state.ts';
import type { Draft } from '../../src/domain/entry.ts';
import type { ConversationId } from '../../src/domain/ids.ts';
import { Chance } from './chance.ts';
import { Customers } from './customers.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import type { Tab } from './tab.ts';
import { World } from './world.ts';

export class SmallDay {
  readonly world = new World({ seed: 5, peers: 3 });
  readonly #customers = new Customers();
  readonly #chance = new Chance(3);

  constructor() {
    this.world.network.makePerfect();
    for (const profile of this.world.profiles) profile.openTab();
    this.world.network.makePerfect();
    this.pass(10_000);
    for (const tab of this.tabs) this.do(tab, 'ready', () => tab.desk.chooseStatus('ready'));
    this.pass(5_000);
  }

  get tabs(): readonly Tab[] {
    return this.world.tabs;
  }

  tab(index: number): Tab {
    const tab = this.tabs[index];
    if (tab === undefined) throw new Error(`There are ${this.tabs.length} tabs.`);
    return tab;
  }

  pass(ms: number): void {
    this.world.run(this.world.now + ms);
  }

  do(tab: Tab, act: string, run: () => void): void {
    this.world.as(tab, act, run);
  }

  /** Comes in at a tab; assigned at once, where somebody is Ready. */
  arrives(tab: Tab): ConversationId {
    const before = new Set(tab.replica.team.conversations.keys());
    this.do(tab, 'arrive', () => tab.desk.openConversation({ ...this.#customers.comes(this.#chance), skills: [] }));
    this.pass(1_000);
    const [id] = [...tab.replica.team.conversations.keys()].filter((known) => !before.has(known));
    if (id === undefined) throw new Error('Nothing came in.');
    return id;
  }

  sees(tab: Tab, id: ConversationId): Conversation {
    const conversation = tab.replica.team.conversations.get(id);
    if (conversation === undefined) throw new Error(`${tab.name} does not have ${id}.`);
    return conversation;
  }

  /** What no desk would write, as the desk itself. */
  writes(tab: Tab, ...drafts: readonly Draft[]): void {
    this.world.happens(tab, null, () => tab.replica.write(tab.agent, drafts, tab.profile.machine.wall()));
  }

  /** The tab's state of a conversation becomes another than its entries say. */
  corrupts(tab: Tab, id: ConversationId, change: Partial<Record<keyof Conversation | 'owner', unknown>>): void {
    const seen = this.sees(tab, id);
    const corrupted = { ...seen, entries: seen.entries, ...change } as Conversation;
    (tab.replica.team.conversations as Map<ConversationId, Conversation>).set(id, corrupted);
    tab.sight.news.add(id);
    this.world.settle(tab);
  }

  get broken(): readonly string[] {
    return [...new Set(this.world.violations.map(({ rule }) => rule))];
  }
}

export const REASON = { rule: 'only', load: 0, eligible: 1, nextBest: null } as const;

export const { capacity: CAPACITY } = DEFAULT_SETTINGS;
