// Which records become one, when that happens, and how records come into a document.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyRecords } from '../../../src/storage/apply-records.ts';
import { withChecksum } from '../../../src/storage/checksum.ts';
import { Compaction } from '../../../src/storage/compaction.ts';
import { MAX_RUN_BYTES, planRuns, RUN_BYTES, type RecordSize, type Run } from '../../../src/storage/merge-plan.ts';

const sized = (...sizes: number[]): RecordSize[] => sizes.map((bytes, index) => ({ key: index + 1, bytes }));
const shown = (runs: readonly Run[]): string[] => runs.map(({ first, last }) => `${first}-${last}`);

describe('the plan of merges', () => {
  it('puts small neighbours together and leaves large records alone', () => {
    const large = RUN_BYTES + 1;
    expect(shown(planRuns(sized(10, 20, 30)))).toEqual(['1-3']);
    expect(shown(planRuns(sized(large, 10, 20, large, large)))).toEqual(['1-1', '2-4', '5-5']);
    expect(planRuns([])).toEqual([]);
  });

  it('puts nothing together above the bound', () => {
    expect(shown(planRuns(sized(100_000, MAX_RUN_BYTES, 10)))).toEqual(['1-1', '2-2', '3-3']);
  });

  it('covers every record once, in order, and is done when done', () => {
    const anySizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 600_000 })));
    fc.assert(
      fc.property(anySizes, (sizes) => {
        const runs = planRuns(sized(...sizes));
        expect(runs.reduce((sum, { count }) => sum + count, 0)).toBe(sizes.length);
        expect(runs.flatMap(({ first, last }) => [first, last])).toEqual(
          runs.flatMap(({ first, last }) => [first, last]).toSorted((a, b) => a - b),
        );
        for (const { count, bytes } of runs) expect(count === 1 || bytes <= MAX_RUN_BYTES).toBe(true);
        const merged = runs.map(({ first, bytes }) => ({ key: first, bytes }));
        const again = planRuns(merged).filter(({ count }) => count > 1);
        expect(again.every(({ bytes }) => bytes <= MAX_RUN_BYTES)).toBe(true);
      }),
    );
  });
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('compaction', () => {
  const store = () => {
    let key = 0;
    let merges: Run[] = [];
    const compaction = new Compaction(async (run) => {
      merges.push(run);
    });
    const write = (count: number, bytes: number): void => {
      for (let index = 0; index < count; index += 1) compaction.add([{ key: (key += 1), bytes }]);
    };
    const taken = (): Run[] => {
      const before = merges;
      merges = [];
      return before;
    };
    return { compaction, write, taken };
  };

  it('runs as soon as 500 small records have come together', async () => {
    const { write, taken } = store();
    write(499, 100);
    await settled();
    expect(taken()).toEqual([]);
    write(1, 100);
    await settled();
    expect(taken()).toEqual([{ first: 1, last: 500, count: 500, bytes: 50_000 }]);
  });

  it('merges the rest of the last time again, and what is complete no more', async () => {
    const { write, taken } = store();
    write(500, 300);
    await settled();
    expect(shown(taken())).toEqual(['1-437', '438-500']);
    write(500, 300);
    await settled();
    expect(shown(taken())).toEqual(['438-874', '875-1000']);
  });

  it('counts at the start only what a merge would help', async () => {
    const { compaction, taken } = store();
    compaction.begin(Array.from({ length: 2000 }, (_, index) => ({ key: index + 1, bytes: RUN_BYTES })));
    await settled();
    expect(taken()).toEqual([]);
    compaction.begin(Array.from({ length: 2000 }, (_, index) => ({ key: index + 1, bytes: 10 })));
    await settled();
    expect(taken().length).toBeGreaterThan(0);
  });

  it('fails softly and tries again with the next records', async () => {
    let attempts = 0;
    const compaction = new Compaction(async () => {
      attempts += 1;
      throw new Error('full');
    });
    const records = sized(...Array.from({ length: 500 }, () => 10));
    compaction.add(records);
    await settled();
    expect(attempts).toBe(1);
    compaction.add(records);
    await settled();
    expect(attempts).toBe(2);
  });
});

describe('records that come in', () => {
  const updatesOf = (count: number, text: string): Uint8Array[] => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let index = 0; index < count; index += 1) doc.getArray('log').push([`${index} ${text}`]);
    return updates;
  };
  const recordsOf = (values: readonly unknown[]) => values.map((value, index) => ({ key: index + 1, value }));

  it('come in short tasks with a turn for the page between them', async () => {
    const updates = updatesOf(100, 'x'.repeat(10_000));
    const doc = new Y.Doc();
    const sizes: number[] = [];
    doc.on('update', (update: Uint8Array) => sizes.push(update.length));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    expect((await applyRecords(doc, recordsOf(updates), 'load')).damaged).toEqual([]);
    clearInterval(timer);
    expect(doc.getArray('log').length).toBe(100);
    expect(sizes.length).toBeGreaterThanOrEqual(7);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(RUN_BYTES + 1000);
    expect(turns).toBeGreaterThan(0);
  });

  it('come in though some between them cannot be read', async () => {
    const [one, two, three] = updatesOf(3, '');
    const bad = [
      new Uint8Array(),
      Uint8Array.from([7, 255, 255]),
      'text',
      null,
      undefined,
      { length: 3 },
      new ArrayBuffer(8),
    ];
    const doc = new Y.Doc();
    const records = recordsOf([bad[0], one, ...bad.slice(1, 4), two, ...bad.slice(4), three]);
    const { damaged } = await applyRecords(doc, records, 'load');
    expect(damaged.map(({ value }) => value)).toEqual(bad);
    expect(doc.getArray('log').toArray()).toEqual(['0 ', '1 ', '2 ']);
  });

  it('[I1] come in at once behind a lost one: Yjs copies what waits with each that joins it', async () => {
    const records = recordsOf(updatesOf(2500, 'x'.repeat(100)).map(withChecksum));
    const msOf = async (some: typeof records): Promise<number> => {
      const begun = performance.now();
      await applyRecords(new Y.Doc(), some, 'load');
      return performance.now() - begun;
    };
    const wholeMs = Math.max(await msOf(records), await msOf(records));
    // Seen: 5 times as long as a whole store, and 90 times where they come in one by one.
    expect(await msOf(records.toSpliced(2, 1))).toBeLessThan(wholeMs * 30);
    const doc = new Y.Doc();
    await applyRecords(doc, records.toSpliced(2, 1), 'load');
    expect(doc.getArray('log').length).toBe(2);
    await applyRecords(doc, records, 'a teammate');
    expect(doc.getArray('log').length).toBe(2500);
  }, 30_000);

  it('all come in before what an observer throws is thrown on', async () => {
    const doc = new Y.Doc();
    doc.once('update', () => {
      throw new Error('a bug');
    });
    const records = recordsOf(updatesOf(30, 'x'.repeat(10_000)));
    await expect(applyRecords(doc, records, 'load')).rejects.toThrow('a bug');
    expect(doc.getArray('log').length).toBe(30);
  });
});
