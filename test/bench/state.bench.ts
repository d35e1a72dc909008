// A whole document to a newcomer, beside the same bytes over a raw data channel: pairs, alternated, each on
// a fresh connection and in a fresh page. Counted from the moment when the newcomer's channel is open. "Shown"
// is when all has been applied. `--only 1,10,50,session` (in MB; `session`: 9 MB written in one session);
// with `profile` among them each document is sent once more, and where the time of both pages goes is told.

import type { Bench, BenchRun } from './bench.ts';
import { Marks, median, ms, table, worst } from './figures.ts';
import { Giver, type Pair } from './giver.ts';
import { Stage } from './stage.ts';

const MB = 1_000_000;
const CASES = [
  { name: '1', bytes: MB, isOneSession: false },
  { name: '10', bytes: 10 * MB, isOneSession: false },
  { name: 'session', bytes: 9 * MB, isOneSession: true },
  { name: '50', bytes: 50 * MB, isOneSession: false },
];
const PAIRS = 9;
const BYTES_MARK = 0.7;
const APPLY_MARK = 1.3;
const TASK_MARK_MS = 100;
interface Document {
  readonly name: string;
  readonly bytes: number;
  /** Of the longest task. */
  readonly processorMs: number;
}

const HEAD = [
  'document',
  'raw',
  'mesh: first byte',
  'bytes',
  'raw / bytes',
  'shown',
  'raw + 1.3 x apply',
  'apply',
  'longest task',
  'by processor',
  'with raw',
];

const summed = ({ name, bytes, processorMs }: Document, pairs: readonly Pair[], marks: Marks): readonly string[] => {
  const of = (pick: (pair: Pair) => number): number => median(pairs.map(pick));
  const ratio = of(({ mesh, raw }) => raw.takenMs / mesh.bytesMs);
  const raw = of((pair) => pair.raw.takenMs);
  const apply = of((pair) => pair.raw.applyMs);
  const shown = of(({ mesh }) => mesh.shownMs);
  const allowed = raw + APPLY_MARK * apply;
  const newcomerTask = worst(pairs.map(({ mesh }) => mesh.newcomerTaskMs));
  const giverTask = worst(pairs.map(({ mesh }) => mesh.giverTaskMs));
  const document = `${(bytes / MB).toFixed(1)} MB${name === 'session' ? ', one session' : ''}`;
  const percent = `${(100 * ratio).toFixed(0)} %`;
  if (name === '10') marks.check(ratio >= BYTES_MARK, `${document}: ${percent} of a raw channel, of 70 % asked for`);
  marks.check(shown <= allowed, `${document}: shown after ${ms(shown)}, of ${ms(allowed)} allowed`);
  // By the wall a task is as long as what Chromium's own window, the other page and this program take meanwhile from
  // two cores: told, and judged by what the page itself took.
  const wall = `by the wall ${ms(Math.max(newcomerTask, giverTask))}, worst of ${pairs.length}`;
  marks.check(
    processorMs <= TASK_MARK_MS,
    `${document}: longest task ${ms(processorMs)} of the processor, of ${TASK_MARK_MS} ms allowed (${wall})`,
  );
  const tasks = `newcomer ${ms(newcomerTask)}, giver ${ms(giverTask)}`;
  // Nothing but the machine itself can hold up a page that only takes bytes in.
  const idle = ms(worst(pairs.map((pair) => pair.raw.taskMs)));
  const first = ms(of(({ mesh }) => mesh.firstMs));
  return [
    document,
    ms(raw),
    first,
    ms(of(({ mesh }) => mesh.bytesMs)),
    percent,
    ms(shown),
    ms(allowed),
    ms(apply),
    tasks,
    ms(processorMs),
    idle,
  ];
};

const run = async ({ times, only, print }: BenchRun): Promise<boolean> => {
  const named = only.filter((part) => part !== 'profile');
  const verdicts: string[] = [];
  const marks = new Marks((line) => verdicts.push(line));
  const rows: (readonly string[])[] = [HEAD];
  const stage = await Stage.open();
  try {
    for (const { name, bytes, isOneSession } of CASES) {
      if (named.length > 0 && !named.includes(name)) continue;
      const giver = await Giver.open(stage, bytes, isOneSession);
      const pairs: Pair[] = [];
      for (let pair = 0; pair < (times ?? PAIRS); pair += 1) pairs.push(await giver.pair(pair % 2 === 0));
      const processorMs = await giver.taskMs();
      if (only.includes('profile')) await giver.profile(print);
      await giver.close();
      rows.push(summed({ name, bytes: giver.bytes, processorMs }, pairs, marks));
    }
  } finally {
    await stage.close();
  }
  for (const line of [...table(rows), ...verdicts]) print(line);
  return marks.areAllKept;
};

export const bench: Bench = {
  sentence: 'Documents of 1, 9, 10 and 50 MB to a newcomer, beside a raw data channel with the same bytes.',
  run,
};
