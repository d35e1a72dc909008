import { describe, expect, test } from 'vitest';
import { asAgentId } from '../../../src/domain/ids.ts';
import { SmallWorld, type Peer } from '../../support/small-world.ts';

const three = (world: SmallWorld, choices: Readonly<Record<string, 'ready' | 'away' | null>>): [Peer, Peer, Peer] => {
  const [a, b, c] = world.team(choices);
  if (a === undefined || b === undefined || c === undefined) throw new Error('Three.');
  return [a, b, c];
};

const dispatchers = (...peers: readonly Peer[]): string[] =>
  peers.filter((peer) => peer.isDispatcher).map((peer) => peer.agent);

describe('[AS1] assignment', () => {
  test('[AS1] the dispatcher gives what waits to Ready agents and to nobody else', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'away', cat: 'ready' });
    const ids = [1, 2, 3, 4].map(() => ben.opens());
    world.advance(250);
    expect(ids.map((id) => ben.state(id)).sort()).toEqual([
      'assigned ann',
      'assigned ann',
      'assigned cat',
      'assigned cat',
    ]);
    expect(ids.map((id) => ann.state(id))).toEqual(ids.map((id) => cat.state(id)));
  });

  test('[QU1] with nobody Ready, or offline, a conversation enters as waiting and is there', () => {
    const world = new SmallWorld();
    const [ann, ben] = three(world, { ann: 'away', ben: 'away', cat: 'away' });
    world.network.cut([ann], [ben]);
    const id = ann.opens();
    world.advance(60_000);
    expect(ann.state(id)).toBe('waiting');
    world.network.heal();
    world.advance(1_000);
    expect(ben.state(id)).toBe('waiting');
  });

  test('[AS6] an arrival, a status change, freed capacity and a returning peer lead to a decision within 250 ms', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'away', cat: 'away' });
    ann.desk.changeSettings({ capacity: 1 });
    world.advance(100);
    const [first, second, third] = [cat.opens(), cat.opens(), cat.opens()];
    world.advance(250);
    expect([first, second, third].map((id) => ann.state(id))).toEqual(['assigned ann', 'waiting', 'waiting']);
    ann.desk.close(first);
    world.advance(250);
    expect(cat.state(second)).toBe('assigned ann');
    ben.desk.chooseStatus('ready');
    world.advance(250);
    expect(cat.state(third)).toBe('assigned ben');
    cat.desk.chooseStatus('ready');
    cat.leave();
    world.advance(1_000);
    const fourth = ben.opens();
    world.advance(1_000);
    expect(ann.state(fourth)).toBe('waiting');
    cat.start();
    world.advance(250);
    expect(ann.state(fourth)).toBe('assigned cat');
  });

  test('[AS4] two who had each a share of work on their islands may exceed capacity; nothing is undone', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'ready', cat: 'away' });
    ann.desk.changeSettings({ capacity: 2 });
    world.advance(1_000);
    const phone = world.peer('ann', { device: 'ann-phone' });
    world.advance(1_000);
    world.network.cut([ann, cat], [ben, phone]);
    ben.desk.chooseStatus('away');
    world.advance(80_000);
    const here = [ann.opens(), ann.opens()];
    const there = [ben.opens(), ben.opens()];
    world.advance(1_000);
    for (const id of here) ann.desk.pickUp(id);
    for (const id of there) phone.desk.pickUp(id);
    world.network.heal();
    world.advance(5_000);
    expect([...here, ...there].map((id) => cat.state(id))).toEqual(Array(4).fill('active ann'));
    expect(cat.replica.team.agents.get(asAgentId('ann'))?.open).toBe(4);
    const more = cat.opens();
    world.advance(1_000);
    expect(cat.state(more)).toBe('waiting');
  });

  test('[AS5] any peer can say why this agent and why not that one', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'away', cat: 'ready' });
    cat.kill();
    world.advance(10_000);
    const id = ben.opens();
    world.advance(250);
    expect(ann.sees(id)).toMatchObject({ state: 'assigned', reason: { rule: 'only', eligible: 1 } });
    const candidates = ben.desk.candidates(id).map(({ agent, verdict }) => [agent, verdict]);
    expect(candidates).toEqual([
      ['ann', 'chosen'],
      ['ben', 'away'],
      ['cat', 'stale'],
    ]);
    expect(ben.desk.candidates('nothing' as never)).toEqual([]);
  });
});

describe('[DI1] who may dispatch', () => {
  test('[DI1] exactly one of those who are together, and a Ready agent’s', () => {
    const world = new SmallWorld();
    const peers = three(world, { ann: 'away', ben: 'ready', cat: 'ready' });
    expect(dispatchers(...peers)).toEqual(['ben']);
    peers[1].desk.chooseStatus('away');
    world.advance(100);
    expect(dispatchers(...peers)).toEqual(['cat']);
    peers[2].desk.chooseStatus('away');
    world.advance(100);
    expect(dispatchers(...peers)).toEqual([]);
  });

  test('[DI1] one in every island, and in an island with nobody Ready none', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'ready', cat: 'away' });
    world.network.cut([ann], [ben], [cat]);
    world.advance(10_000);
    expect(dispatchers(ann, ben, cat)).toEqual(['ann', 'ben']);
    const id = cat.opens();
    world.advance(10_000);
    expect(cat.state(id)).toBe('waiting');
    world.network.heal();
    world.advance(3_000);
    expect(dispatchers(ann, ben, cat)).toEqual(['ann']);
    expect(cat.state(id)).toMatch(/^assigned/);
  });

  test('[DI1] the dispatcher’s process is killed: another is dispatcher within 10 s', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'ready', cat: 'away' });
    ann.kill();
    const id = cat.opens();
    world.advance(10_000);
    expect(dispatchers(ben, cat)).toEqual(['ben']);
    expect(cat.state(id)).toBe('assigned ben');
  });

  test('[DI1] a newcomer does not dispatch before it has what the others have', () => {
    const world = new SmallWorld();
    const [ann, ben] = three(world, { ann: 'ready', ben: 'ready', cat: 'away' });
    const id = ben.opens();
    world.advance(1_000);
    ann.leave();
    ben.desk.takeOver(id);
    ben.desk.returnToQueue(id);
    world.advance(1_000);
    const holder = ben.state(id);
    ann.start();
    world.advance(10_000);
    expect(ben.state(id)).toBe(holder);
  });

  test('[DI1] one that slept is stale by its own measure until it has exchanged once', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'ready', cat: 'away' });
    const id = cat.opens();
    world.advance(1_000);
    expect(cat.state(id)).toBe('assigned ann');
    ann.sleep();
    world.network.cut([ben, cat]);
    world.advance(30 * 60_000);
    const late = cat.opens();
    world.advance(1_000);
    expect([cat.state(id), cat.state(late)]).toEqual(['assigned ben', 'assigned ben']);
    ann.wake();
    const alone = ann.opens();
    world.advance(3_000);
    expect(ann.isDispatcher).toBe(false);
    expect(ann.state(alone)).toBe('waiting');
    world.network.heal();
    world.advance(3_000);
    expect(dispatchers(ann, ben, cat)).toEqual(['ann']);
    expect(ann.state(alone)).toMatch(/^assigned/);
    expect(ann.state(id)).toBe('assigned ben');
  });

  test('[DI1] one that slept with others around, and finds nobody, is not for ever doubtful', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'ready', cat: 'ready' });
    ann.sleep();
    ben.leave();
    cat.leave();
    world.advance(30 * 60_000);
    ann.wake();
    const id = ann.opens();
    world.advance(90_000);
    expect(ann.state(id)).toBe('assigned ann');
  });

  test('[DI3] a tab that another stands for does not dispatch, and takes over when it is told to', () => {
    const world = new SmallWorld();
    const [ann, ben] = three(world, { ann: 'ready', ben: 'away', cat: 'away' });
    ann.tell({ kind: 'role', isPeer: false });
    const id = ben.opens();
    world.advance(3_000);
    expect([ann.isDispatcher, ann.state(id)]).toEqual([false, 'waiting']);
    ann.tell({ kind: 'role', isPeer: true });
    expect(ann.state(id)).toBe('assigned ann');
  });

  test('[DI5] what stands is looked at again when it is written: no second offer of what was just given', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'ready', cat: 'ready' });
    const ids = Array.from({ length: 12 }, () => cat.opens());
    world.advance(1_000);
    for (const id of ids) {
      const offers = ann.sees(id).entries.filter((entry) => entry.kind === 'assigned');
      expect(offers.length).toBeLessThanOrEqual(1);
      expect(ben.state(id)).toBe(ann.state(id));
    }
  });
});
