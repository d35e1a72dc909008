// The table of two crossed acts (CO4): each pair, from every state in which both can be decided, and
// in every order that the total order can give them. A line is what one side wrote without knowing
// of the other; where an act needs an offer that the common past does not have, its line makes one.

import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../src/domain/conversation-state.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { Log, type Place, type Story } from '../../support/log.ts';

type Act = 'assigned' | 'reclaimed' | 'picked up' | 'taken' | 'transferred' | 'returned' | 'closed';
type Side = 'left' | 'right';

const ACTS: readonly Act[] = ['assigned', 'reclaimed', 'picked up', 'taken', 'transferred', 'returned', 'closed'];

/** As in the rules: what stands after both. `later`: the later of the two in the total order. */
const TABLE: Readonly<Record<Act, readonly string[]>> = {
  //               assigned reclaimed picked up    taken    transferred    returned     closed
  assigned: ['later', '-', 'picked up', 'taken', 'transferred', 'waiting', 'closed*'],
  reclaimed: ['', 'waiting', 'picked up', 'taken', 'transferred', 'waiting', 'closed*'],
  'picked up': ['', '', 'later', 'taken', 'transferred', 'picked up', 'picked up'],
  taken: ['', '', '', 'later', 'later', 'taken', 'taken'],
  transferred: ['', '', '', '', 'later', 'transferred', 'transferred'],
  returned: ['', '', '', '', '', 'waiting', 'waiting'],
  closed: ['', '', '', '', '', '', 'closed*'],
};

/** The common past: what stood before the two sides lost sight of each other. */
const PASTS = {
  waiting: (): void => undefined,
  'offered to Ann': (story: Story): void => void story.offer('ann'),
  'held by Ann': (story: Story): void => void [story.offer('ann'), story.pickUp('ann')],
} as const;
type Past = keyof typeof PASTS;

/** Each side's own people, so that it shows who holds it. */
const PEOPLE = {
  left: { offered: 'lea', acts: 'leo', gets: 'liz' },
  right: { offered: 'ria', acts: 'rob', gets: 'ray' },
};

type Step = (story: Story, place: Place) => Entry;

/** What this side writes to come to that act, from that past; null where it cannot. */
const lineOf = (act: Act, past: Past, side: Side, seen: number): readonly Step[] | null => {
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
      return [(story, place) => story.close(acts, seen, place)];
  }
};

/** All ways to put the two lines after one another that keep the order within each. */
const interleavings = (left: number, right: number): readonly (readonly Side[])[] => {
  if (left === 0) return [Array.from({ length: right }, (): Side => 'right')];
  if (right === 0) return [Array.from({ length: left }, (): Side => 'left')];
  return [
    ...interleavings(left - 1, right).map((rest): readonly Side[] => ['left', ...rest]),
    ...interleavings(left, right - 1).map((rest): readonly Side[] => ['right', ...rest]),
  ];
};

const show = (conversation: Conversation): string =>
  'owner' in conversation ? `${conversation.state} ${conversation.owner}` : conversation.state;

/** What an act alone leaves behind. */
const outcomeOf = (act: Act, past: Past, side: Side): string => {
  const { offered, acts, gets } = PEOPLE[side];
  if (act === 'assigned') return `assigned ${offered}`;
  if (act === 'picked up') return `active ${past === 'waiting' ? offered : 'ann'}`;
  if (act === 'taken') return `active ${acts}`;
  if (act === 'transferred') return `assigned ${gets}`;
  return act === 'closed' ? 'closed' : 'waiting';
};

interface Case {
  readonly past: Past;
  readonly lines: Readonly<Record<Side, readonly Step[]>>;
  /** Customer messages: `seen` by every close, `unseen` by none. */
  readonly messages: 'seen' | 'unseen';
}

const play = ({ past, lines, messages }: Case, order: readonly Side[]): Conversation => {
  const story = new Log().conversation();
  story.customerWrites();
  if (messages === 'unseen') story.customerWrites('And another thing.');
  PASTS[past](story);
  const common = story.log.entries.findLast((entry) => 'base' in entry) ?? null;
  const done = { left: 0, right: 0 };
  const bases: Record<Side, Entry | null> = { left: common, right: common };
  for (const side of order) {
    const step = lines[side][done[side]];
    if (step === undefined) throw new Error('An order has as many steps as the lines.');
    const entry = step(story, { on: bases[side] });
    done[side] += 1;
    // An answer goes beside the line: the next act names the entry before it.
    if (entry.kind !== 'reply') bases[side] = entry;
  }
  return story.fold();
};

const expectedOf = (
  row: Act,
  column: Act,
  word: string,
  past: Past,
  order: readonly Side[],
  messages: string,
): string => {
  if (word === 'waiting') return 'waiting';
  if (word === 'closed*') return messages === 'seen' ? 'closed' : 'waiting';
  const acts: Record<Side, Act> = { left: row, right: column };
  const later = order.at(-1) ?? 'left';
  if (word === 'later') return outcomeOf(acts[later], past, later);
  const side = row === word ? 'left' : 'right';
  return outcomeOf(acts[side], past, side);
};

const pairs = ACTS.flatMap((row) =>
  ACTS.map((column, index) => ({ row, column, word: TABLE[row][index] ?? '' })).filter(
    ({ word }) => word !== '' && word !== '-',
  ),
);
const pasts = Object.keys(PASTS) as Past[];

describe('[CO4] two crossed acts, in every order', () => {
  test('[CO4] the table has all 28 pairs but the one that cannot be', () => {
    expect(pairs).toHaveLength(27);
  });

  test.for(pairs)('[CO4] $row and $column: $word', ({ row, column, word }) => {
    let played = 0;
    for (const past of pasts) {
      for (const messages of ['seen', 'unseen'] as const) {
        const left = lineOf(row, past, 'left', 1);
        const right = lineOf(column, past, 'right', 1);
        if (left === null || right === null) continue;
        for (const order of interleavings(left.length, right.length)) {
          const conversation = play({ past, messages, lines: { left, right } }, order);
          const expected = expectedOf(row, column, word, past, order, messages);
          expect.soft(show(conversation), `${past}, ${messages}, ${order.join(' ')}`).toBe(expected);
          played += 1;
        }
      }
    }
    expect(played).toBeGreaterThan(1);
  });

  test.for(
    ACTS.flatMap((column) => [
      { act: 'picked up' as const, column },
      { act: 'taken' as const, column },
    ]),
  )('[CO4] $act and replied, against $column: the answerer', ({ act, column }) => {
    let played = 0;
    for (const past of pasts) {
      const line = lineOf(act, past, 'left', 1);
      const right = lineOf(column, past, 'right', 1);
      if (line === null || right === null) continue;
      const answerer = act === 'taken' ? PEOPLE.left.acts : past === 'waiting' ? PEOPLE.left.offered : 'ann';
      const left: readonly Step[] = [...line, (story, place) => story.reply(answerer, place)];
      for (const order of interleavings(left.length, right.length)) {
        const conversation = play({ past, messages: 'seen', lines: { left, right } }, order);
        expect.soft(show(conversation), `${past}, ${order.join(' ')}`).toBe(`active ${answerer}`);
        played += 1;
      }
    }
    expect(played).toBeGreaterThan(1);
  });

  test('[CO4] both took it and both replied: the later reply', () => {
    for (const past of pasts) {
      const lines = (['left', 'right'] as const).map((side): readonly Step[] => {
        const { acts } = PEOPLE[side];
        return [(story, place) => story.take(acts, place), (story, place) => story.reply(acts, place)];
      });
      const [left = [], right = []] = lines;
      for (const order of interleavings(2, 2)) {
        const last = order.at(-1) ?? 'left';
        const conversation = play({ past, messages: 'seen', lines: { left, right } }, order);
        expect.soft(show(conversation), order.join(' ')).toBe(`active ${PEOPLE[last].acts}`);
      }
    }
  });
});
