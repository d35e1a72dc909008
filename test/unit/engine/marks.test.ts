import { describe, expect, test } from 'vitest';
import { MAX_SNOOZE_MS, MAX_TAG, MAX_TAGS } from '../../../src/domain/limits.ts';
import { isAsleep } from '../../../src/domain/conversation-state.ts';
import { asAgentId, asWallMs } from '../../../src/domain/ids.ts';
import { untilWake } from '../../../src/engine/snoozes.ts';
import { SmallWorld, WORLD_START_MS } from '../../support/small-world.ts';

const HOUR = 3_600_000;

const team = () => {
  const world = new SmallWorld();
  const ann = world.peer('ann');
  const ben = world.peer('ben');
  world.advance(1_000);
  return { world, ann, ben };
};
const at = (ms: number) => asWallMs(WORLD_START_MS + ms);

describe('[SR1] saved replies', () => {
  test('[SR1] are the team’s, changed whole, with who changed them', () => {
    const { world, ann, ben } = team();
    ann.desk.saveReply({ id: null, code: 'refund', name: 'Refund', text: 'Dear {{customer}}' });
    world.advance(3_000);
    const [first] = ben.desk.team.savedReplies();
    expect(first).toMatchObject({ code: 'refund', name: 'Refund', changedBy: 'ann' });
    ben.desk.saveReply({ id: first?.id ?? '', code: 'refund', name: 'Refunds', text: 'Hello {{customer}}' });
    world.advance(3_000);
    expect(ann.desk.team.savedReplies()).toMatchObject([{ name: 'Refunds', changedBy: 'ben' }]);
    ann.desk.removeReply(first?.id ?? '');
    world.advance(3_000);
    expect(ben.desk.team.savedReplies()).toEqual([]);
  });

  test('[SR1] two that changed one apart see the same afterwards', () => {
    const { world, ann, ben } = team();
    ann.desk.saveReply({ id: null, code: 'a', name: 'A', text: 'One' });
    world.advance(3_000);
    const id = ann.desk.team.savedReplies()[0]?.id ?? '';
    world.network.cut([ann]);
    ann.desk.removeReply(id);
    ben.desk.saveReply({ id, code: 'a', name: 'A', text: 'Two' });
    ben.desk.saveReply({ id, code: 'a', name: 'A', text: 'Three' });
    world.network.heal();
    world.advance(10_000);
    expect(ann.desk.team.savedReplies()).toEqual(ben.desk.team.savedReplies());
    expect(ann.desk.team.savedReplies()).toMatchObject([{ text: 'Three' }]);
  });

  test('[SR1] what is empty or too long is refused with a reason', () => {
    const { ann } = team();
    const save = (name: string, text: string, code = '') => ann.desk.saveReply({ id: null, code, name, text });
    expect(save('', 'x')).toMatchObject({ reason: 'empty' });
    expect(save('n', ' ')).toMatchObject({ reason: 'empty' });
    expect(save('n'.repeat(201), 'x')).toMatchObject({ reason: 'nameTooLong' });
    expect(save('n', 'x', 'c'.repeat(41))).toMatchObject({ reason: 'nameTooLong' });
    expect(save('n', 'x'.repeat(100_001))).toMatchObject({ reason: 'tooLong' });
    expect(save('n', 'x'.repeat(100_000)).ok).toBe(true);
  });
});

describe('[TA1] tags', () => {
  test('[TA1] are put on and taken off by anyone; capitals make no second one', () => {
    const { world, ann, ben } = team();
    const id = ann.opens();
    ann.desk.tag(id, '  late   parcel ');
    world.advance(3_000);
    ben.desk.tag(id, 'Late Parcel');
    ben.desk.tag(id, 'vip');
    world.advance(3_000);
    expect(ann.sees(id).tags).toEqual(['late parcel', 'vip']);
    ann.desk.untag(id, 'late parcel');
    world.advance(3_000);
    expect(ben.sees(id).tags).toEqual(['vip']);
  });

  test('[TA1] the last word on each stands, whoever was apart', () => {
    const { world, ann, ben } = team();
    const id = ann.opens();
    ann.desk.tag(id, 'vip');
    world.advance(3_000);
    world.network.cut([ann]);
    ann.desk.untag(id, 'vip');
    ben.desk.untag(id, 'vip');
    ben.desk.tag(id, 'vip');
    world.network.heal();
    world.advance(10_000);
    expect(ann.sees(id).tags).toEqual(['vip']);
    expect(ben.sees(id).tags).toEqual(['vip']);
  });

  test('[TA1] are bounded, and say so', () => {
    const { ann } = team();
    const id = ann.opens();
    expect(ann.desk.tag(id, 't'.repeat(MAX_TAG + 1))).toMatchObject({ reason: 'tagTooLong' });
    expect(ann.desk.tag(id, ' ')).toMatchObject({ reason: 'empty' });
    for (let index = 0; index < MAX_TAGS; index += 1) ann.desk.tag(id, `tag ${index}`);
    expect(ann.desk.tag(id, 'one more')).toMatchObject({ reason: 'tooManyTags' });
    ann.replica.write(ann.agent, [{ kind: 'tagged', conversation: id, tag: 'forged', isOn: true }], at(0));
    expect(ann.sees(id).tags).toHaveLength(MAX_TAGS);
  });
});

describe('[SN1] laying aside', () => {
  test('[SN1] moves nothing: its agent holds it, and it counts as open', () => {
    const { world, ann, ben } = team();
    const id = ann.opens();
    ann.desk.reply(id, 'Hello');
    const before = ann.sees(id);
    ann.desk.snooze(id, at(HOUR));
    world.advance(3_000);
    expect(ben.sees(id)).toMatchObject({ state: 'active', owner: 'ann', base: before.base });
    expect(ben.sees(id).snooze).toEqual({ until: at(HOUR), by: 'ann' });
    expect(ben.desk.team.agents.get(ann.agent)?.open).toBe(1);
  });

  test('[SN1] an offer is picked up by it; what a colleague holds or nobody holds cannot be laid aside', () => {
    const { world, ann, ben } = team();
    const id = ann.opens();
    expect(ann.desk.snooze(id, at(HOUR))).toMatchObject({ reason: 'notHeldByYou' });
    world.advance(3_000);
    ben.desk.transfer(id, ann.agent, '');
    world.advance(3_000);
    expect(ben.desk.snooze(id, at(HOUR))).toMatchObject({ reason: 'notHeldByYou' });
    expect(ann.desk.snooze(id, at(HOUR)).ok).toBe(true);
    expect(ann.sees(id)).toMatchObject({ state: 'active', owner: 'ann', snooze: { by: 'ann' } });
  });

  test('[SN1] a time that has passed or is too far is refused', () => {
    const { ann } = team();
    const id = ann.opens();
    ann.desk.takeOver(id);
    expect(ann.desk.snooze(id, at(0))).toMatchObject({ reason: 'timePast' });
    expect(ann.desk.snooze(id, asWallMs(Number.NaN))).toMatchObject({ reason: 'timePast' });
    expect(ann.desk.snooze(id, at(MAX_SNOOZE_MS + HOUR))).toMatchObject({ reason: 'timeTooFar' });
  });

  test('[SN1] another’s word on it, and one on what stood before, do not count', () => {
    const { world, ann, ben } = team();
    const id = ann.opens();
    ann.desk.takeOver(id);
    const stale = ann.sees(id).base;
    world.advance(3_000);
    if (stale === null) throw new Error('Somebody holds it.');
    const forged = { kind: 'snoozed', conversation: id, on: stale, until: at(HOUR), seen: 1 } as const;
    ben.replica.write(ben.agent, [forged], at(0));
    expect(ben.sees(id).snooze).toBeNull();
    ben.desk.takeOver(id);
    ann.replica.write(ann.agent, [forged], at(0));
    world.advance(10_000);
    expect([ann.sees(id).snooze, ben.sees(id).snooze]).toEqual([null, null]);
  });
});

describe('[SN2] what was laid aside comes back', () => {
  const asleep = () => {
    const world = team();
    const id = world.ann.opens();
    world.ann.desk.reply(id, 'Hello');
    world.ann.desk.snooze(id, at(HOUR));
    world.world.advance(3_000);
    return { ...world, id };
  };

  test('[SN2] at its time, and the desk wakes for it', () => {
    const { ann, id } = asleep();
    const conversation = ann.sees(id);
    expect(isAsleep(conversation, at(HOUR - 1))).toBe(true);
    expect(isAsleep(conversation, at(HOUR))).toBe(false);
    expect(untilWake([conversation], at(HOUR - 500))).toBe(500);
    expect(untilWake([conversation], at(HOUR))).toBeNull();
  });

  test('[SN2] at once when the customer writes, also what the holder had not seen', () => {
    const { world, ann, ben } = team();
    const id = ann.opens();
    ann.desk.takeOver(id);
    world.advance(3_000);
    world.network.cut([ann]);
    ben.replica.write(ben.agent, [{ kind: 'message', conversation: id, from: 'customer', text: 'Well?' }], at(0));
    ann.desk.note(id, 'So that the snooze is later in the total order');
    ann.desk.snooze(id, at(HOUR));
    expect(ann.sees(id).snooze).not.toBeNull();
    world.network.heal();
    world.advance(10_000);
    expect([ann.sees(id).snooze, ben.sees(id).snooze]).toEqual([null, null]);
  });

  test.for(['reply', 'take', 'transfer', 'return', 'close', 'wake'] as const)('[SN2] by: %s', (act) => {
    const { ann, ben, id } = asleep();
    if (act === 'reply') ann.desk.reply(id, 'There');
    if (act === 'take') ben.desk.takeOver(id);
    if (act === 'transfer') ann.desk.transfer(id, ben.agent, '');
    if (act === 'return') ann.desk.returnToQueue(id);
    if (act === 'close') ann.desk.close(id);
    if (act === 'wake') ann.desk.wake(id);
    expect((act === 'take' ? ben : ann).sees(id).snooze).toBeNull();
  });

  test('[SN2] a note or a tag leaves it aside', () => {
    const { ann, id } = asleep();
    ann.desk.note(id, 'Waits for the courier');
    ann.desk.tag(id, 'courier');
    expect(ann.sees(id).snooze).not.toBeNull();
  });
});

describe('[AT2] mentions', () => {
  test('[AT2] of a note, the room and a direct word reach whoever is called, in any status, and nobody else', () => {
    const { world, ann, ben } = team();
    const cat = world.peer('cat');
    world.advance(3_000);
    cat.leave();
    world.advance(90_000);
    const id = ann.opens();
    ann.desk.note(id, '@ben @cat look', [ben.agent, asAgentId('cat'), ben.agent, asAgentId('ghost'), ann.agent]);
    ann.desk.say('team', '@ben', [ben.agent]);
    ann.desk.say(asAgentId('cat'), '@ben', [ben.agent]);
    world.advance(3_000);
    expect(ben.desk.team.mentionsOf(ben.agent).map(({ kind }) => kind)).toEqual(['note', 'chat']);
    expect(ben.desk.team.mentionsOf(asAgentId('cat'))).toHaveLength(1);
    expect(ann.desk.team.mentionsOf(ann.agent)).toEqual([]);
  });
});
