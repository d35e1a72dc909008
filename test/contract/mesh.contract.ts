// What anything that calls itself a `Mesh` does, whatever it runs on. Run on the fake and on the real one.

import { afterEach, describe, expect, test, vi } from 'vitest';

import { announcementOf, type Station } from '../support/mesh-station.ts';

export interface MeshWorld {
  /** A device of its own in the same room, not connected yet. */
  join(name: string): Promise<Station>;
  /** It reaches nobody until it is healed. */
  cut(station: Station): void;
  heal(station: Station): void;
  close(): Promise<void>;
}

export interface MeshTimes {
  /** A beat and a little more. */
  readonly beatMs: number;
  /** From a cut to the moment when all have noticed, and a little more. */
  readonly silenceMs: number;
  /** From "the network is back" to everyone in step, and a little more. */
  readonly healMs: number;
}

export const meshContract = (open: () => Promise<MeshWorld>, times: MeshTimes): void => {
  vi.setConfig({ testTimeout: times.silenceMs + times.healMs + 15_000 });
  let world: MeshWorld | null = null;

  const join = async (...names: readonly string[]): Promise<readonly [Station, Station, ...Station[]]> => {
    world ??= await open();
    const stations = await Promise.all(names.map(world.join));
    return stations as unknown as readonly [Station, Station, ...Station[]];
  };
  const connect = (...stations: readonly Station[]): void => {
    for (const { mesh } of stations) mesh.connect();
  };
  const until = (check: () => void, timeout = 5_000): Promise<void> => vi.waitFor(check, { timeout, interval: 10 });
  const haveMet = (a: Station, b: Station): Promise<void> =>
    until(() => expect([a.has('caughtUp', b.name), b.has('caughtUp', a.name)]).toEqual([true, true]));

  afterEach(async () => {
    await world?.close();
    world = null;
  });

  describe('who is there', () => {
    test('two who connect hear each other, again and again', async () => {
      const [a, b] = await join('a', 'b');
      connect(a, b);
      await until(() => expect(a.heard('b')[0]).toEqual(announcementOf('b')));
      await until(() => expect(b.heard('a').length).toBeGreaterThan(2), 3 * times.beatMs);
    });

    test('[W9] who announced itself before there was anybody is heard like the others', async () => {
      const [a, b] = await join('a', 'b');
      connect(a);
      await new Promise((resolve) => setTimeout(resolve, times.beatMs / 4));
      connect(b);
      await until(() => expect(b.heard('a').length).toBeGreaterThan(0), times.beatMs);
    });

    test('a changed announcement is heard at once', async () => {
      const [a, b] = await join('a', 'b');
      connect(a, b);
      await haveMet(a, b);
      const before = b.heard('a').length;
      await until(() => expect(b.heard('a').length).toBeGreaterThan(before), 2 * times.beatMs);
      a.mesh.announce({ ...announcementOf('a'), isCaughtUp: true });
      await until(() => expect(b.heard('a').at(-1)?.isCaughtUp).toBe(true), times.beatMs / 4);
    });

    test('a tab alone in its profile is told that it is a peer, once', async () => {
      const [a] = await join('a', 'b');
      connect(a);
      await until(() => expect(a.events).toContainEqual({ kind: 'role', isPeer: true }));
      connect(a);
      expect(a.events.filter(({ kind }) => kind === 'role').length).toBe(1);
    });

    test('[ST7] who disconnects is gone at once, and is not lost as well', async () => {
      const [a, b] = await join('a', 'b');
      connect(a, b);
      await haveMet(a, b);
      a.mesh.disconnect();
      await until(() => expect(b.has('farewell', 'a')).toBe(true), 1_000);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(b.has('lost', 'a')).toBe(false);
      expect([b.mesh.status().peers, a.mesh.status().peers]).toEqual([[], []]);
    });

    test('nobody who has unsubscribed is told anything', async () => {
      const [a, b] = await join('a', 'b');
      const told: string[] = [];
      a.mesh.subscribe(({ kind }) => told.push(kind))();
      connect(a, b);
      await haveMet(a, b);
      expect(told).toEqual([]);
    });
  });

  describe('one document', () => {
    test('what was written before and after they met is on both sides', async () => {
      const [a, b] = await join('a', 'b');
      a.write('a before', 1);
      b.write('b before', 2);
      connect(a, b);
      await haveMet(a, b);
      a.write('a after', 3);
      b.write('b after', 4);
      await until(() => expect(b.content()).toBe(a.content()));
      expect(a.keys()).toEqual(['a after', 'a before', 'b after', 'b before']);
    });

    test('caught up is said when all that the other had is here', async () => {
      const [a, b] = await join('a', 'b');
      a.fill('log', 400_000);
      a.write('last', true);
      connect(a, b);
      await until(() => expect(b.keysAtCaughtUp.length).toBeGreaterThan(0));
      expect(b.keysAtCaughtUp[0]).toEqual(['last', 'log']);
    });

    test('three converge, the third coming later', async () => {
      const [a, b, c] = await join('a', 'b', 'c');
      if (c === undefined) return;
      connect(a, b);
      a.write('a', 1);
      await haveMet(a, b);
      connect(c);
      c.write('c', 3);
      b.write('b', 2);
      await until(() =>
        expect([a.keys(), b.keys(), c.keys()]).toEqual(Array.from({ length: 3 }, () => ['a', 'b', 'c'])),
      );
    });

    test('the status says who is connected and that nothing is pending', async () => {
      const [a, b] = await join('a', 'b');
      let rings = 0;
      a.mesh.onStatus(() => (rings += 1));
      connect(a, b);
      await haveMet(a, b);
      a.write('key', 1);
      const synced = { device: 'device-b', state: 'connected', pendingBytes: 0, isSynced: true };
      await until(() => expect(a.mesh.status().peers).toEqual([expect.objectContaining(synced)]));
      expect(a.mesh.status().rendezvous.map(({ isConnected }) => isConnected)).toEqual([true]);
      await until(() => expect(rings).toBeGreaterThan(0));
    });
  });

  describe('what a doctor asks', () => {
    test('how a connection goes: path, round trip, last heard, bytes', async () => {
      const [a, b] = await join('a', 'b');
      connect(a, b);
      await haveMet(a, b);
      await until(() => expect(a.mesh.status().peers).toMatchObject([{ path: 'direct' }]));
      const [peer] = a.mesh.status().peers;
      expect(peer?.roundTripMs).toBeTypeOf('number');
      expect(peer?.lastHeardMs).toBeLessThan(2 * times.beatMs);
      expect([peer?.sentBytes, peer?.receivedBytes].every((bytes) => bytes !== undefined && bytes >= 0)).toBe(true);
      expect(a.mesh.status()).toMatchObject({ refused: [], reachableThrough: 0 });
    });

    test('which paths this browser can offer: at least its own address', async () => {
      const [a] = await join('a', 'b');
      expect((await a.mesh.inspect()).map(({ type }) => type)).toContain('host');
    });
  });

  describe('a network that breaks', () => {
    test('[W2, W5] silence is noticed, work goes on apart, and all is in step again when it is over', async () => {
      const [a, b] = await join('a', 'b');
      connect(a, b);
      await haveMet(a, b);
      world?.cut(b);
      a.write('a alone', 1);
      b.write('b alone', 2);
      await until(() => expect([a.has('lost', 'b'), b.has('lost', 'a')]).toEqual([true, true]), times.silenceMs);
      expect([a.has('farewell', 'b'), a.keys()]).toEqual([false, ['a alone']]);
      const heardBefore = a.heard('b').length;
      world?.heal(b);
      await until(() => expect([a.keys(), b.keys()]).toEqual([a.keys(), ['a alone', 'b alone']]), times.healMs);
      await until(() => expect(a.heard('b').length).toBeGreaterThan(heardBefore), times.beatMs);
    });

    test('who disconnected connects again', async () => {
      const [a, b] = await join('a', 'b');
      connect(a, b);
      await haveMet(a, b);
      a.mesh.disconnect();
      b.write('meanwhile', 1);
      a.mesh.connect();
      await until(() => expect(a.keys()).toEqual(['meanwhile']));
    });
  });
};
