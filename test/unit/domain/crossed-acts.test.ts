// The table of two crossed acts (CO4), typed by hand from the rules: each pair, from every state in which
// both can be decided, in every order that the total order can give them, on two replicas that meet again
// and get each other's side first or last.

import { describe, expect, test } from 'vitest';
import {
  ACTS,
  ALL_PASTS,
  answeredLineOf,
  interleavings,
  lineOf,
  outcomeOf,
  play,
  show,
  type Act,
  type Lines,
  type Messages,
  type Past,
  type Side,
} from '../../support/crossed-pairs.ts';
import { crossingTable, withTable } from '../../support/crossing-table.ts';
import { sourceAt } from '../../support/source-files.ts';
import { merged } from '../../support/two-replicas.ts';

/** What stands after both. `later`: the later of the two in the total order. */
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

/** What both replicas show once each has the other's side. */
const stands = (past: Past, messages: Messages, lines: Lines, order: readonly Side[]): string => {
  const { story, common, left, right } = play(past, messages, lines, order);
  const shown = merged(common, left, right).map(({ team }) => {
    const conversation = team.conversations.get(story.id);
    return conversation === undefined ? 'nothing' : show(conversation);
  });
  return shown[0] === shown[1] ? (shown[0] ?? '') : shown.join(' but ');
};

const expectedOf = (row: Act, column: Act, word: string, past: Past, order: readonly Side[], messages: Messages) => {
  if (word === 'waiting') return 'waiting';
  if (word === 'closed*') return messages === 'seen' ? 'closed' : 'waiting';
  const later = order.at(-1) ?? 'left';
  if (word === 'later') return outcomeOf({ left: row, right: column }[later], past, later);
  return row === word ? outcomeOf(row, past, 'left') : outcomeOf(column, past, 'right');
};

const cells = ACTS.flatMap((row) => ACTS.map((column, index) => ({ row, column, word: TABLE[row][index] ?? '' })));
const pairs = cells.filter(({ word }) => word !== '' && word !== '-');

describe('[CO4] two crossed acts, in every order', () => {
  test('[CO4] the table has all 28 pairs but the one that cannot be', () => {
    expect(cells.filter(({ word }) => word !== '')).toHaveLength(28);
    expect(pairs).toHaveLength(27);
    // One needs a conversation that waits, the other an offer: no head is both.
    const isOnCommonHead = (past: Past) =>
      lineOf('assigned', past, 'left')?.length === 1 && lineOf('reclaimed', past, 'right')?.length === 1;
    expect(ALL_PASTS.filter(isOnCommonHead)).toEqual([]);
  });

  test.for(pairs)('[CO4] $row and $column: $word', ({ row, column, word }) => {
    let played = 0;
    for (const past of ALL_PASTS) {
      for (const messages of ['seen', 'unseen'] as const) {
        const left = lineOf(row, past, 'left');
        const right = lineOf(column, past, 'right');
        if (left === null || right === null) continue;
        for (const order of interleavings(left.length, right.length)) {
          const expected = expectedOf(row, column, word, past, order, messages);
          const name = `${past}, ${messages}, ${order.join(' ')}`;
          expect.soft(stands(past, messages, { left, right }, order), name).toBe(expected);
          played += 1;
        }
      }
    }
    expect(played).toBeGreaterThan(1);
  });

  test.for(ACTS.flatMap((column) => (['picked up', 'taken'] as const).map((act) => ({ act, column }))))(
    '[CO4] $act and replied, against $column: the answerer',
    ({ act, column }) => {
      let played = 0;
      for (const past of ALL_PASTS) {
        const left = answeredLineOf(act, past, 'left');
        const right = lineOf(column, past, 'right');
        if (left === null || right === null) continue;
        for (const order of interleavings(left.length, right.length)) {
          const shown = stands(past, 'seen', { left, right }, order);
          expect.soft(shown, `${past}, ${order.join(' ')}`).toBe(outcomeOf(act, past, 'left'));
          played += 1;
        }
      }
      expect(played).toBeGreaterThan(1);
    },
  );

  test('[CO4] both took it and both replied: the later reply', () => {
    for (const past of ALL_PASTS) {
      const [left, right] = (['left', 'right'] as const).map((side) => answeredLineOf('taken', past, side) ?? []);
      if (left === undefined || right === undefined) continue;
      for (const order of interleavings(left.length, right.length)) {
        const last = order.at(-1) ?? 'left';
        const shown = stands(past, 'seen', { left, right }, order);
        expect.soft(shown, order.join(' ')).toBe(outcomeOf('taken', past, last));
      }
    }
  });
});

test('[CO4] the table in docs/spec.md is what the code gives', () => {
  const { text } = sourceAt('docs/spec.md');
  expect(text, 'Run: npm run spec').toBe(withTable(text, crossingTable()));
});
