// What calls for an agent's attention: read off two looks at the desk, one after the other. Decides only
// what is news; whether it is shown, heard or kept quiet is the person's choice (attention-choice.ts).
// What stood there at the first look is no news.

import type { Conversation } from '../../domain/conversation-state.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { Mention } from '../../domain/mention-log.ts';

export const CALL_KINDS = [
  'assigned',
  'transferred',
  'customer',
  'snoozeOver',
  'chat',
  'teamChat',
  'mention',
  'paused',
] as const;
export type CallKind = (typeof CALL_KINDS)[number];

export interface Call {
  readonly kind: CallKind;
  /** The same in every tab of this profile, so that one of them speaks for all. */
  readonly key: string;
  /** Whom or what it is about: a conversation, a room; null for the whole desk. */
  readonly conversation: Conversation | null;
  readonly room: string | null;
  /** Who called me, and where. */
  readonly mention?: Mention;
}

export interface RoomLook {
  readonly id: string;
  /** How many words of others stand in it. */
  readonly unread: number;
  readonly lastId: string | null;
}

export interface Look {
  readonly assignedToMe: readonly Conversation[];
  readonly inProgress: readonly Conversation[];
  /** What I laid aside (SN2). */
  readonly snoozed: readonly Conversation[];
  readonly rooms: readonly RoomLook[];
  /** Where colleagues called me; null while the log is not read. */
  readonly mentions: readonly Mention[] | null;
  /** Nobody is Ready, and somebody waits. */
  readonly isPausedWithWaiting: boolean;
}

interface Known {
  readonly bases: ReadonlyMap<ConversationId, string | null>;
  readonly messages: ReadonlyMap<ConversationId, number>;
  readonly asleep: ReadonlySet<ConversationId>;
  readonly rooms: ReadonlyMap<string, number>;
  readonly mentions: ReadonlySet<string> | null;
  readonly isPausedWithWaiting: boolean;
}

const knownOf = ({ assignedToMe, inProgress, snoozed, rooms, mentions, isPausedWithWaiting }: Look): Known => ({
  bases: new Map(assignedToMe.map(({ id, base }) => [id, base])),
  messages: new Map(
    [...assignedToMe, ...inProgress, ...snoozed].map(({ id, customerMessages }) => [id, customerMessages]),
  ),
  asleep: new Set(snoozed.map(({ id }) => id)),
  rooms: new Map(rooms.map(({ id, unread }) => [id, unread])),
  mentions: mentions === null ? null : new Set(mentions.map(({ id }) => id)),
  isPausedWithWaiting,
});

const given = (known: Known, { assignedToMe }: Look): readonly Call[] =>
  assignedToMe
    .filter(({ id, base }) => known.bases.get(id) !== base)
    .map((conversation) => {
      const isOffer = conversation.state === 'assigned' && conversation.offeredBy === 'dispatcher';
      const kind = isOffer ? 'assigned' : 'transferred';
      return { kind, key: `${kind} ${conversation.base}`, conversation, room: null };
    });

/** A customer's words in a conversation that was mine before they came: with a new one they are no news. */
const written = (known: Known, { assignedToMe, inProgress }: Look): readonly Call[] =>
  [...assignedToMe, ...inProgress]
    .filter(({ id, customerMessages }) => customerMessages > (known.messages.get(id) ?? Number.POSITIVE_INFINITY))
    .map((conversation) => {
      const { id, customerMessages } = conversation;
      return { kind: 'customer', key: `customer ${id} ${customerMessages}`, conversation, room: null };
    });

/** Its time has come; what woke it earlier is told, or done, by somebody. */
const awake = (known: Known, { assignedToMe, inProgress }: Look): readonly Call[] =>
  [...assignedToMe, ...inProgress]
    .filter(({ id, snooze }) => known.asleep.has(id) && snooze !== null)
    .map((conversation) => {
      const { id, snooze } = conversation;
      return { kind: 'snoozeOver', key: `snoozeOver ${id} ${snooze?.until}`, conversation, room: null };
    });

const said = (known: Known, { rooms }: Look): readonly Call[] =>
  rooms
    .filter(({ id, unread }) => unread > (known.rooms.get(id) ?? 0))
    .map(({ id, lastId }) => {
      return { kind: id === 'team' ? 'teamChat' : 'chat', key: `chat ${lastId}`, conversation: null, room: id };
    });

const called = (known: Known, { mentions }: Look): readonly Call[] => {
  const before = known.mentions;
  if (before === null || mentions === null) return [];
  return mentions
    .filter(({ id }) => !before.has(id))
    .map((mention) => {
      const room = mention.kind === 'note' ? null : mention.room === 'team' ? 'team' : mention.agent;
      return { kind: 'mention', key: `mention ${mention.id}`, conversation: null, room, mention };
    });
};

export class CallsWatch {
  #known: Known | null = null;

  /** What is news since the last look. */
  look(now: Look): readonly Call[] {
    const known = this.#known;
    this.#known = knownOf(now);
    if (known === null) return [];
    const isPaused = now.isPausedWithWaiting && !known.isPausedWithWaiting;
    const paused: Call = { kind: 'paused', key: 'paused', conversation: null, room: null };
    return [
      ...given(known, now),
      ...written(known, now),
      ...awake(known, now),
      ...said(known, now),
      ...called(known, now),
      ...(isPaused ? [paused] : []),
    ];
  }
}
