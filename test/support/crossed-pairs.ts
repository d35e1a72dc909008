// Two people, or a person and a dispatcher, who act on one conversation without knowing of each other
// (CO4): each pair of acts, from every common past in which both can be decided, played through the
// fold in every order that the total order can give them. A side that needs an offer which the common
// past does not have makes one first.

import type { Conversation } from '../../src/domain/conversation-state.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { Log, type Place, type Story } from './log.ts';

export const ACTS = ['assigned', 'reclaimed', 'picked up', 'taken', 'transferred', 'returned', 'closed'] as const;
export type Act = (typeof ACTS)[number];
export type Side = 'left' | 'right';
export type Step = (story: Story, place: Place) => Entry;
export type Lines = Readonly<Record<Side, readonly Step[]>>;

/** What stood before the two sides lost sight of each other. */
const PASTS = {
  waiting: (): void => undefined,
  'offered to Ann': (story: Story): void => void story.offer('ann'),
  'held by Ann': (story: Story): void => void [story.offer('ann'), story.pickUp('ann')],
} as const;
export type Past = keyof typeof PASTS;
export const ALL_PASTS = Object.keys(PASTS) as readonly Past[];

/** Customer messages: seen by every close, or one of them by none. */
export type Messages = 'seen' | 'unseen';

/** Each side's own people, so that it shows who holds it. */
const PEOPLE = {
  left: { offered: 'lea', acts: 'leo', gets: 'liz' },
  right: { offered: 'ria', acts: 'rob', gets: 'ray' },
};

/** What this side writes to come to that act, from that past; null where it cannot. */
export const lineOf = (act: Act, past: Past, side: Side): readonly Step[] | null => {
  const { offered, acts, gets } = PEOPLE[side];
  const offer: Step = (story, place) => story.offer(offered, place);
  const holder = past === 'waiting' ? offered : 'ann';
  const offerFirst = past === 'waiting' ? [offer] : [];
  switch (act) {
    case 'assigned':
      return past === 'waiting' ? [offer] : null;
    case 'reclaimed':
      return past === 'held by Ann' ? null : [...offerFirst, (story, place) => story.reclaim('timeout', place)];
    case 'picked up':
      return past === 'held by Ann' ? null : [...offerFirst, (story, place) => story.pickUp(holder, place)];
    case 'taken':
      return [(story, place) => story.take(acts, place)];
    case 'transferred':
      return [(story, place) => story.transfer(acts, gets, place)];
    case 'returned':
      return [...offerFirst, (story, place) => story.giveBack(acts, place)];
    case 'closed':
      return [(story, place) => story.close(acts, 1, place)];
  }
};

/** Picked up or taken on that side, and then replied; null where it cannot. */
export const answeredLineOf = (act: 'picked up' | 'taken', past: Past, side: Side): readonly Step[] | null => {
  const line = lineOf(act, past, side);
  return line === null ? null : [...line, (story, place) => story.reply(ownerOf(act, past, side), place)];
};

/** All ways to put the two lines after one another that keep the order within each. */
export const interleavings = (left: number, right: number): readonly (readonly Side[])[] => {
  if (left === 0) return [Array.from({ length: right }, (): Side => 'right')];
  if (right === 0) return [Array.from({ length: left }, (): Side => 'left')];
  return [
    ...interleavings(left - 1, right).map((rest): readonly Side[] => ['left', ...rest]),
    ...interleavings(left, right - 1).map((rest): readonly Side[] => ['right', ...rest]),
  ];
};

const ownerOf = (act: 'picked up' | 'taken', past: Past, side: Side): string => {
  if (act === 'taken') return PEOPLE[side].acts;
  return past === 'waiting' ? PEOPLE[side].offered : 'ann';
};

/** What an act alone leaves behind. */
export const outcomeOf = (act: Act, past: Past, side: Side): string => {
  const { offered, gets } = PEOPLE[side];
  if (act === 'assigned') return `assigned ${offered}`;
  if (act === 'picked up' || act === 'taken') return `active ${ownerOf(act, past, side)}`;
  if (act === 'transferred') return `assigned ${gets}`;
  return act === 'closed' ? 'closed' : 'waiting';
};

export const show = (conversation: Conversation): string =>
  'owner' in conversation ? `${conversation.state} ${conversation.owner}` : conversation.state;

/** What was written, and by whom it was known before they met again. */
export interface Played {
  readonly story: Story;
  readonly common: readonly Entry[];
  readonly left: readonly Entry[];
  readonly right: readonly Entry[];
}

export const play = (past: Past, messages: Messages, lines: Lines, order: readonly Side[]): Played => {
  const story = new Log().conversation();
  story.customerWrites();
  if (messages === 'unseen') story.customerWrites('And another thing.');
  PASTS[past](story);
  const common = story.log.entries.slice();
  const written: Record<Side, Entry[]> = { left: [], right: [] };
  const start = common.findLast((entry) => 'base' in entry) ?? null;
  const bases: Record<Side, Entry | null> = { left: start, right: start };
  for (const side of order) {
    const step = lines[side][written[side].length];
    if (step === undefined) throw new Error('An order has as many steps as the lines.');
    const entry = step(story, { on: bases[side] });
    written[side].push(entry);
    // An answer goes beside the line: the next act names the entry before it.
    if (entry.kind !== 'reply') bases[side] = entry;
  }
  return { story, common, ...written };
};
