import { describe, expect, test } from 'vitest';

import type { Conversation } from '../../../src/domain/conversation-state.ts';
import { readHistory, lastAssignment } from '../../../src/view/history.ts';
import { whoFor } from '../../../src/view/names-in-words.ts';
import { eventWords, historyWords } from '../../../src/view/routing-words.ts';
import { readThread } from '../../../src/view/thread.ts';
import { asAgentId } from '../../../src/domain/ids.ts';
import { Log, START_MS, story } from '../../support/log.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WORDS = { who: whoFor(asAgentId('ann'), (agent) => agent.toUpperCase()), customer: 'Daniel', capacity: 5 };

/** Days are left out: where they fall hangs on where this runs. */
const shapes = (conversation: Conversation): readonly string[] =>
  readThread(conversation)
    .filter((item) => item.kind !== 'day')
    .map((item) => {
      if (item.kind === 'run') return `${item.author} ${item.messages.length}`;
      if (item.kind === 'event') return item.event.kind;
      return item.kind === 'note' ? `note of ${item.agent}` : item.kind;
    });
const told = (conversation: Conversation): readonly string[] =>
  readHistory(conversation).map((line) => historyWords(line, WORDS));

describe('a thread', () => {
  test('[CO5] everything written stands in it: messages in runs of one person, notes, what happened', () => {
    const lines = story();
    lines.customerWrites('One');
    lines.customerWrites('Two');
    lines.offer('ann');
    lines.pickUp('ann');
    lines.reply('ann');
    lines.note('ben');
    lines.reply('ann');
    lines.customerWrites('Three');
    lines.close('ann', 3);
    const run = ['customer 2', 'assigned', 'pickedUp', 'ann 1', 'note of ben', 'ann 1', 'customer 1', 'closed'];
    expect(shapes(lines.fold())).toEqual(['opened', ...run]);
  });

  test('a pause ends a run, and a new day begins with its date', () => {
    const lines = story();
    lines.customerWrites('One', { at: START_MS });
    lines.customerWrites('Two', { at: START_MS + 11 * MINUTE });
    lines.customerWrites('Three', { at: START_MS + 2 * DAY });
    expect(shapes(lines.fold())).toEqual(['opened', 'customer 1', 'customer 1', 'customer 1']);
    expect(readThread(lines.fold()).filter((item) => item.kind === 'day')).toHaveLength(2);
  });

  test('[TR3] what the sender wrote for the receiver stands under the transfer', () => {
    const lines = story();
    lines.offer('ann');
    lines.transfer('ann', 'ben', { note: 'You know these.' });
    lines.transfer('ben', 'ann');
    expect(shapes(lines.fold())).toEqual(['opened', 'assigned', 'transferred', 'note of ann', 'transferred']);
  });

  test('[QU1] that it opened is said once where two peers brought it in', () => {
    const lines = story();
    lines.open({}, { device: 'other' });
    lines.customerWrites();
    expect(shapes(lines.fold())).toEqual(['opened', 'customer 1']);
    expect(told(lines.fold())).toEqual(['Daniel wrote', 'Entered the queue: By by hand']);
  });
});

describe('what happened', () => {
  test('[TR3] says who did it and to whom, and the reader is “you”', () => {
    const lines = story();
    lines.offer('ben');
    lines.transfer('ben', 'ann');
    lines.take('cleo');
    lines.giveBack('cleo');
    lines.take('ann');
    expect(told(lines.fold())).toEqual([
      'You took it over',
      'CLEO returned it to the queue',
      'CLEO took it over',
      'BEN transferred it to you',
      'Assigned to BEN: nobody else could take it',
      'Entered the queue: By by hand',
    ]);
  });

  test('[DA2] how long the pick-up took since the offer, and the first reply since the queue, once', () => {
    const lines = story();
    const opened = lines.fold().openedAt;
    lines.offer('ann', { at: opened + MINUTE });
    lines.pickUp('ann', { at: opened + MINUTE + 18_000 });
    lines.reply('ann', { at: opened + 4 * MINUTE });
    lines.reply('ann', { at: opened + 6 * MINUTE });
    const [second, first, pickedUp] = told(lines.fold());
    expect([pickedUp, first, second]).toEqual([
      'You picked it up after 18 s',
      'You replied first, after 4 min',
      'You replied',
    ]);
  });

  test('a customer’s words in one breath are one line, an import’s agents none', () => {
    const lines = story();
    lines.customerWrites('One');
    lines.customerWrites('Two');
    lines.note('ben');
    lines.customerWrites('Three');
    expect(told(lines.fold())).toEqual([
      'Daniel wrote',
      'BEN added a note',
      'Daniel wrote',
      'Entered the queue: By by hand',
    ]);
  });

  test('[CO7] an act of a newer version is named, not left out', () => {
    const lines = story();
    lines.newerKind('ben', { state: 'waiting' }, 0);
    expect(told(lines.fold())[0]).toContain('escalated');
  });

  test('[AS5] the last assignment is the one to explain, none where a person gave it', () => {
    const lines = story();
    expect(lastAssignment(lines.fold())).toBeNull();
    const first = lines.offer('ann');
    expect(lastAssignment(lines.fold())?.id).toBe(first.id);
    lines.reclaim();
    const second = lines.offer('ben');
    expect(lastAssignment(lines.fold())?.id).toBe(second.id);
  });

  test('[RE5] each cause of a reclaim has its words', () => {
    const log = new Log();
    const texts = (['timeout', 'away', 'gone'] as const).map((cause) => {
      const lines = log.conversation(cause);
      lines.offer('ann');
      lines.reclaim(cause);
      const entry = lines.fold().entries.at(-1);
      return entry === undefined ? '' : eventWords(entry, WORDS).text;
    });
    expect(new Set(texts).size).toBe(3);
  });
});
