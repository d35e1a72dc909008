// A large team on a real disk: what an import of 150,000 entries leaves there is back soon, and the
// page answers all the while.

import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { nextTask } from '../../src/platform/next-task.ts';
import { createTeamStorage } from '../../src/storage/team-storage.ts';
import { countTurns } from '../support/turns.ts';

const ENTRIES = 150_000;
const BATCH = 500;
/** A log is cut after 2,000 entries, as the desk cuts it. */
const LOG = 2000;

const batchOf = (from: number): unknown[] =>
  Array.from({ length: BATCH }, (_, index) => ({
    i: `entry-${from + index}-0123456789`,
    k: 'message',
    a: 'agent-0123456789',
    l: from + index,
    t: 1_700_000_000_000 + from,
    c: 'conversation-0123456789',
    x: 'I would like to find a place to eat in San Jose, please.',
  }));

const entriesIn = (doc: Y.Doc): number => {
  let count = 0;
  for (let log = 0; log < ENTRIES / LOG; log += 1) count += doc.getArray(`log-${log}`).length;
  return count;
};

/** As an import writes: the next batches wait until the former are kept. */
const fill = async (team: string): Promise<void> => {
  const doc = new Y.Doc();
  const storage = createTeamStorage(doc, team);
  await storage.load();
  for (let from = 0; from < ENTRIES; from += BATCH) {
    doc.getArray(`log-${Math.floor(from / LOG)}`).push(batchOf(from));
    if (from % (BATCH * 8) === 0) await storage.saved();
    await nextTask();
  }
  expect(await storage.saved()).toBe(true);
  await storage.close();
};

it('[OF2] keeps 150,000 entries and brings them back in many short tasks', { timeout: 60_000 }, async () => {
  const team = `large-${Date.now()}`;
  await fill(team);
  const doc = new Y.Doc();
  const storage = createTeamStorage(doc, team);
  const turns = countTurns();
  await storage.load();
  expect(turns.end()).toBeGreaterThan(ENTRIES / 1000);
  await storage.erase();
  expect(entriesIn(doc)).toBe(ENTRIES);
});
