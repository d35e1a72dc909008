// A second reading of an agent's choices of status, from the words of ST6.

import type { Intent, StatusEntry } from '../../src/domain/entry.ts';
import { inTotalOrder } from './reference-order.ts';

export interface Choice {
  readonly intent: Intent;
  readonly stands: StatusEntry | null;
  readonly heads: readonly StatusEntry[];
}

/** What no later choice names. */
const unnamed = (choices: readonly StatusEntry[]): StatusEntry[] =>
  choices.filter((choice, place) => !choices.some((later, at) => at > place && later.replaces.includes(choice.id)));

export const choiceOf = (entries: readonly StatusEntry[]): Choice => {
  let choices = [...entries].sort(inTotalOrder);
  let heads = unnamed(choices);
  // Deskmesh's own choice counts only where it names the one that stands: beside a person's it does not.
  while (heads.some(({ by }) => by === 'person') && heads.some(({ by }) => by === 'system')) {
    const dropped = heads.filter(({ by }) => by === 'system');
    choices = choices.filter((choice) => !dropped.includes(choice));
    heads = unnamed(choices);
  }
  const stands = heads.findLast(({ intent }) => intent === 'away') ?? heads.at(-1) ?? null;
  return { intent: stands?.intent ?? 'away', stands, heads };
};
