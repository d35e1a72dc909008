import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { asAgentId } from '../../../src/domain/ids.ts';
import { newConversation, SmallWorld, WORLD_START_MS, type Peer } from '../../support/small-world.ts';

const three = (world: SmallWorld, choices: Readonly<Record<string, 'ready' | 'away' | null>>): [Peer, Peer, Peer] => {
  const [a, b, c] = world.team(choices);
  if (a === undefined || b === undefined || c === undefined) throw new Error('Three.');
  return [a, b, c];
};

const dispatchers = (...peers: readonly Peer[]): string[] =>
  peers.filter((peer) => peer.isDispatcher).map((peer) => peer.agent);

describe('[CO7] forged entries', () => {
  const forge = (peer: Peer, entries: readonly Record<string, unknown>[]): void => {
    const log = new Y.Array<unknown>();
    peer.replica.doc.getMap('logs').set('2026-11-22/mallory/s', log);
    log.push([...entries]);
  };
  const header = { a: 'mallory', t: WORLD_START_MS };

  test('[CO2] a counter used up by force does not make the dispatcher write without end', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'ready', cat: 'away' });
    const ids = [cat.opens(), cat.opens(), cat.opens()];
    world.advance(1_000);
    forge(ben, [{ ...header, k: 'chat', i: 'm', l: 2 ** 40, o: 'team', x: 'Ha' }]);
    world.advance(1_000);
    ids.push(cat.opens(), cat.opens());
    ben.desk.chooseStatus('away');
    world.advance(120_000);
    expect(ann.replica.size).toBeLessThan(1_000);
    expect(new Set([ann, ben, cat].map((peer) => peer.replica.size)).size).toBe(1);
  });

  test('[ST6] more choices that crossed than one may name: the agent can choose all the same', () => {
    const world = new SmallWorld();
    const [ann, ben] = three(world, { ann: 'ready', ben: 'ready', cat: 'away' });
    const choice = { ...header, k: 'status', l: 9, of: 'ben', v: 'away', re: [], y: 'person' };
    forge(
      ann,
      Array.from({ length: 40 }, (_, index) => ({ ...choice, i: `m${index}` })),
    );
    world.advance(1_000);
    expect(ann.statusOf('ben')).toBe('away');
    for (let click = 0; click < 3; click += 1) expect(ben.desk.chooseStatus('ready').ok).toBe(true);
    world.advance(1_000);
    expect([ann.statusOf('ben'), ben.replica.skipped.size]).toEqual(['ready', 0]);
  });
});

describe('[AS6] a long queue', () => {
  test('[CO1] is given out in transactions of some hundred entries, and no log grows too long', () => {
    const world = new SmallWorld();
    const [ann] = three(world, { ann: 'away', ben: 'away', cat: 'away' });
    ann.desk.changeSettings({ capacity: 1_000, unpickedMax: 1_000 });
    for (let batch = 0; batch < 2; batch += 1) {
      ann.desk.importBatch(
        Array.from({ length: 500 }, (_, each) => newConversation({ thread: `${batch}.${each}`, messages: [] })),
      );
    }
    const sizes: number[] = [];
    let before = ann.replica.size;
    ann.desk.onChanges(() => {
      sizes.push(ann.replica.size - before);
      before = ann.replica.size;
    });
    ann.desk.chooseStatus('ready');
    expect(ann.replica.team.agents.get(ann.agent)?.open).toBe(1_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(501);
  });
});

describe('[DI6] what every screen says', () => {
  test('[DI6] who assigns', () => {
    const world = new SmallWorld();
    const [ann, ben] = three(world, { ann: 'ready', ben: 'away', cat: 'away' });
    expect(ann.desk.assignment()).toEqual({ kind: 'assigning', agent: 'ann', device: 'ann-laptop', isMine: true });
    expect(ben.desk.assignment()).toEqual({ kind: 'assigning', agent: 'ann', device: 'ann-laptop', isMine: false });
  });

  test('[DI6] paused since the last one went Away, the same on every screen', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'away', cat: 'away' });
    world.advance(10_000);
    ann.desk.chooseStatus('away');
    const since = WORLD_START_MS + world.time.now;
    world.advance(60_000);
    for (const peer of [ann, ben, cat]) {
      expect(peer.desk.assignment()).toEqual({ kind: 'paused', reason: 'nobodyReady', since });
    }
  });

  test('[DI6] paused because the Ready agent does not respond', () => {
    const world = new SmallWorld();
    const [ann, ben] = three(world, { ann: 'ready', ben: 'away', cat: 'away' });
    ann.kill();
    world.advance(8_000);
    expect(ben.desk.assignment()).toMatchObject({ kind: 'paused', reason: 'notResponding', agent: 'ann' });
    world.advance(75_000);
    expect(ben.desk.assignment()).toMatchObject({ kind: 'paused', reason: 'nobodyReady' });
  });

  test('[DI6] catching up is said only if it lasts', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = three(world, { ann: 'ready', ben: 'away', cat: 'away' });
    const stranger = { device: 'd' as never, agent: asAgentId('dan'), peer: 'p', isCaughtUp: false };
    ann.tell({ kind: 'heard', from: stranger });
    expect(ann.desk.assignment().kind).toBe('assigning');
    world.advance(1_000);
    ann.tell({ kind: 'heard', from: stranger });
    expect(ann.desk.assignment().kind).toBe('assigning');
    world.advance(1_500);
    ann.tell({ kind: 'heard', from: stranger });
    expect(ann.desk.assignment()).toMatchObject({ kind: 'paused', reason: 'catchingUp', agent: 'ann' });
    expect(dispatchers(ben, cat)).toEqual([]);
  });

  test('[DI6] from the first moment on, nothing is said to be paused since 1970', () => {
    const world = new SmallWorld();
    const ann = world.peer('ann');
    ann.desk.chooseStatus('ready');
    ann.leave();
    world.advance(1_000);
    const since: number[] = [];
    ann.start();
    const state = ann.desk.assignment();
    if (state.kind === 'paused') since.push(state.since);
    expect(since.filter((at) => at < WORLD_START_MS)).toEqual([]);
    expect(ann.isDispatcher).toBe(true);
  });
});

describe('[ST10] the connection is told apart from the status', () => {
  test('[ST10] how many teammates are reachable', () => {
    const world = new SmallWorld();
    const [ann, ben] = three(world, { ann: 'ready', ben: 'away', cat: 'away' });
    expect(ann.desk.reach()).toEqual({ reachable: 2, teammates: 2, isSynced: true, isConnecting: false });
    ben.leave();
    world.advance(100);
    expect(ann.desk.reach()).toMatchObject({ reachable: 1, teammates: 2 });
  });
});
