import { describe, expect, test } from 'vitest';
import { type ConversationId } from '../../../src/domain/ids.ts';
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

/** Ben alone is free when it comes in; Ann is Ready, dispatches, and takes it once he is out of the way. */
const offeredToBen = (world: SmallWorld): { ann: Peer; ben: Peer; id: ConversationId } => {
  const [ann, ben] = some(world, { ann: 'ready', ben: 'ready' });
  const own = ann.opens();
  ann.desk.takeOver(own);
  const id = ann.opens();
  world.advance(100);
  expect(ann.state(id)).toBe('assigned ben');
  return { ann, ben, id };
};

describe('[RE2] when an offer is taken back', () => {
  test('[RE2] after the pick-up time-out, and given to another agent', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    world.advance(59_000);
    expect(ben.state(id)).toBe('assigned ben');
    expect(ben.desk.offerRemainingMs(id)).toBeGreaterThan(0);
    world.advance(1_500);
    expect(course(ann, id)).toEqual(['offered to ben', 'reclaimed: timeout', 'offered to ann']);
  });

  test('[RE2] never sooner than the time-out, whenever in a beat the offer came', () => {
    for (const offset of [0, 300, 900, 1_500, 1_900]) {
      const world = new SmallWorld();
      const [ann] = some(world, { ann: 'ready', ben: 'ready' });
      world.advance(offset);
      const own = ann.opens();
      ann.desk.takeOver(own);
      const id = ann.opens();
      const offeredAt = world.time.now;
      while (ann.sees(id).entries.every((entry) => entry.kind !== 'reclaimed')) world.advance(50);
      expect(world.time.now - offeredAt).toBeGreaterThanOrEqual(60_000);
      expect(world.time.now - offeredAt).toBeLessThan(60_500);
    }
  });

  test('[RE1] what was picked up is never reclaimed, whatever becomes of its agent', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    ben.desk.pickUp(id);
    ben.desk.chooseStatus('away');
    world.advance(10_000);
    ben.kill();
    world.advance(600_000);
    expect(ann.state(id)).toBe('active ben');
  });

  test('[RE2] once its agent has been Away for ten seconds', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    ben.desk.chooseStatus('away');
    world.advance(9_500);
    expect(ann.state(id)).toBe('assigned ben');
    world.advance(1_000);
    expect(course(ann, id)).toEqual(['offered to ben', 'reclaimed: away', 'offered to ann']);
  });

  test('[RE2] at once when its agent has logged out', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    ben.leave();
    world.advance(100);
    expect(course(ann, id)).toEqual(['offered to ben', 'reclaimed: gone', 'offered to ann']);
  });

  test('[ST7] of an agent who fell silent not before the pick-up time-out', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    ben.kill();
    world.advance(58_000);
    expect(ann.state(id)).toBe('assigned ben');
    world.advance(20_000);
    expect(ann.state(id)).toBe('assigned ann');
  });

  test('[RE2] only while another agent could have it', () => {
    const world = new SmallWorld();
    const { ann, id } = offeredToBen(world);
    ann.desk.changeSettings({ capacity: 1 });
    world.advance(300_000);
    expect(ann.state(id)).toBe('assigned ben');
    expect(ann.desk.offerRemainingMs(id)).toBeNull();
    ann.desk.changeSettings({ capacity: 5 });
    world.advance(250);
    expect(ann.state(id)).toBe('assigned ann');
  });

  test('[ST7] a browser that has just started takes nothing from those it has not heard yet', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    ann.kill();
    world.network.cut([ben]);
    ann.start();
    world.advance(30_000);
    expect(ann.isDispatcher).toBe(true);
    expect(ann.state(id)).toBe('assigned ben');
    world.network.heal();
    world.advance(1_000);
    expect([ann.state(id), course(ann, id)]).toEqual(['assigned ben', ['offered to ben']]);
  });

  test('[ST7] and one that waited as long as that takes it back', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    ann.kill();
    ben.kill();
    ann.start();
    world.advance(74_000);
    expect(ann.state(id)).toBe('assigned ben');
    world.advance(2_000);
    expect(course(ann, id)).toEqual(['offered to ben', 'reclaimed: gone', 'offered to ann']);
  });

  test('[DI1] one that slept takes nothing back on waking: the time was not seen to pass', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    ann.sleep();
    world.network.cut([ben]);
    world.advance(30 * 60_000);
    ann.wake();
    world.advance(50_000);
    expect(ann.state(id)).toBe('assigned ben');
  });
});

describe('[RE3] nobody Ready', () => {
  test('[RE3] no assignment and no reclaim, past every time-out', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    ann.desk.chooseStatus('away');
    ben.desk.chooseStatus('away');
    const late = ann.opens();
    world.advance(30 * 60_000);
    expect([ann.state(id), ann.state(late)]).toEqual(['assigned ben', 'waiting']);
    expect(ann.desk.offerRemainingMs(id)).toBeNull();
  });

  test('[RE3] with the first agent who becomes Ready the clocks start from zero', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    world.advance(50_000);
    ann.desk.chooseStatus('away');
    ben.desk.chooseStatus('away');
    world.advance(600_000);
    ann.desk.chooseStatus('ready');
    world.advance(9_500);
    expect(ann.state(id)).toBe('assigned ben');
    world.advance(1_000);
    expect(course(ann, id)).toEqual(['offered to ben', 'reclaimed: away', 'offered to ann']);
  });

  test('[RE3] a further agent becoming Ready changes no clock', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = some(world, { ann: 'ready', ben: 'ready', cat: 'away' });
    const own = ann.opens();
    ann.desk.takeOver(own);
    const id = ann.opens();
    world.advance(40_000);
    cat.desk.chooseStatus('ready');
    world.advance(19_500);
    expect(ann.state(id)).toBe('assigned ben');
    world.advance(1_000);
    expect(course(ben, id)).toContain('reclaimed: timeout');
  });

  test('[RE3] somebody Ready but nobody eligible: the clocks run, and reclaim waits until somebody is', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = some(world, { ann: 'away', ben: 'ready', cat: 'away' });
    const id = ann.opens();
    world.advance(90_000);
    expect(ann.state(id)).toBe('assigned ben');
    cat.desk.chooseStatus('ready');
    world.advance(250);
    expect(course(ann, id)).toEqual(['offered to ben', 'reclaimed: timeout', 'offered to cat']);
    expect(ben.state(id)).toBe('assigned cat');
  });

  test('[RE4] an agent who comes back Ready keeps what is still assigned to them', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    ben.desk.chooseStatus('away');
    world.advance(8_000);
    ben.desk.chooseStatus('ready');
    world.advance(30_000);
    expect(ann.state(id)).toBe('assigned ben');
    ann.desk.chooseStatus('away');
    ben.desk.chooseStatus('away');
    world.advance(600_000);
    ben.desk.chooseStatus('ready');
    world.advance(40_000);
    ann.desk.chooseStatus('ready');
    world.advance(10_000);
    expect(course(ann, id)).toEqual(['offered to ben']);
  });
});

describe('[DI4] a new dispatcher inherits nothing but the document', () => {
  test('[DI4] it goes by its own count: a hand-over postpones no deadline', () => {
    const world = new SmallWorld();
    const [ann, , cat] = some(world, { ann: 'ready', ben: 'ready', cat: 'ready' });
    for (const peer of [ann, cat]) peer.desk.takeOver(peer.opens());
    const id = ann.opens();
    world.advance(100);
    expect(cat.state(id)).toBe('assigned ben');
    world.advance(40_000);
    ann.kill();
    world.advance(14_000);
    expect(cat.state(id)).toBe('assigned ben');
    world.advance(8_000);
    expect(course(cat, id)).toEqual(['offered to ben', 'reclaimed: timeout', 'offered to cat']);
  });

  test('[DI4] never sooner: time in which it saw no dispatcher does not count', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    world.advance(30_000);
    ann.sleep();
    world.advance(20_000);
    ann.wake();
    world.advance(15_000);
    expect(ben.state(id)).toBe('assigned ben');
  });

  test('[DI4] one that has only just come to know of an offer gives it the whole time', () => {
    const world = new SmallWorld();
    const { ann, ben, id } = offeredToBen(world);
    world.advance(50_000);
    const cat = world.peer('cat');
    world.advance(1_000);
    cat.desk.chooseStatus('ready');
    world.advance(100);
    ann.desk.chooseStatus('away');
    world.advance(100);
    const elected = [ben, cat].filter((peer) => peer.isDispatcher);
    expect(elected).toEqual([ben]);
    ben.desk.chooseStatus('away');
    world.advance(5_000);
    ben.desk.chooseStatus('ready');
    world.advance(8_000);
    expect(cat.isDispatcher).toBe(true);
    expect(cat.state(id)).toBe('assigned ben');
  });
});
