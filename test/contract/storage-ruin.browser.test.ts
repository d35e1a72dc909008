// Stores damaged at random, on a real disk: each opens in seconds, without a throw, with every record
// that nobody damaged, with nothing that nobody wrote, and becomes whole by a teammate's copy.
// `npm run bench -- storage-damage` opens 10,000.

import { expect, it } from 'vitest';
import { applyUpdate, Doc } from 'yjs';
import { checkRecord } from '../../src/storage/checked-record.ts';
import { databaseName } from '../../src/storage/team-database.ts';
import { createTeamStorage } from '../../src/storage/team-storage.ts';
import { withoutCopies } from '../support/copy-files.ts';
import { RuinBed } from '../support/ruin-bed.ts';
import { drawing, ruin, soundStore, textsIn, type Sound } from '../support/storage-ruin.ts';

const env = import.meta.env as Readonly<Record<string, string | undefined>>;
const STORES = Number(env['VITE_STORES'] ?? 300);
const FIRST_SEED = Number(env['VITE_FIRST_SEED'] ?? 1);
/** At once, each in a database of its own. */
const LANES = 3;
const MOST_MS = 5000;

// A second copy would hide what the database alone stands.
withoutCopies();

interface Found {
  readonly seed: number;
  readonly lost: number;
  readonly strange: number;
  readonly isWhole: boolean;
  readonly isTold: boolean;
  readonly ms: number;
}

const openRuin = async (team: string, seed: number, store: Sound, bed: RuinBed): Promise<Found> => {
  const ruined = ruin(store, drawing(seed));
  const { updates, sound } = ruined;
  await bed.lay(ruined);
  const doc = new Doc();
  const storage = createTeamStorage(doc, team);
  let isTold = false;
  storage.onFault(({ reason }) => (isTold ||= reason === 'corrupt'));
  const begun = performance.now();
  await storage.load();
  const ms = performance.now() - begun;
  const present = new Set(textsIn(doc));
  // Records that nothing builds on are gone, and all others are sound: a database alone cannot know that.
  const isTraceless = updates.every(({ value }) => checkRecord(value) !== null) && doc.store.pendingStructs === null;
  const written = new Set(store.texts);
  applyUpdate(doc, store.whole);
  const found = {
    seed,
    ms,
    isTold: isTold || isTraceless,
    lost: sound.filter((place) => !present.has(store.texts[place] ?? '')).length,
    strange: [...present].filter((text) => !written.has(text)).length,
    isWhole: textsIn(doc).toSorted().join() === store.texts.toSorted().join() && doc.store.pendingStructs === null,
  };
  await storage.close();
  return found;
};

it(`[I1] opens ${STORES} stores of 500 records, each damaged at random`, { timeout: STORES * 1000 }, async () => {
  const store = soundStore();
  const bad: Found[] = [];
  let worstMs = 0;
  const lane = async (number: number): Promise<void> => {
    const team = `ruin-${number}-${Date.now()}`;
    const bed = new RuinBed(databaseName(team), store);
    for (let at = number; at < STORES; at += LANES) {
      const found = await openRuin(team, FIRST_SEED + at, store, bed);
      worstMs = Math.max(worstMs, found.ms);
      if (found.lost > 0 || found.strange > 0 || !found.isWhole || !found.isTold) bad.push(found);
    }
    await createTeamStorage(new Doc(), team).erase();
  };
  await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
  expect(bad).toEqual([]);
  expect(worstMs).toBeLessThan(MOST_MS);
});
