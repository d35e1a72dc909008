import { describe, expect, test } from 'vitest';
import { SmallWorld, type Peer } from '../../support/small-world.ts';

const two = (world: SmallWorld, choices: Readonly<Record<string, 'ready' | 'away' | null>>): [Peer, Peer] => {
  const [a, b] = world.team(choices);
  if (a === undefined || b === undefined) throw new Error('Two.');
  return [a, b];
};

describe('[TR1] any agent can transfer to any agent', () => {
  test.for(['ready', 'away'] as const)('[TR1] to one who is %s', (choice) => {
    const world = new SmallWorld();
    const [ann, ben] = two(world, { ann: 'away', ben: choice });
    const id = ann.opens();
    expect(ann.desk.transfer(id, ben.agent, 'She will call again.')).toEqual({ ok: true, value: null });
    world.advance(100);
    expect(ben.sees(id)).toMatchObject({ state: 'assigned', owner: 'ben', offeredBy: 'person', head: { by: 'ann' } });
  });

  test('[TR1] to one who is Logged out, and finds it at the next login', () => {
    const world = new SmallWorld();
    const [ann, ben] = two(world, { ann: 'ready', ben: 'ready' });
    ben.leave();
    const id = ann.opens();
    ann.desk.transfer(id, ben.agent, '');
    world.advance(600_000);
    ben.start();
    world.advance(1_000);
    expect(ben.replica.team.heldBy(ben.agent).map((conversation) => conversation.id)).toEqual([id]);
  });

  test('[TR1] also when both were offline at the time', () => {
    const world = new SmallWorld();
    const [ann, ben] = two(world, { ann: 'ready', ben: 'ready' });
    const id = ann.opens();
    world.advance(1_000);
    world.network.cut([ann], [ben]);
    ben.leave();
    ann.desk.transfer(id, ben.agent, '');
    ann.leave();
    world.network.heal();
    world.advance(1_000);
    ben.start();
    world.advance(1_000);
    ann.start();
    world.advance(1_000);
    expect([ann.state(id), ben.state(id)]).toEqual(['assigned ben', 'assigned ben']);
  });

  test('[TR1] over capacity too', () => {
    const world = new SmallWorld();
    const [ann, ben] = two(world, { ann: 'away', ben: 'ready' });
    ann.desk.changeSettings({ capacity: 1 });
    const ids = [ann.opens(), ann.opens(), ann.opens()];
    for (const id of ids) ann.desk.transfer(id, ben.agent, '');
    world.advance(1_000);
    expect(ids.map((id) => ben.state(id))).toEqual(Array(3).fill('assigned ben'));
  });

  test('[TR3] the note and who moved it when stand in the history', () => {
    const world = new SmallWorld();
    const [ann, ben] = two(world, { ann: 'away', ben: 'ready' });
    const id = ann.opens();
    ann.desk.transfer(id, ben.agent, '  He knows the depot. ');
    world.advance(100);
    const moved = ben.sees(id).entries.find((entry) => entry.kind === 'transferred');
    expect(moved).toMatchObject({
      kind: 'transferred',
      agent: 'ann',
      note: 'He knows the depot.',
    });
  });
});

describe('[TR2] rescue', () => {
  test('[TR2] any agent can take over what a colleague who is not ready holds, or pass it on', () => {
    const world = new SmallWorld();
    const [ann, ben] = two(world, { ann: 'away', ben: 'away' });
    const cat = world.peer('cat');
    world.advance(1_000);
    const [first, second] = [cat.opens(), cat.opens()];
    for (const id of [first, second]) cat.desk.reply(id, 'One moment.');
    cat.leave();
    world.advance(1_000);
    expect(ann.desk.takeOver(first).ok).toBe(true);
    expect(ann.desk.transfer(second, ben.agent, '').ok).toBe(true);
    world.advance(1_000);
    expect([ben.state(first), ben.state(second)]).toEqual(['active ann', 'assigned ben']);
  });
});

describe('[CO4] what was done on two islands', () => {
  test('[CO5] both answered: both answers stand, one holds it, and both screens say the same', () => {
    const world = new SmallWorld();
    const [ann, ben] = two(world, { ann: 'away', ben: 'away' });
    const id = ann.opens();
    world.advance(1_000);
    world.network.cut([ann], [ben]);
    ann.desk.reply(id, 'From Ann.');
    ben.desk.reply(id, 'From Ben.');
    ben.desk.reply(id, 'Once more.');
    world.network.heal();
    world.advance(1_000);
    expect(ann.sees(id)).toEqual(ben.sees(id));
    expect(ann.state(id)).toBe('active ben');
    const texts = ann.sees(id).entries.flatMap((entry) => (entry.kind === 'reply' ? [entry.text] : []));
    expect(texts).toEqual(['From Ann.', 'From Ben.', 'Once more.']);
    expect(ann.sees(id).forks.length).toBeGreaterThan(0);
  });

  test('[CO8] a pick-up commits: the offer that another island’s dispatcher made falls away', () => {
    const world = new SmallWorld();
    const [ann, ben] = two(world, { ann: 'ready', ben: 'ready' });
    const cat = world.peer('cat');
    world.advance(1_000);
    const id = cat.opens();
    world.network.cut([ann, cat], [ben]);
    world.advance(100);
    expect(ann.state(id)).toBe('assigned ann');
    ann.desk.pickUp(id);
    world.network.heal();
    world.advance(5_000);
    expect([ann.state(id), ben.state(id)]).toEqual(['active ann', 'active ann']);
  });

  test('[CO6] two dispatchers that cannot see each other name one holder once they can', () => {
    const world = new SmallWorld();
    const [ann, ben] = two(world, { ann: 'ready', ben: 'ready' });
    const cat = world.peer('cat');
    world.advance(1_000);
    ann.desk.changeSettings({ capacity: 1 });
    const ids = [cat.opens(), cat.opens()];
    for (const [index, id] of ids.entries()) (index === 0 ? ann : ben).desk.takeOver(id);
    const late = cat.opens();
    world.advance(1_000);
    world.network.cut([ann], [ben], [cat]);
    for (const [index, id] of ids.entries()) (index === 0 ? ann : ben).desk.close(id);
    world.advance(10_000);
    expect([ann.state(late), ben.state(late)]).toEqual(['assigned ann', 'assigned ben']);
    world.network.heal();
    world.advance(1_000);
    expect(new Set([ann, ben, cat].map((peer) => peer.state(late))).size).toBe(1);
  });
});
