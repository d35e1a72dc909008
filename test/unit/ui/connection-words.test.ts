// What is said about the connection, in the bar and to assistive technology.

import { expect, test } from 'vitest';
import { apartSentence, connectionSentence, connectionWords } from '../../../src/ui/shell/connection-words.ts';

const reach = { reachable: 3, teammates: 5, isSynced: true, isConnecting: false };

test('[ST10] the name begins "Connection:" and says how many teammates are reachable', () => {
  expect(connectionWords(reach, 0, true).name).toBe('Connection: 3 of 5 reachable, synced');
  const alone = connectionWords({ ...reach, reachable: 0 }, 0, true);
  expect(alone.name).toBe('Connection: 0 of 5 reachable. Alone, saved on this device');
  expect(alone.glyph).toBe('alone');
});

test('[ST10] what is still to send stands in place of synced', () => {
  const words = connectionWords(reach, 2, true);
  expect(words.rest).toBe('reachable, sending to 2 devices');
  expect(words.glyph).toBe('apart');
});

test('[ST10] while some are apart it says how much of the team is seen', () => {
  expect(apartSentence({ ...reach, reachable: 2 })).toBe('You see 2 of 5 teammates.');
  expect(apartSentence({ ...reach, reachable: 0, teammates: 1 })).toBe('You see 0 of 1 teammate.');
  expect(apartSentence({ ...reach, reachable: 5 })).toBe('');
  expect(apartSentence({ ...reach, reachable: 0, teammates: 0 })).toBe('');
});

test('nothing is called saved where storage fails', () => {
  expect(connectionWords({ ...reach, reachable: 0 }, 0, false).name).toContain('not saved');
  expect(connectionSentence(reach, 0, false)).not.toContain('Saved on this device');
});
