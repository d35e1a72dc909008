// An agent's day as spans (DA2): which status stood from when to when, and which conversations were held. Pure;
// what began before the day begins with it, what has not ended goes on until now.

import type { AgentId, ConversationId } from '../domain/ids.ts';
import type { Status } from '../domain/presence-view.ts';
import type { StatusEvent, WorkEvent } from './agent-day.ts';

export interface StatusSpan {
  readonly status: Status;
  readonly from: number;
  readonly to: number;
}

export interface Hold {
  readonly conversation: ConversationId;
  readonly from: number;
  readonly to: number;
  /** Holds that overlap lie in different lanes, 0 first. */
  readonly lane: number;
}

/** `events` of all days, first to last. Nothing is said of the time before the first of all. */
export const statusSpans = (events: readonly StatusEvent[], dayStart: number, now: number): readonly StatusSpan[] => {
  const spans: StatusSpan[] = [];
  const ordered = [...events].sort((a, b) => a.at - b.at);
  ordered.forEach(({ at, to: status }, index) => {
    const from = Math.max(dayStart, at);
    const to = Math.min(now, ordered[index + 1]?.at ?? now);
    if (to <= from) return;
    const last = spans.at(-1);
    if (last !== undefined && last.status === status) spans[spans.length - 1] = { ...last, to };
    else spans.push({ status, from, to });
  });
  return spans;
};

export const timeIn = (spans: readonly StatusSpan[], status: Status): number =>
  spans.reduce((sum, span) => sum + (span.status === status ? span.to - span.from : 0), 0);

const BEGINS: ReadonlySet<WorkEvent['kind']> = new Set(['offered', 'pickedUp', 'takenOver', 'handedBy']);

/** When one conversation was this agent's, from everybody's events of it, first to last. */
const holdsIn = (
  events: readonly WorkEvent[],
  agent: AgentId,
  dayStart: number,
): { from: number; to: number | null }[] => {
  const holds: { from: number; to: number | null }[] = [];
  let since: number | null = null;
  const [first] = events;
  // It was given up today without having come today: it was held when the day began.
  if (first !== undefined && first.agent === agent && !BEGINS.has(first.kind)) since = dayStart;
  for (const { kind, at, agent: whose } of events) {
    if (BEGINS.has(kind) && whose === agent) since ??= at;
    else if (since !== null && kind !== 'handedTo') {
      holds.push({ from: since, to: at });
      since = null;
    }
  }
  return since === null ? holds : [...holds, { from: since, to: null }];
};

/** `work`: today's events of all agents. `heldNow`: what this agent holds at this moment. */
export const holdsOf = (
  work: ReadonlyMap<AgentId, readonly WorkEvent[]>,
  agent: AgentId,
  heldNow: ReadonlySet<ConversationId>,
  dayStart: number,
  now: number,
): readonly Hold[] => {
  const about = new Map<ConversationId, WorkEvent[]>();
  for (const { conversation } of work.get(agent) ?? []) about.set(conversation, []);
  for (const event of [...work.values()].flat()) about.get(event.conversation)?.push(event);
  const holds = [...about].flatMap(([conversation, events]) => {
    const ordered = [...events].sort((a, b) => a.at - b.at);
    const untilLast = ordered.at(-1)?.at ?? now;
    return holdsIn(ordered, agent, dayStart).map(({ from, to }) => {
      return { conversation, from, to: to ?? (heldNow.has(conversation) ? now : untilLast) };
    });
  });
  const freeAt: number[] = [];
  return holds
    .sort((a, b) => a.from - b.from)
    .map((hold) => {
      const free = freeAt.findIndex((at) => at <= hold.from);
      const lane = free === -1 ? freeAt.length : free;
      freeAt[lane] = hold.to;
      return { ...hold, lane };
    });
};
