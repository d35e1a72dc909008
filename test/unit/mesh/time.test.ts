// What the mesh remembers of others: how long it waits for them, whom it leaves alone, who is gone.

import { describe, expect, test } from 'vitest';

import { asConversationId } from '../../../src/domain/ids.ts';
import { isSameAnnouncement, parseBeat, writeBeat } from '../../../src/mesh/beat.ts';
import { Malformed } from '../../../src/mesh/malformed.ts';
import { Patience } from '../../../src/mesh/patience.ts';
import { Roll } from '../../../src/mesh/roll.ts';
import { announcementOf } from '../../support/mesh-station.ts';

describe('[W2, W7] patience with what is half open', () => {
  test('6 s at first, then twice as long, 30 s at most, and 6 s again after a success', () => {
    const patience = new Patience(() => 0.5);
    const waits = Array.from({ length: 5 }, () => {
      const wait = patience.halfOpenMs('other');
      patience.failed('other');
      return wait;
    });
    expect(waits).toEqual([6_000, 12_000, 24_000, 30_000, 30_000]);
    expect(patience.halfOpenMs('third')).toBe(6_000);
    patience.opened('other');
    expect(patience.halfOpenMs('other')).toBe(6_000);
  });

  test('both sides do not give up in the same moment', () => {
    expect(new Patience(() => 0).halfOpenMs('other')).toBeLessThan(new Patience(() => 1).halfOpenMs('other') - 2_000);
  });

  test('who misbehaves is left alone, longer each time', () => {
    const patience = new Patience();
    patience.misbehaved('bad', 0);
    expect([patience.isShunned('bad', 4_000), patience.isShunned('bad', 5_000)]).toEqual([true, false]);
    patience.misbehaved('bad', 5_000);
    expect([patience.isShunned('bad', 24_000), patience.isShunned('bad', 25_000)]).toEqual([true, false]);
    expect(patience.isShunned('good', 0)).toBe(false);
  });

  test('40,000 invented names do not fill the memory', () => {
    const patience = new Patience(() => 0.5);
    for (let each = 0; each < 40_000; each += 1) patience.failed(`name ${each}`);
    expect(patience.halfOpenMs('name 0')).toBe(6_000);
    expect(patience.halfOpenMs('name 39999')).toBe(12_000);
  });
});

describe('the roll of peers', () => {
  const tab = (name: string): ReturnType<typeof announcementOf> => ({ ...announcementOf(name, 'a'), peer: name });

  test('[DI3] a new peer of a device takes the place of the one that broke off', () => {
    const roll = new Roll();
    roll.heard(tab('first'));
    expect(roll.lost(tab('first'))).toBe('lost');
    expect(roll.heard(tab('second')).map(({ peer }) => peer)).toEqual(['first']);
    expect(roll.heard(tab('second'))).toEqual([]);
  });

  test('[DI3] also where the new one is heard before the old one breaks off', () => {
    const roll = new Roll();
    for (const name of ['first', 'second']) roll.heard(tab(name));
    expect(roll.lost(tab('first'))).toBe('farewell');
    expect(roll.lost(tab('second'))).toBe('lost');
  });

  test('peers that were there side by side, both cut off, do not end each other', () => {
    const roll = new Roll();
    for (const name of ['first', 'second']) roll.heard(tab(name));
    for (const name of ['second', 'first']) expect(roll.lost(tab(name))).toBe('lost');
    expect(roll.heard(tab('second'))).toEqual([]);
    expect(roll.heard(tab('first'))).toEqual([]);
  });

  test('who has said farewell is not lost', () => {
    const roll = new Roll();
    roll.heard(tab('first'));
    roll.left('first');
    expect(roll.lost(tab('first'))).toBeNull();
  });
});

describe('[W8] beats', () => {
  const beat = {
    protocol: 1,
    turn: 3,
    about: announcementOf('a'),
    sees: ['peer-b'],
    mark: -17,
    digest: 5,
    pulse: 9,
    others: [],
    gone: ['peer-c'],
  };

  test('arrive as they were', () => {
    expect(parseBeat(writeBeat(beat))).toEqual(beat);
    expect(parseBeat(writeBeat({ ...beat, about: null }))).toEqual({ ...beat, about: null });
  });

  test('[AT1] say what is open there; what cannot be read of that is left out, and costs no connection', () => {
    const attending = { conversation: asConversationId('c1'), isTyping: true };
    const about = { ...beat.about, attending };
    expect(parseBeat(writeBeat({ ...beat, about })).about?.attending).toEqual(attending);
    for (const bad of [
      7,
      { conversation: 'x'.repeat(1_000), isTyping: true },
      { conversation: 'c1', isTyping: 'yes' },
    ]) {
      const text = JSON.stringify({ ...beat, about: { ...beat.about, attending: bad } });
      expect(parseBeat(text).about).toEqual({ ...beat.about, attending: null });
    }
    expect(isSameAnnouncement(about, { ...about, attending: { ...attending, isTyping: false } })).toBe(false);
    expect(isSameAnnouncement(beat.about, { ...beat.about, attending: null })).toBe(true);
  });

  test('of a peer that sees more than can be told are told in part', () => {
    const many = Array.from({ length: 500 }, (_, each) => `peer-${each}`);
    expect(parseBeat(writeBeat({ ...beat, sees: many })).sees.length).toBe(64);
  });

  test.each([
    ['no JSON', '{bad'],
    ['a list', '[]'],
    ['no fields', '{}'],
    ['a device of 1 kB', JSON.stringify({ ...beat, about: { ...beat.about, device: 'x'.repeat(1_000) } })],
    ['an agent that is no name', JSON.stringify({ ...beat, about: { ...beat.about, agent: 7 } })],
    ['a turn below zero', JSON.stringify({ ...beat, turn: -1 })],
    ['a list of neighbours that is none', JSON.stringify({ ...beat, sees: 'all' })],
  ])('%s is refused', (_, text) => {
    expect(() => parseBeat(text)).toThrow(Malformed);
  });
});
