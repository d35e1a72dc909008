// The table of docs/spec.md: which of two crossed acts stands (CO4). Nothing here knows the rule: each
// pair is played through the fold in every way, and the word is the one that is right in all of them.

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
  type Messages,
  type Past,
  type Side,
  type Step,
} from './crossed-pairs.ts';

interface Run {
  readonly past: Past;
  readonly messages: Messages;
  readonly order: readonly Side[];
  readonly shown: string;
}

type Line = (past: Past, side: Side) => readonly Step[] | null;

const runsOf = (row: Line, column: Line): readonly Run[] => {
  const runs: Run[] = [];
  for (const past of ALL_PASTS) {
    const left = row(past, 'left');
    const right = column(past, 'right');
    if (left === null || right === null) continue;
    for (const messages of ['seen', 'unseen'] as const) {
      for (const order of interleavings(left.length, right.length)) {
        const { story } = play(past, messages, { left, right }, order);
        runs.push({ past, messages, order, shown: show(story.fold()) });
      }
    }
  }
  return runs;
};

const laterOf = (order: readonly Side[]): Side => order.at(-1) ?? 'left';
/** Whose offer comes later; an offer is the first thing its side writes. */
const laterOffer = (order: readonly Side[]): Side =>
  order.indexOf('left') > order.indexOf('right') ? 'left' : 'right';

type Meaning = (run: Run) => string;

/** Words that could stand in a cell, the plainest first. */
const wordsFor = (row: Act, column: Act): readonly (readonly [string, Meaning])[] => {
  const acts: Record<Side, Act> = { left: row, right: column };
  const outcome = (run: Run, side: Side): string => outcomeOf(acts[side], run.past, side);
  return [
    ['waiting', () => 'waiting'],
    ['closed\\*', (run) => (run.messages === 'seen' ? 'closed' : 'waiting')],
    [row === 'assigned' && column === 'assigned' ? 'later offer' : 'later', (run) => outcome(run, laterOf(run.order))],
    [row, (run) => outcome(run, 'left')],
    [column, (run) => outcome(run, 'right')],
    ['later offer†', (run) => outcome(run, laterOffer(run.order))],
  ];
};

const cell = (row: Act, column: Act): string => {
  const runs = runsOf(
    (past, side) => lineOf(row, past, side),
    (past, side) => lineOf(column, past, side),
  );
  const right = wordsFor(row, column).find(([, meaning]) => runs.every((run) => run.shown === meaning(run)));
  return runs.length === 0 ? '-' : (right?.[0] ?? 'it depends');
};

const answeredCell = (column: Act): string => {
  const isAnswerers = (['picked up', 'taken'] as const).every((act) =>
    runsOf(
      (past, side) => answeredLineOf(act, past, side),
      (past, side) => lineOf(column, past, side),
    ).every((run) => run.shown === outcomeOf(act, run.past, 'left')),
  );
  return isAnswerers ? 'answerer' : 'it depends';
};

/** The table as it stands in the specification, line by line. */
export const crossingTable = (): string => {
  const rows = ACTS.map((row, index) => [row, ...ACTS.map((column, at) => (at < index ? '' : cell(row, column)))]);
  const answered = ['picked up or taken, and replied', ...ACTS.map(answeredCell)];
  const lines = [['', ...ACTS], ['', ...ACTS].map(() => '---'), ...rows, answered];
  return lines.map((cells) => `|${cells.map((text) => (text === '' ? ' ' : ` ${text} `)).join('|')}|`).join('\n');
};

const BEGIN = '<!-- crossed acts: written by `npm run spec` -->';
const END = '<!-- end of crossed acts -->';

/** The text with the table in its place; throws where it has no such place. */
export const withTable = (text: string, table: string): string => {
  const [before, rest, ...more] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined || more.length > 0) throw new Error('The table has no one place.');
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
};
