// What routing costs as the team's work grows: one late entry among many conversations, and a long queue given
// out, beside sorting the same queue once. Ratios of the least of many alternating runs, so that what else the
// machine does falls on both sides. `--only late,drain,growth`, `--times N` runs of each.

import { decideAssignments } from '../../src/domain/assignment.ts';
import { asWallMs } from '../../src/domain/ids.ts';
import { inQueueOrder } from '../../src/domain/queue.ts';
import type { TeamFold } from '../../src/domain/team-fold.ts';
import { Log, START_MS } from '../support/log.ts';
import { seenIn } from '../support/presences.ts';
import type { Bench, BenchRun } from './bench.ts';
import { Marks, ms } from './figures.ts';

const LATE_MARK = 1.5;
const DRAIN_MARK = 4;
/** What sorting the same queue costs is n log n as this machine does it, its caches left behind at 100,000. */
const GROWTH_MARK = 0.03;
const RUNS = 25;
const AGENTS = 100;
const LATE_ENTRIES = 100;
const NOW = asWallMs(START_MS + 10 * 86_400_000);
const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;

const timeOf = (run: () => void): number => {
  const began = performance.now();
  run();
  return performance.now() - began;
};

/** The least time of each, taken in turns. */
const leastOf = (times: number, ...runs: readonly (() => number)[]): readonly number[] => {
  const least = runs.map(() => Number.POSITIVE_INFINITY);
  for (let time = 0; time < times; time += 1)
    for (const [index, run] of runs.entries()) least[index] = Math.min(least[index] ?? 0, run());
  return least;
};

/** A fold with so many open conversations, and what one round of late entries costs it. */
const lateRound = (conversations: number): (() => number) => {
  const log = new Log().ready('ann', 'ben');
  const stories = Array.from({ length: conversations }, (_, index) => log.conversation(`c${index}`));
  for (const [index, story] of stories.entries()) {
    story.customerWrites();
    story.take(index % 2 === 0 ? 'ann' : 'ben');
    for (let each = 0; each < 10; each += 1) story.reply(index % 2 === 0 ? 'ann' : 'ben');
  }
  const fold = log.fold();
  const step = conversations / LATE_ENTRIES;
  let round = 0;
  return () => {
    round += 1;
    const late = stories
      .filter((_, index) => index % step === 0)
      .map((story, index) => story.customerWrites('Late.', { lamport: 5, id: `late${round}.${index}` }));
    return timeOf(() => {
      for (const entry of late) fold.apply([entry]);
    });
  };
};

const queueOf = (waiting: number): TeamFold => {
  const log = new Log().ready(...Array.from({ length: AGENTS }, (_, index) => `a${index}`));
  log.set({ capacity: 1_000, unpickedMax: 1_000 });
  for (let each = 0; each < waiting; each += 1) {
    const at = START_MS + ((each * 7_919) % 100_003) * 10;
    log.conversation(`c${each}`, { priority: PRIORITIES[each % 4] ?? 'low' }, { at });
  }
  return log.fold();
};

/** Giving out the whole queue, and sorting it once. */
const drainAndSort = (waiting: number): readonly [() => number, () => number] => {
  const fold = queueOf(waiting);
  const unsorted = [...fold.waiting(NOW)].sort((a, b) => (a.id < b.id ? -1 : 1));
  const presence = seenIn(fold);
  let given = 0;
  return [
    () => {
      const taken = timeOf(() => {
        given = decideAssignments(fold, presence, NOW).length;
      });
      if (given !== waiting) throw new Error(`${given} of ${waiting} were given out.`);
      return taken;
    },
    () => timeOf(() => void inQueueOrder(unsorted, fold.settings, NOW)),
  ];
};

/** From 1,000 to 100,000. */
const exponentOf = (few: number, many: number): number => Math.log(many / few) / Math.log(100);

const late = ({ times, print }: BenchRun, marks: Marks): void => {
  const [few = 0, many = 0] = leastOf(times ?? RUNS, lateRound(100), lateRound(10_000));
  print(
    `One late entry: ${(few * 10).toFixed(1)} us among 100 conversations, ${(many * 10).toFixed(1)} us among 10,000.`,
  );
  const ratio = many / few;
  marks.check(ratio <= LATE_MARK, `ratio ${ratio.toFixed(2)}, at most ${LATE_MARK}`);
};

const drain = ({ times, print }: BenchRun, marks: Marks): void => {
  const [given = 0, sorted = 0] = leastOf(times ?? RUNS, ...drainAndSort(10_000));
  print(`10,000 waiting to ${AGENTS} agents: ${ms(given)}; sorting them once: ${ms(sorted)}.`);
  const ratio = given / sorted;
  marks.check(ratio <= DRAIN_MARK, `ratio ${ratio.toFixed(2)}, at most ${DRAIN_MARK}`);
};

const growth = ({ times, print }: BenchRun, marks: Marks): void => {
  const sizes = [1_000, 10_000, 100_000];
  const runs = sizes.map((size) => drainAndSort(size));
  const rounds = Math.max(3, Math.ceil((times ?? RUNS) / 3));
  const least = leastOf(rounds, ...runs.flat());
  for (const [index, size] of sizes.entries())
    print(`${size} waiting: given out in ${ms(least[index * 2] ?? 0)}, sorted in ${ms(least[index * 2 + 1] ?? 0)}.`);
  const [few = 1, fewSorted = 1, , , many = 1, manySorted = 1] = least;
  const [exponent, ofSorting] = [exponentOf(few, many), exponentOf(fewSorted, manySorted)];
  const plain = exponentOf(1_000 * Math.log(1_000), 100_000 * Math.log(100_000));
  print(
    `Exponent ${exponent.toFixed(3)}; of sorting ${ofSorting.toFixed(3)}; of n log n in a cache ${plain.toFixed(3)}.`,
  );
  const beyond = exponent - Math.max(ofSorting, plain);
  marks.check(beyond <= GROWTH_MARK, `${beyond.toFixed(3)} beyond n log n, at most ${GROWTH_MARK}`);
};

const PARTS = { late, drain, growth };

export const bench: Bench = {
  sentence: 'what one late entry and a long queue cost as the work grows',
  run: async (run) => {
    const marks = new Marks(run.print);
    for (const [name, part] of Object.entries(PARTS))
      if (run.only.length === 0 || run.only.includes(name)) part(run, marks);
    return marks.areAllKept;
  },
};
