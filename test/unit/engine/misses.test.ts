import { describe, expect, test } from 'vitest';
import { asAgentId, type ConversationId } from '../../../src/domain/ids.ts';
import { SmallWorld, type Peer } from '../../support/small-world.ts';

type Choices = Readonly<Record<string, 'ready' | 'away' | null>>;

const some = (world: SmallWorld, choices: Choices): [Peer, Peer, Peer] => {
  const [a, b, c] = world.team(choices);
  if (a === undefined || b === undefined) throw new Error('At least two.');
  return [a, b, c ?? b];
};

/** What it went through, in the words of its entries. */
const course = (peer: Peer, id: ConversationId): string[] =>
  peer.sees(id).entries.flatMap((entry) => {
    if (entry.kind === 'assigned') return [`offered to ${entry.to}`];
    return entry.kind === 'reclaimed' ? [`reclaimed: ${entry.cause}`] : [];
  });

describe('[RE5] automation never undoes a person’s act', () => {
  test('[RE5] what a person transferred is not reclaimed: not after any time-out, not from Away, not from gone', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = some(world, { ann: 'ready', ben: 'ready', cat: 'ready' });
    const id = ann.opens();
    ann.desk.transfer(id, asAgentId('ben'), '');
    world.advance(300_000);
    ben.desk.chooseStatus('away');
    world.advance(300_000);
    ben.leave();
    world.advance(300_000);
    expect(cat.state(id)).toBe('assigned ben');
    ann.desk.returnToQueue(id);
    world.advance(250);
    expect(cat.state(id)).toMatch(/^assigned (ann|cat)$/);
  });
});

describe('[RE6] three missed in a row', () => {
  test('[RE6] make the agent Away, labelled as the system’s, before anything more is offered; one click is back', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = some(world, { ann: 'ready', ben: 'ready', cat: 'away' });
    ann.desk.changeSettings({ capacity: 1000, unpickedMax: 1000 });
    const work = (): void => {
      for (const conversation of ann.replica.team.heldBy(ann.agent))
        if (conversation.state === 'assigned') ann.desk.pickUp(conversation.id);
    };
    for (let miss = 0; miss < 3; miss += 1) {
      expect(ann.replica.team.agents.get(ben.agent)?.standing.intent).toBe('ready');
      // Ann has more open, so Ben is asked first, and Ann takes what he misses.
      for (let each = 0; each < 3; each += 1) ann.desk.takeOver(ann.opens());
      cat.opens();
      for (let second = 0; second < 62; second += 1) {
        world.advance(1_000);
        work();
      }
    }
    const standing = cat.replica.team.agents.get(ben.agent)?.standing;
    expect(standing).toMatchObject({ intent: 'away', source: 'system', by: 'ann' });
    expect(cat.statusOf('ben')).toBe('away');
    ben.desk.chooseStatus('ready');
    world.advance(5_000);
    expect(cat.replica.team.agents.get(ben.agent)).toMatchObject({
      standing: { intent: 'ready', source: 'person' },
      missedInRow: 0,
    });
  });

  test('[RE6] three offers that were open together are one miss', () => {
    const world = new SmallWorld();
    const [ann, ben] = some(world, { ann: 'ready', ben: 'ready' });
    ann.desk.changeSettings({ capacity: 1000, unpickedMax: 1000 });
    for (let each = 0; each < 4; each += 1) ann.desk.takeOver(ann.opens());
    const ids = [ann.opens(), ann.opens(), ann.opens()];
    world.advance(100);
    expect(ids.map((id) => ben.state(id))).toEqual(Array(3).fill('assigned ben'));
    world.advance(61_000);
    expect(ben.replica.team.agents.get(ben.agent)).toMatchObject({ missedInRow: 1, standing: { intent: 'ready' } });
  });
});

describe('[RE7] everybody missed it', () => {
  test('[RE7] the next round asks all again, and every dashboard raises it until somebody has it', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = some(world, { ann: 'ready', ben: 'ready', cat: 'away' });
    const id = cat.opens();
    world.advance(60_500);
    expect(cat.desk.alerts()).toEqual([]);
    world.advance(60_500);
    expect(course(cat, id)).toEqual([
      'offered to ann',
      'reclaimed: timeout',
      'offered to ben',
      'reclaimed: timeout',
      'offered to ann',
    ]);
    for (const peer of [ann, ben, cat]) {
      expect(peer.desk.alerts()).toEqual([{ kind: 'everyoneMissed', conversation: id, round: 1 }]);
    }
    ann.desk.pickUp(id);
    world.advance(100);
    expect(cat.desk.alerts()).toEqual([]);
  });
});

describe('[RE8] handed to a Ready agent and not picked up', () => {
  test('[RE8] is raised after twice the pick-up time-out, naming both, and a person decides', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = some(world, { ann: 'ready', ben: 'ready', cat: 'away' });
    const id = cat.opens();
    cat.desk.transfer(id, ben.agent, 'Please');
    world.advance(119_000);
    expect(cat.desk.alerts()).toEqual([]);
    world.advance(1_500);
    const raised = [{ kind: 'transferNotPickedUp', conversation: id, to: 'ben', by: 'cat' }];
    for (const peer of [ann, ben, cat]) expect(peer.desk.alerts()).toEqual(raised);
    expect(cat.state(id)).toBe('assigned ben');
    ben.desk.pickUp(id);
    world.advance(100);
    expect(cat.desk.alerts()).toEqual([]);
  });

  test('[RE8] the moment it is due is told, with nothing else happening', () => {
    const world = new SmallWorld();
    const [ann, ben] = some(world, { ann: 'ready', ben: 'ready' });
    const id = ann.opens();
    ann.desk.transfer(id, ben.agent, '');
    let told = 0;
    ann.desk.subscribe(() => {
      if (ann.desk.alerts().length > 0 && told === 0) told = world.time.now;
    });
    const start = world.time.now;
    world.advance(130_000);
    expect(told - start).toBeGreaterThanOrEqual(120_000);
    expect(told - start).toBeLessThan(120_300);
  });

  test('[RE8] not for a receiver who is not ready: that is parked, and shown as such', () => {
    const world = new SmallWorld();
    const [, ben, cat] = some(world, { ann: 'ready', ben: 'away', cat: 'away' });
    const id = cat.opens();
    cat.desk.transfer(id, ben.agent, '');
    world.advance(600_000);
    expect(cat.desk.alerts()).toEqual([]);
    expect(cat.state(id)).toBe('assigned ben');
  });
});
