// What one agent's day was made of (DA2): changes of status, and conversations that came, were picked
// up, missed or given away. Read off the standing line of each conversation, so that an act which
// lost a crossing (CO5) is in nobody's day. Stamps are the writers' wall clocks.

import type { Conversation } from '../domain/conversation-state.ts';
import type { ConversationEntry, ReplyEntry, RoutingEntry, TeamEntry } from '../domain/entry.ts';
import type { AgentId, ConversationId, EntryId } from '../domain/ids.ts';
import type { Status } from '../domain/presence-view.ts';

export type WorkKind =
  | 'offered'
  | 'pickedUp'
  | 'missed'
  | 'takenBack'
  | 'handedBy'
  | 'handedTo'
  | 'takenOver'
  | 'returned'
  | 'closed';

export interface WorkEvent {
  readonly kind: WorkKind;
  readonly id: string;
  readonly at: number;
  readonly agent: AgentId;
  readonly conversation: ConversationId;
  /** The other agent of a transfer. */
  readonly other: AgentId | null;
  /** DA2: entered queue to picked up, reclaims included. Only at the first pick-up. */
  readonly waitMs: number | null;
}

export interface StatusEvent {
  readonly kind: 'status';
  readonly id: string;
  readonly at: number;
  readonly from: Status;
  readonly to: Status;
  readonly cause: 'person' | 'system' | 'login' | 'logout';
  readonly by: AgentId;
  /** ST11: said by a supervisor who set it; else ''. */
  readonly why: string;
}

export type DayEvent = WorkEvent | StatusEvent;

type Step = RoutingEntry | ReplyEntry;

const isStep = (entry: ConversationEntry): entry is Step => 'base' in entry;

/** The routing entries that stand, first to last: from the head back along the bases. */
const standingLine = (conversation: Conversation): readonly Step[] => {
  const steps = new Map<EntryId, Step>();
  for (const entry of conversation.entries) if (isStep(entry)) steps.set(entry.id, entry);
  const line: Step[] = [];
  let at = conversation.head?.id ?? null;
  while (at !== null) {
    const step: Step | undefined = steps.get(at);
    if (step === undefined) break;
    // Taken out, so that forged entries in a circle end.
    steps.delete(at);
    line.push(step);
    at = step.base;
  }
  return line.reverse();
};

const waitMsOf = (conversation: Conversation, at: number): number | null =>
  conversation.firstPickupAt === at ? Math.max(0, at - conversation.openedAt) : null;

/** What a step is in the day of whom. `holder` is who held the conversation before it. */
const eventsOfStep = (step: Step, holder: AgentId | null, conversation: Conversation): WorkEvent[] => {
  const event = (kind: WorkKind, agent: AgentId, other: AgentId | null = null): WorkEvent => {
    const waitMs = kind === 'pickedUp' || kind === 'takenOver' ? waitMsOf(conversation, step.at) : null;
    return { kind, id: `${step.id}/${kind}`, at: step.at, agent, conversation: conversation.id, other, waitMs };
  };
  switch (step.kind) {
    case 'assigned':
      return [event('offered', step.to)];
    case 'pickedUp':
      return [event('pickedUp', step.agent)];
    case 'taken':
      return [event('takenOver', step.agent)];
    case 'transferred': {
      const given = event('handedTo', step.agent, step.to);
      // To oneself is taking over in other words.
      return step.agent === step.to ? [event('takenOver', step.to)] : [given, event('handedBy', step.to, step.agent)];
    }
    case 'returned':
      return [event('returned', step.agent)];
    case 'closed':
      return [event('closed', step.agent)];
    case 'reclaimed':
      return holder === null ? [] : [event(step.cause === 'timeout' ? 'missed' : 'takenBack', holder)];
    case 'reply':
    case 'unknownRouting':
      return [];
  }
};

const holderAfter = (step: Step): AgentId | null => {
  switch (step.kind) {
    case 'assigned':
    case 'transferred':
      return step.to;
    case 'pickedUp':
    case 'taken':
    case 'reply':
      return step.agent;
    case 'unknownRouting':
      return 'owner' in step.outcome ? step.outcome.owner : null;
    case 'reclaimed':
    case 'returned':
    case 'closed':
      return null;
  }
};

/** A conversation is a new value with every change, so what was read of one stays right. */
const read = new WeakMap<Conversation, readonly WorkEvent[]>();

export const workEventsOf = (conversation: Conversation): readonly WorkEvent[] => {
  const known = read.get(conversation);
  if (known !== undefined) return known;
  let holder: AgentId | null = null;
  const events: WorkEvent[] = [];
  for (const step of standingLine(conversation)) {
    events.push(...eventsOfStep(step, holder, conversation));
    holder = holderAfter(step);
  }
  read.set(conversation, events);
  return events;
};

/** Changes of status in words of what was shown: intent while logged in, Logged out otherwise. */
export const statusEventsOf = (history: readonly TeamEntry[]): readonly StatusEvent[] => {
  let intent: Status = 'away';
  let shown: Status = 'out';
  const events: StatusEvent[] = [];
  const add = (entry: TeamEntry, to: Status, cause: StatusEvent['cause']): void => {
    events.push({
      kind: 'status',
      id: entry.id,
      at: entry.at,
      from: shown,
      to,
      cause,
      by: entry.agent,
      why: entry.kind === 'status' ? (entry.why ?? '') : '',
    });
    shown = to;
  };
  for (const entry of history) {
    if (entry.kind === 'login') {
      shown = 'out';
      add(entry, intent, 'login');
    } else if (entry.kind === 'logout') add(entry, 'out', 'logout');
    else if (entry.kind === 'status') {
      intent = entry.intent;
      add(entry, intent, entry.by);
    }
  }
  return events;
};
