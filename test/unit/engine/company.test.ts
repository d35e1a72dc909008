// Who else has a conversation open, as peers hear it from each other.

import { describe, expect, test } from 'vitest';
import { SmallWorld } from '../../support/small-world.ts';

describe('[AT1] company at a conversation', () => {
  test('[AT1] a colleague is seen reading, then writing, then gone; nothing of it is written down', () => {
    const world = new SmallWorld();
    const [ann, ben] = [world.peer('ann'), world.peer('ben')];
    world.advance(1_000);
    const id = ann.opens();
    const other = ann.opens();
    world.advance(1_000);
    const entries = [...ann.desk.team.entries()].length;
    ben.desk.attend({ conversation: id, isTyping: false });
    world.advance(100);
    expect(ann.desk.attendees(id)).toEqual([{ agent: 'ben', isTyping: false }]);
    expect(ann.desk.attendees(other)).toEqual([]);
    ben.desk.attend({ conversation: id, isTyping: true });
    world.advance(100);
    expect(ann.desk.attendees(id)).toEqual([{ agent: 'ben', isTyping: true }]);
    ben.desk.attend(null);
    world.advance(100);
    expect(ann.desk.attendees(id)).toEqual([]);
    expect([...ann.desk.team.entries()].length).toBe(entries);
  });

  test('[AT1] my own other device is no company, and who falls silent is none for longer than five seconds', () => {
    const world = new SmallWorld();
    const [ann, ben] = [world.peer('ann'), world.peer('ben')];
    const mine = world.peer('ann', { device: 'ann phone' });
    world.advance(1_000);
    const id = ann.opens();
    mine.desk.attend({ conversation: id, isTyping: true });
    ben.desk.attend({ conversation: id, isTyping: true });
    world.advance(1_000);
    expect(ann.desk.attendees(id)).toEqual([{ agent: 'ben', isTyping: true }]);
    ben.kill();
    world.advance(7_500);
    expect(ann.desk.attendees(id)).toEqual([]);
  });
});
