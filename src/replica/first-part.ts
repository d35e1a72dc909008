// What of a long log a newcomer needs to work: all of what is open, and who is in the team with what status. Found as
// the beginnings of what Yjs clients wrote, because a client's part of the document stands by itself (CO1).

import * as Y from 'yjs';

import type { ConversationId, EntryId } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';

/** What a newcomer is told of it. */
export interface FirstSaid {
  /** What is open. */
  readonly open: readonly ConversationId[];
  /** The entries by which everybody has their status: without what replaced them, older ones would seem to stand. */
  readonly standing: readonly EntryId[];
  /** The greatest counter when this was found (CO2). */
  readonly lamport: number;
}

export interface FirstPart extends FirstSaid {
  /** Yjs clients, each with the clock up to which it is. */
  readonly writers: ReadonlyMap<number, number>;
}

/** More would be no part any more. */
const MOST_OPEN = 2_000;
/** Of all entries; else the whole is no later. */
const LARGEST_SHARE = 0.5;
/** Looked at in one go: some milliseconds. */
const PORTION = 20_000;

const openOf = (team: TeamState): ReadonlySet<ConversationId> => {
  const open = new Set<ConversationId>();
  for (const conversation of team.conversations.values())
    if (conversation.state !== 'closed') open.add(conversation.id);
  return open;
};

const standingOf = (team: TeamState): readonly EntryId[] =>
  [...team.agents.values()].flatMap(({ standing }) => standing.heads.map(({ id }) => id));

/** The entries that say when everybody was last here. */
const lastSeenOf = (team: TeamState): readonly EntryId[] =>
  [...team.agents.keys()].flatMap((agent) => {
    const last = team.statusHistory(agent).findLast(({ kind }) => kind === 'login' || kind === 'logout');
    return last?.id ?? [];
  });

/** The wire of an entry (wire.ts), as far as it says whether it is wanted. */
interface Wire {
  readonly k?: unknown;
  readonly c?: unknown;
  readonly i?: unknown;
  readonly l?: unknown;
}

const OF_ONE_AGENT: ReadonlySet<unknown> = new Set(['status', 'login', 'logout']);

/** Looks through the log of a team. */
class Search {
  readonly #open: ReadonlySet<unknown>;
  readonly #single: ReadonlySet<unknown>;
  readonly #lamport: number;
  readonly writers = new Map<number, number>();
  /** Entries looked at. */
  all = 0;

  constructor(open: ReadonlySet<ConversationId>, single: ReadonlySet<EntryId>, lamport: number) {
    this.#open = open;
    this.#single = single;
    this.#lamport = lamport;
  }

  look(log: Y.Array<unknown>): void {
    for (let item = log._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentAny)) continue;
      const { arr } = item.content;
      this.all += arr.length;
      const last = arr.findLastIndex((wire) => this.#isWanted(wire as Wire | null));
      if (last < 0) continue;
      const { client, clock } = item.id;
      this.writers.set(client, Math.max(this.writers.get(client) ?? 0, clock + last + 1));
    }
  }

  #isWanted(wire: Wire | null): boolean {
    if (typeof wire !== 'object' || wire === null) return false;
    // What was written while this looks; what is written later comes as it is written.
    if (typeof wire.l === 'number' && wire.l > this.#lamport) return true;
    if (wire.c !== undefined) return this.#open.has(wire.c);
    return OF_ONE_AGENT.has(wire.k) ? this.#single.has(wire.i) : wire.k !== 'chat';
  }
}

/** Null where so much is open, or the log so short, that there is no part worth an end of its own. `pause` lets the
 * browser get a turn. */
export const findFirstPart = async (
  logs: Y.Map<unknown>,
  team: TeamState & { readonly lamport: number },
  pause: () => Promise<void>,
): Promise<FirstPart | null> => {
  const { lamport } = team;
  const [open, standing] = [openOf(team), standingOf(team)];
  if (open.size > MOST_OPEN) return null;
  const search = new Search(open, new Set([...standing, ...lastSeenOf(team)]), lamport);
  let next = PORTION;
  for (const log of logs.values()) {
    if (log instanceof Y.Array) search.look(log);
    if (search.all < next) continue;
    next = search.all + PORTION;
    await pause();
  }
  const { all, writers } = search;
  const wanted = [...writers.values()].reduce((sum, clock) => sum + clock, 0);
  return wanted >= all * LARGEST_SHARE ? null : { open: [...open], standing, lamport, writers };
};
