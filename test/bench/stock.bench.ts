// Rows W1 to W12: what y-webrtc 10.3.0 does as it comes, and what the product's mesh does in the same
// case, both seen in this run. Real Chromium, WebRTC on loopback, a real rendezvous. A row where stock
// does not fail shows nothing and misses as well: the case is then no case any more. `--only W1,W6`.

import type { Bench, BenchRun } from './bench.ts';
import { Marks } from './figures.ts';
import { ROWS_OF_LINKS } from './rows-of-links.ts';
import { ROWS_OF_PRESENCE } from './rows-of-presence.ts';
import { ROWS_OF_STRANGERS } from './rows-of-strangers.ts';
import { ROWS_OF_SURROUNDINGS } from './rows-of-surroundings.ts';
import { ROWS_OF_SYNC } from './rows-of-sync.ts';
import type { Kind, Outcome, Row } from './rows.ts';
import { Stage } from './stage.ts';
import { titlesWith } from './test-titles.ts';

const ROWS: readonly Row[] = [
  ...ROWS_OF_SYNC,
  ...ROWS_OF_LINKS,
  ...ROWS_OF_PRESENCE,
  ...ROWS_OF_STRANGERS,
  ...ROWS_OF_SURROUNDINGS,
].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));

const play = async (row: Row, kind: Kind, stage: Stage, times: number | null): Promise<Outcome> => {
  try {
    return await row.run(kind, stage, times);
  } catch (error) {
    return { isOk: false, seen: `the case itself broke: ${String(error).split('\n', 1)[0]}` };
  }
};

const word = ({ isOk, seen }: Outcome): string => `${seen} (${isOk ? 'passes' : 'fails'})`;

const runRow = async (
  row: Row,
  stage: Stage,
  { times, print }: BenchRun,
  failing: Map<string, boolean[]>,
): Promise<boolean> => {
  const why = (await row.hindrance?.()) ?? null;
  if (why !== null) {
    print(`${row.id} | ${row.tried} | not tried: ${why}`);
    return true;
  }
  const stock = await play(row, 'stock', stage, times);
  const ours = await play(row, 'ours', stage, times);
  const title = titlesWith(row.id)[0] ?? 'no test has its id';
  print(`${row.id} | ${row.tried} | stock: ${word(stock)} | deskmesh: ${word(ours)}, ${title}`);
  failing.set(row.id, [...(failing.get(row.id) ?? []), !stock.isOk]);
  return ours.isOk;
};

export const bench: Bench = {
  sentence: 'The known faults W1 to W12: y-webrtc as it comes, and the mesh of this product, case by case.',
  async run(run) {
    const marks = new Marks(run.print);
    const stage = await Stage.open();
    const failing = new Map<string, boolean[]>();
    const lost: string[] = [];
    try {
      for (const row of ROWS.filter(({ id }) => run.only.length === 0 || run.only.includes(id)))
        if (!(await runRow(row, stage, run, failing))) lost.push(row.id);
    } finally {
      await stage.close();
    }
    marks.check(
      lost.length === 0,
      `the mesh passes every case${lost.length > 0 ? `, but for ${lost.join(', ')}` : ''}`,
    );
    const unheld = [...failing.keys()].filter((id) => titlesWith(id).length === 0);
    marks.check(
      unheld.length === 0,
      `a test has the id of every row${unheld.length > 0 ? `, but for ${unheld.join(', ')}` : ''}`,
    );
    const harmless = [...failing].filter(([, each]) => !each.includes(true)).map(([id]) => id);
    marks.check(
      harmless.length === 0,
      `stock fails in every row${harmless.length > 0 ? `, but for ${harmless.join(', ')}` : ''}`,
    );
    return marks.areAllKept;
  },
};
