// The fold of one agent's status choices (ST6). Decides which choice stands. Keeps true: of choices
// that did not see each other Away stands; a choice of the system stands only where nobody chose
// without knowing it. The order of arrival does not matter: what stands is read off the set.

import type { StatusEntry } from './entry.ts';
import type { EntryId } from './ids.ts';
import { MAX_REPLACES } from './limits.ts';
import { compareEntries, orderOf } from './order.ts';
import type { Standing } from './team-state.ts';

/** An agent who has never chosen is Away, and nothing is written for it (ST4). */
export const NEVER_CHOSEN: Standing = {
  intent: 'away',
  order: null,
  since: null,
  by: null,
  source: 'none',
  heads: [],
  isCrossed: false,
};

/** One pass from the last choice to the first: what is reached without having been replaced stands.
 * A choice can only replace an earlier one, so a circle of forged entries replaces nothing. */
const unreplaced = (descending: readonly StatusEntry[], isDropped: (choice: StatusEntry) => boolean): StatusEntry[] => {
  const replaced = new Set<EntryId>();
  const heads: StatusEntry[] = [];
  for (const choice of descending) {
    if (!replaced.has(choice.id)) {
      if (isDropped(choice)) continue;
      heads.push(choice);
    }
    for (const id of choice.replaces) replaced.add(id);
  }
  return heads;
};

const isPersons = (choice: StatusEntry): boolean => choice.by === 'person';

/** The choices that stand. Where a person's is among them, the system's beside it were made without
 * knowing it: they do not count, and what only they had replaced stands again. */
const headsOf = (descending: readonly StatusEntry[]): StatusEntry[] => {
  const heads = unreplaced(descending, () => false);
  if (!heads.some(isPersons) || heads.every(isPersons)) return heads;
  return unreplaced(descending, (choice) => !isPersons(choice));
};

/** What the next choice names. Where more stand than one may name, forged ones, a few each time. */
export const replacedBy = (standing: Standing): readonly EntryId[] =>
  standing.heads.slice(-MAX_REPLACES).map((head) => head.id);

/** What stands of these choices, given in any order. */
export const standingOf = (choices: readonly StatusEntry[]): Standing => {
  const heads = headsOf([...choices].sort((a, b) => compareEntries(b, a))).reverse();
  const away = heads.filter((head) => head.intent === 'away');
  const stands = away.at(-1) ?? heads.at(-1);
  if (stands === undefined) return NEVER_CHOSEN;
  return {
    intent: stands.intent,
    order: orderOf(stands),
    since: stands.at,
    by: stands.agent,
    source: stands.by,
    heads,
    isCrossed: away.length > 0 && away.length < heads.length,
  };
};
