// An import with everything that takes part in it but the screen: file, intake, entries, fold, disk.
// And the start after it.

import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { asAgentId, asDeviceId } from '../../src/domain/ids.ts';
import { IMPORT_BATCH } from '../../src/domain/limits.ts';
import type { NewConversation } from '../../src/engine/desk-types.ts';
import { importBatch } from '../../src/engine/intake-drafts.ts';
import { dialogues } from '../../src/intake/dialogues.ts';
import { runImport } from '../../src/intake/import.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { secureRandom } from '../../src/platform/random.ts';
import { Replica } from '../../src/replica/replica.ts';
import { createTeamStorage } from '../../src/storage/team-storage.ts';
import { dialogueLine } from '../support/byte-source.ts';
import { countTurns } from '../support/turns.ts';

const DIALOGUES = 1000;
const TURNS = 15;
const ME = asAgentId('agent-1');

const open = async (team: string) => {
  const doc = new Y.Doc();
  const storage = createTeamStorage(doc, team);
  const replica = new Replica({ doc, device: asDeviceId('device-1'), token: secureRandom.token });
  await storage.load();
  return { storage, replica };
};

it('[QU1] takes 1,000 dialogues once, and brings them back after a restart', { timeout: 120_000 }, async () => {
  const team = `import-${Date.now()}`;
  const lines = Array.from({ length: DIALOGUES }, (_, index) => `${dialogueLine(`d-${index}`, TURNS)}\n`);
  const file = new File(lines, 'd.jsonl');
  const { storage, replica } = await open(team);
  const target = {
    ready: () => Promise.resolve(),
    importBatch: (batch: readonly NewConversation[]) => importBatch(replica, ME, batch, systemClock.wall()),
    saved: () => storage.saved(),
  };
  const turns = countTurns();
  const report = await runImport([file], () => dialogues, target);
  expect(turns.end()).toBeGreaterThan((DIALOGUES * (TURNS + 1)) / IMPORT_BATCH);
  expect(report).toMatchObject({ imported: DIALOGUES, known: 0, ended: 'complete', isSaved: true });
  expect(await runImport([file], () => dialogues, target)).toMatchObject({ imported: 0, known: DIALOGUES });
  await storage.close();

  const again = await open(team);
  expect(again.replica.team.conversations.size).toBe(DIALOGUES);
  expect(again.replica.size).toBe(DIALOGUES * (TURNS + 1));
  await again.storage.erase();
});
