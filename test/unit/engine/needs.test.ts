// Priority and needs after the opening, and Away for want of hands: what is written and what comes of it.

import { describe, expect, test } from 'vitest';
import { noticeOf } from '../../../src/view/desk-readings.ts';
import { SmallWorld } from '../../support/small-world.ts';

const pair = () => {
  const world = new SmallWorld();
  const [ann, ben] = [world.peer('ann'), world.peer('ben')];
  world.advance(1_000);
  return { world, ann, ben };
};

describe('[TA2] priority and needs', () => {
  test('[TA2, QU2] a waiting conversation made urgent overtakes, on every peer', () => {
    const { world, ann, ben } = pair();
    const first = ann.opens();
    world.advance(1_000);
    const second = ann.opens();
    world.advance(1_000);
    const order = () => ben.desk.team.waiting(ben.sees(first).openedAt).map(({ id }) => id);
    expect(order()).toEqual([first, second]);
    expect(ben.desk.changeNeeds(second, { priority: 'urgent' })).toEqual({ ok: true, value: null });
    world.advance(1_000);
    expect(order()).toEqual([second, first]);
    expect(ann.sees(second).priority).toBe('urgent');
    ann.desk.changeNeeds(second, { priority: 'low' });
    expect(ann.desk.team.waiting(ann.sees(first).openedAt).map(({ id }) => id)).toEqual([first, second]);
  });

  test('[TA2, QU3] what needs a skill that nobody has waits; without the need it is given out', () => {
    const { world, ann } = pair();
    const id = ann.opens({ skills: ['tax'] });
    ann.desk.chooseStatus('ready');
    world.advance(1_000);
    expect(ann.state(id)).toBe('waiting');
    ann.desk.changeNeeds(id, { skills: [] });
    world.advance(1_000);
    expect(ann.state(id)).toBe('assigned ann');
  });

  test('[TA2] of each the last word stands, whoever is apart; nothing is written for what stands already', () => {
    const { world, ann, ben } = pair();
    const id = ann.opens();
    world.advance(1_000);
    ann.desk.changeNeeds(id, { priority: 'high' });
    ben.desk.changeNeeds(id, { skills: ['tax', ' tax '] });
    world.advance(1_000);
    const { priority, skills, entries } = ann.sees(id);
    expect([priority, skills]).toEqual(['high', ['tax']]);
    expect(ben.sees(id)).toMatchObject({ priority, skills });
    ann.desk.changeNeeds(id, { priority: 'high', skills: ['tax'] });
    expect(ann.sees(id).entries).toHaveLength(entries.length);
    expect(ann.desk.changeNeeds(id, { skills: [''] })).toEqual({ ok: false, reason: 'empty' });
    expect(ann.desk.changeNeeds(id, { skills: ['x'.repeat(1_000)] })).toEqual({ ok: false, reason: 'tooLong' });
    ann.desk.close(id);
    expect(ann.desk.changeNeeds(id, { priority: 'low' })).toEqual({ ok: false, reason: 'closed' });
  });
});

describe('[ST12] Away for want of hands', () => {
  test('[ST12] is a choice with its reason, told as such, and ended by the next choice', () => {
    const { world, ann, ben } = pair();
    ann.desk.chooseStatus('ready');
    ann.desk.chooseStatus('away', 'idle');
    world.advance(1_000);
    expect(ben.statusOf('ann')).toBe('away');
    const standing = () => ben.desk.team.agents.get(ann.agent)?.standing;
    expect(noticeOf(standing())).toBe('idle');
    expect(standing()?.heads).toMatchObject([{ by: 'person', why: 'idle' }]);
    ann.desk.chooseStatus('ready');
    world.advance(1_000);
    expect([ben.statusOf('ann'), noticeOf(standing())]).toEqual(['ready', null]);
    ann.desk.chooseStatus('away');
    world.advance(1_000);
    expect(noticeOf(standing())).toBeNull();
  });
});
