// The numbers of the dashboard (DA1) and where each comes from (DA2). Reads what is open, and of the
// rest only what has moved today: 10,000 closed conversations cost one look each. Pure: the caller
// says what day it is, and recomputes when something has changed, not when time passes.

import { ownerOf, type Conversation } from '../domain/conversation-state.ts';
import type { AgentId, WallMs } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';
import { statusEventsOf, workEventsOf, type DayEvent, type WorkEvent } from './agent-day.ts';
import type { AgentCard } from './agent-cards.ts';

type Team = Pick<TeamState, 'waiting' | 'heldBy'>;
type Card = Pick<AgentCard, 'id' | 'status' | 'open' | 'capacity'>;

/** Stamps, not ages: an age moves with the clock and the screen works it out. */
export interface Figures {
  readonly waiting: number;
  readonly longestSince: number | null;
  /** Offered to agents who are Ready; what others hold is parked. */
  readonly assigned: number;
  readonly oldestOfferSince: number | null;
  readonly inProgress: number;
  readonly taken: number;
  readonly places: number;
  readonly parked: readonly Conversation[];
  readonly parkedHolders: number;
  readonly oldestUnanswered: ReadonlyMap<AgentId, number>;
  /** Somebody is Ready, and nobody Ready has a place. */
  readonly isFull: boolean;
}

const least = (a: number | null, b: number | null): number | null => {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
};

const leastOf = (stamps: readonly (number | null)[]): number | null => stamps.reduce(least, null);

export const figuresOf = (team: Team, cards: readonly Card[], now: WallMs): Figures => {
  const waiting = team.waiting(now);
  const withReady: Conversation[] = [];
  const parked: Conversation[] = [];
  const oldestUnanswered = new Map<AgentId, number>();
  for (const { id, status } of cards) {
    const held = team.heldBy(id);
    (status === 'ready' ? withReady : parked).push(...held);
    const oldest = leastOf(held.map((each) => each.unansweredSince));
    if (oldest !== null) oldestUnanswered.set(id, oldest);
  }
  const ready = cards.filter((card) => card.status === 'ready');
  const offered = withReady.filter((each) => each.state === 'assigned');
  return {
    waiting: waiting.length,
    longestSince: leastOf(waiting.map((each) => each.waitingSince)),
    assigned: offered.length,
    oldestOfferSince: leastOf(offered.map((each) => each.head?.at ?? null)),
    inProgress: withReady.length - offered.length,
    taken: ready.reduce((sum, card) => sum + card.open, 0),
    places: ready.reduce((sum, card) => sum + card.capacity, 0),
    parked: parked.sort((a, b) => a.waitingSince - b.waitingSince),
    parkedHolders: new Set(parked.map(ownerOf)).size,
    oldestUnanswered,
    isFull: ready.length > 0 && ready.every((card) => card.open >= card.capacity),
  };
};

export const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
};

export interface Today {
  /** Entered queue to first human reply, of those whose first reply was today. */
  readonly firstResponse: { readonly medianMs: number | null; readonly count: number };
  readonly work: ReadonlyMap<AgentId, readonly WorkEvent[]>;
}

/** `dayStart` is midnight where this browser is. */
export const todayOf = (conversations: Iterable<Conversation>, dayStart: number): Today => {
  const responses: number[] = [];
  const work = new Map<AgentId, WorkEvent[]>();
  for (const conversation of conversations) {
    const { firstReplyAt, openedAt, head } = conversation;
    if (firstReplyAt !== null && firstReplyAt >= dayStart) responses.push(Math.max(0, firstReplyAt - openedAt));
    // The head is the last step of the line: before today, all of it is.
    if (head === null || head.at < dayStart) continue;
    for (const event of workEventsOf(conversation)) {
      if (event.at < dayStart) continue;
      const list = work.get(event.agent);
      if (list === undefined) work.set(event.agent, [event]);
      else list.push(event);
    }
  }
  return { firstResponse: { medianMs: medianOf(responses), count: responses.length }, work };
};

export interface WorkCounts {
  readonly pickedUp: number;
  readonly missed: number;
}

export const workCounts = (events: readonly WorkEvent[]): WorkCounts => ({
  pickedUp: events.filter(({ kind }) => kind === 'pickedUp' || kind === 'takenOver').length,
  missed: events.filter(({ kind }) => kind === 'missed').length,
});

/** An agent's day, newest first, at most `most`. */
export const dayOf = (
  history: ReturnType<TeamState['statusHistory']>,
  work: readonly WorkEvent[],
  dayStart: number,
  most: number,
): readonly DayEvent[] => {
  const statuses = statusEventsOf(history).filter((event) => event.at >= dayStart);
  // Where stamps are alike, what happened later in its own line comes first.
  return [...statuses, ...work]
    .reverse()
    .sort((a, b) => b.at - a.at)
    .slice(0, most);
};
