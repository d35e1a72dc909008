// When assignment stood still because nobody was Ready, as far as the log tells: choices, logins and
// logouts. Who went without a logout (a crash, a lost network) is told by no entry, and counts as there
// until the next one; so the sum is the least that it was.

import type { StatusEvent } from './agent-day.ts';

export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** Spans between `from` and `to` in which no agent was shown Ready; one list of events an agent. What was
 * before the first of all events is no pause: there was nobody yet. */
export const pausesOf = (agents: readonly (readonly StatusEvent[])[], from: number, to: number): readonly Pause[] => {
  const changes = agents
    .flatMap((events, agent) => events.map(({ at, to: status }) => ({ at, agent, isReady: status === 'ready' })))
    .sort((a, b) => a.at - b.at);
  const begin = Math.max(from, changes[0]?.at ?? to);
  const ready = new Set<number>();
  const pauses: Pause[] = [];
  let since: number | null = begin;
  for (const { at, agent, isReady } of changes) {
    if (at >= to) break;
    if (isReady) ready.add(agent);
    else ready.delete(agent);
    if (at <= begin) {
      since = ready.size === 0 ? begin : null;
    } else if (ready.size > 0 && since !== null) {
      if (at > since) pauses.push({ from: since, to: at });
      since = null;
    } else if (ready.size === 0 && since === null) since = at;
  }
  return since === null || since >= to ? pauses : [...pauses, { from: since, to }];
};
