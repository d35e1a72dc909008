// What this device alone keeps of a person: up to where they read, and what they began to write.

import { describe, expect, test } from 'vitest';

import { MAX_TEXT } from '../../../src/domain/limits.ts';
import { asAgentId } from '../../../src/domain/ids.ts';
import type { Notes } from '../../../src/view/app-ports.ts';
import { Drafts } from '../../../src/view/drafts.svelte.ts';
import { ReadMarks } from '../../../src/view/read-marks.ts';
import { Log, START_MS, story } from '../../support/log.ts';

const ANN = asAgentId('ann');
const MINUTE = 60_000;

/** All that was promised so far has answered. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Notes as a device keeps them: as JSON. */
class SmallNotes implements Notes {
  readonly kept = new Map<string, string>();
  answer: Promise<boolean> = Promise.resolve(true);

  get(key: string): unknown {
    return JSON.parse(this.kept.get(key) ?? 'null');
  }

  set(key: string, value: unknown): void {
    if (value === null) this.kept.delete(key);
    else this.kept.set(key, JSON.stringify(value));
  }

  saved(): Promise<boolean> {
    return this.answer;
  }

  async close(): Promise<void> {}

  async erase(): Promise<void> {}
}

describe('read up to', () => {
  test('a conversation is unread until it was on the screen, and again when somebody else wrote', () => {
    const marks = new ReadMarks(new SmallNotes());
    const lines = story();
    expect(marks.isUnread(lines.fold(), ANN)).toBe(false);
    lines.customerWrites();
    expect(marks.isUnread(lines.fold(), ANN)).toBe(true);
    expect(marks.read(lines.fold())).toBe(true);
    expect(marks.read(lines.fold())).toBe(false);
    expect(marks.isUnread(lines.fold(), ANN)).toBe(false);
    lines.take('ann');
    lines.reply('ann');
    expect(marks.isUnread(lines.fold(), ANN)).toBe(false);
    lines.take('ben');
    lines.reply('ben');
    expect(marks.isUnread(lines.fold(), ANN)).toBe(true);
  });

  test('[CO2] a message stamped by a slow clock is unread all the same, and one that comes late', () => {
    const marks = new ReadMarks(new SmallNotes());
    const lines = story();
    lines.customerWrites('Now', { at: START_MS + 60 * MINUTE });
    marks.read(lines.fold());
    lines.customerWrites('An hour slow', { at: START_MS });
    expect(marks.isUnread(lines.fold(), ANN)).toBe(true);
    marks.read(lines.fold());
    marks.read(lines.fold());
    lines.take('ben');
    lines.reply('ben', { at: START_MS - MINUTE });
    expect(marks.isUnread(lines.fold(), ANN)).toBe(true);
    marks.read(lines.fold());
    // Written before what was read, by a device that was offline.
    lines.customerWrites('Late', { lamport: 1, device: 'z', at: START_MS });
    expect(marks.isUnread(lines.fold(), ANN)).toBe(true);
  });

  test('survives a restart, and a mark that is no mark is none', () => {
    const notes = new SmallNotes();
    const lines = story();
    lines.customerWrites();
    new ReadMarks(notes).read(lines.fold());
    expect(new ReadMarks(notes).isUnread(lines.fold(), ANN)).toBe(false);
    for (const odd of [7, 'x', { at: 'x', seen: 1 }, [], { at: 1 }]) {
      notes.set('read/c1', odd);
      expect(new ReadMarks(notes).isUnread(lines.fold(), ANN)).toBe(true);
    }
  });

  test('[CH1] unread in a room are the words of others that were not there, also late and badly stamped ones', () => {
    const marks = new ReadMarks(new SmallNotes());
    const log = new Log();
    log.join('ann');
    log.join('ben');
    const say = (agent: string, at: number, lamport?: number) =>
      log.write(
        agent,
        { kind: 'chat', room: 'team', text: 'Hello' },
        { at, ...(lamport === undefined ? {} : { lamport }) },
      );
    const entries = () => log.fold().chat('team');
    say('ben', START_MS + 9 * MINUTE);
    say('ben', START_MS);
    say('ann', START_MS);
    expect(marks.unreadIn('team', entries(), ANN)).toBe(2);
    expect(marks.readRoom('team', entries(), ANN)).toBe(true);
    expect(marks.unreadIn('team', entries(), ANN)).toBe(0);
    say('ben', START_MS - MINUTE);
    expect(marks.unreadIn('team', entries(), ANN)).toBe(1);
    say('ben', START_MS, 1);
    expect(marks.unreadIn('team', entries(), ANN)).toBe(2);
    expect(marks.unreadIn('ben', [], ANN)).toBe(0);
  });
});

describe('drafts', () => {
  test('[OF2] are there after a restart, each conversation’s own, reply and note apart', () => {
    const notes = new SmallNotes();
    const drafts = new Drafts(notes);
    drafts.keep('reply', 'c1', 'Dear');
    drafts.keep('note', 'c2', 'Look');
    const again = new Drafts(notes);
    expect([again.read('reply', 'c1'), again.read('note', 'c1'), again.read('note', 'c2')]).toEqual([
      'Dear',
      '',
      'Look',
    ]);
    expect([again.has('c1'), again.has('c2'), again.has('c3')]).toEqual([true, true, false]);
    again.keep('reply', 'c1', '');
    expect(new Drafts(notes).has('c1')).toBe(false);
    expect([...notes.kept.keys()]).toEqual(['draft/note/c2']);
  });

  test('[OF2] are said to be saved only once they are', async () => {
    const notes = new SmallNotes();
    const drafts = new Drafts(notes);
    let settle: (isSaved: boolean) => void = () => undefined;
    const answers = (): void => {
      notes.answer = new Promise((resolve) => (settle = resolve));
    };
    answers();
    drafts.keep('reply', 'c1', 'D');
    expect(drafts.state).toBe('saving');
    settle(true);
    await settled();
    expect(drafts.state).toBe('saved');
    answers();
    drafts.keep('reply', 'c1', 'De');
    settle(false);
    await settled();
    expect(drafts.state).toBe('failed');
  });

  test('longer than can be sent is not kept; what was kept before stays', () => {
    const notes = new SmallNotes();
    const drafts = new Drafts(notes);
    drafts.keep('reply', 'c1', 'Dear');
    drafts.keep('reply', 'c1', 'x'.repeat(MAX_TEXT + 1));
    expect(drafts.read('reply', 'c1')).toBe('Dear');
  });
});
