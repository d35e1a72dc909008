// One conversation as a row of a list: made only for the rows that are drawn.

import { isAsleep, ownerOf, type Conversation } from '../domain/conversation-state.ts';
import type { Priority } from '../domain/entry.ts';
import type { AgentId, WallMs } from '../domain/ids.ts';
import type { Settings } from '../domain/settings.ts';
import type { Status } from '../engine/desk-types.ts';
import { languageOf } from './language.ts';

export interface RowPerson {
  readonly id: AgentId;
  readonly name: string;
  readonly status: Status;
}

export interface Row {
  readonly id: string;
  readonly customer: string;
  readonly subject: string;
  readonly snippet: string;
  /** BCP 47 of the customer's words, undefined where letters do not tell. */
  readonly lang: string | undefined;
  readonly channel: string;
  readonly priority: Priority;
  /** What the age counts from, wall ms. */
  readonly since: number;
  readonly isUnread: boolean;
  readonly isLate: boolean;
  readonly hasDraft: boolean;
  readonly tags: readonly string[];
  /** Laid aside until then (SN2), wall ms. */
  readonly snoozedUntil: number | null;
  /** Was laid aside, and its time has come. */
  readonly isBack: boolean;
  /** Who holds it, or who handed it over. */
  readonly person: RowPerson | null;
  readonly isHandedOver: boolean;
  /** Share of the offer's time that is left and milliseconds; null while no clock runs. */
  readonly offer: { readonly left: number; readonly ms: number } | null;
}

export interface RowSource {
  readonly me: AgentId;
  readonly now: number;
  readonly settings: Settings;
  isUnread(conversation: Conversation): boolean;
  hasDraft(conversation: Conversation): boolean;
  person(agent: AgentId): RowPerson;
  offerRemainingMs(conversation: Conversation): number | null;
}

/** Without an answer for so long, the customer is shown as late. */
const LATE_MS: Readonly<Record<Priority, number>> = {
  urgent: 10 * 60_000,
  high: 20 * 60_000,
  normal: 30 * 60_000,
  low: 60 * 60_000,
};

const SNIPPET = 160;

/** A conversation is a new value with every change: looked at once. */
const languages = new WeakMap<Conversation, { readonly lang: string | undefined }>();

const langOf = (conversation: Conversation): string | undefined => {
  const { customer, subject } = conversation;
  const known = languages.get(conversation) ?? { lang: languageOf(`${customer.name} ${subject}`) };
  languages.set(conversation, known);
  return known.lang;
};

const sinceOf = (conversation: Conversation): number => {
  if (conversation.state === 'closed') return conversation.head?.at ?? conversation.openedAt;
  return conversation.state === 'active'
    ? (conversation.unansweredSince ?? conversation.head?.at ?? conversation.waitingSince)
    : conversation.waitingSince;
};

const personOf = (conversation: Conversation, source: RowSource): RowPerson | null => {
  const owner = ownerOf(conversation);
  if (owner === null) return null;
  if (owner !== source.me) return source.person(owner);
  const isFromColleague = conversation.head?.kind === 'transferred' && conversation.head.by !== source.me;
  return isFromColleague ? source.person(conversation.head.by) : null;
};

const isBack = ({ snooze }: Conversation, { me, now }: RowSource): boolean =>
  snooze !== null && snooze.by === me && snooze.until <= now;

export const readRow = (conversation: Conversation, source: RowSource): Row => {
  const { id, customer, subject, channel, priority, last, state } = conversation;
  const since = sinceOf(conversation);
  const remaining = state === 'assigned' ? source.offerRemainingMs(conversation) : null;
  const isOpen = state !== 'closed' && (state !== 'active' || conversation.unansweredSince !== null);
  return {
    id,
    customer: customer.name,
    subject,
    snippet: (last?.text ?? '').slice(0, SNIPPET).replaceAll(/\s+/g, ' '),
    lang: langOf(conversation),
    channel,
    priority,
    since,
    isUnread: source.isUnread(conversation),
    isLate: isOpen && source.now - since > LATE_MS[priority],
    hasDraft: source.hasDraft(conversation),
    tags: conversation.tags,
    snoozedUntil: isAsleep(conversation, source.now as WallMs) ? (conversation.snooze?.until ?? null) : null,
    isBack: isBack(conversation, source),
    person: personOf(conversation, source),
    isHandedOver: conversation.head?.kind === 'transferred' && ownerOf(conversation) === source.me,
    offer:
      remaining === null ? null : { left: Math.min(1, remaining / source.settings.pickupTimeoutMs), ms: remaining },
  };
};
