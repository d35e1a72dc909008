// What of the team's state the first screen reads: who is in the team, the open conversations as rows of lists, and
// how many there are. Kept apart from the log, so that lists stand before the log is read. Bounded: of a long list
// its beginning. Leaves out entries, closed conversations and chat. It decides nothing: no act is taken on it.

import { ownerOf, type Conversation } from './conversation-state.ts';
import type { AgentId, WallMs } from './ids.ts';
import type { Settings } from './settings.ts';
import type { Agent, TeamState } from './team-state.ts';

/** Rows of the waiting list, and of what one agent holds: more than a person looks at in a few seconds. */
export const MOST_WAITING = 300;
const MOST_HELD = 100;
export const MOST_HELD_BY_ALL = 600;
export const MOST_AGENTS = 1_000;
/** Of the last words, as a row shows them. */
const LAST_TEXT = 200;

export interface TeamSnapshot {
  readonly me: AgentId;
  readonly name: string;
  readonly settings: Settings;
  readonly agents: readonly Agent[];
  /** In queue order. */
  readonly waiting: readonly Conversation[];
  /** Of every agent, oldest wait first. */
  readonly held: readonly Conversation[];
  /** How many there are in all. */
  readonly counts: { readonly waiting: number; readonly closed: number };
}

/** Read through its entries' getter they would be copied, each conversation's. */
const UNKEPT: ReadonlySet<string> = new Set(['entries', 'misses', 'forks', 'last']);

/** As a row of a list; what a later version adds to a conversation comes along. */
const asRow = (conversation: Conversation): Conversation => {
  const names = Object.keys(conversation).filter((name) => !UNKEPT.has(name));
  const row = Object.fromEntries(names.map((name) => [name, conversation[name as keyof Conversation]]));
  const { last } = conversation;
  const shown = last === null ? null : { ...last, text: last.text.slice(0, LAST_TEXT) };
  return { ...row, last: shown, entries: [], misses: [], forks: [] } as unknown as Conversation;
};

export const takeSnapshot = (team: TeamState, me: AgentId, now: WallMs): TeamSnapshot => {
  const waiting = team.waiting(now);
  // Mine first: a bound that is reached costs others' rows.
  const agents = [...team.agents.values()].sort((a, b) => Number(b.id === me) - Number(a.id === me));
  const held = agents.flatMap(({ id }) => team.heldBy(id).slice(0, MOST_HELD));
  const open = agents.reduce((sum, agent) => sum + agent.open, waiting.length);
  return {
    me,
    name: team.name,
    settings: team.settings,
    agents: agents.slice(0, MOST_AGENTS),
    waiting: waiting.slice(0, MOST_WAITING).map(asRow),
    held: held.slice(0, MOST_HELD_BY_ALL).map(asRow),
    counts: { waiting: waiting.length, closed: Math.max(0, team.conversations.size - open) },
  };
};

/** The owner's rows among those held. */
export const heldOf = ({ held }: TeamSnapshot, agent: AgentId): readonly Conversation[] =>
  held.filter((conversation) => ownerOf(conversation) === agent);
