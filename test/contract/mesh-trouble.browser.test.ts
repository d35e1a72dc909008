// What y-webrtc alone does not survive (docs/decisions/0002-mesh-keeps-y-webrtc.md), one test a case.

import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';

import {
  type Framed,
  FrameWorld,
  haveMet,
  isSame,
  openRendezvous,
  switchRendezvous,
  until,
} from '../support/mesh-frames.ts';
import { RoomStranger } from '../support/room-stranger.ts';

vi.setConfig({ testTimeout: 40_000 });

let world: FrameWorld;

beforeEach(() => {
  world = new FrameWorld();
});

afterEach(() => world.close());

const openPair = (...rendezvous: readonly string[]): Promise<[Framed, Framed]> =>
  Promise.all([world.open('a', 'a', rendezvous), world.open('b', 'b', rendezvous)]);

const metPair = async (rendezvous = inject('rendezvous').url): Promise<readonly [Framed, Framed]> => {
  const [a, b] = await openPair(rendezvous);
  a.station.mesh.connect();
  b.station.mesh.connect();
  await haveMet(a.station, b.station);
  return [a, b];
};

const writesReach = async (a: Framed, b: Framed, key: string, timeout?: number): Promise<void> => {
  a.station.write(`${key} of a`, 1);
  b.station.write(`${key} of b`, 2);
  await until(() => expect(isSame(a.station, b.station)).toBe(true), timeout);
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('documents of any size', () => {
  test.each([270_000, 1_000_000, 5_000_000])(
    '[W1] a newcomer gets %i bytes, and small changes after them',
    async (bytes) => {
      const [a, b] = await openPair(inject('rendezvous').url);
      a.station.fill('log', bytes);
      a.station.mesh.connect();
      b.station.mesh.connect();
      await haveMet(a.station, b.station, 12_000);
      expect(isSame(a.station, b.station)).toBe(true);
      await writesReach(a, b, 'later');
    },
  );

  test('[W1] one value of 3 MB, which no slice divides', async () => {
    const [a, b] = await metPair();
    a.station.write('large', 'x'.repeat(3_000_000));
    a.station.write('small', 1);
    await until(() => expect(isSame(a.station, b.station)).toBe(true));
    expect(b.station.keys()).toEqual(['large', 'small']);
  });

  test('[W4] the first sync of 100 kB succeeds in 8 of 8 trials', async () => {
    const [a, b] = await openPair(inject('rendezvous').url);
    a.station.mesh.connect();
    for (let trial = 1; trial <= 8; trial += 1) {
      a.station.fill(`log ${trial}`, 100_000);
      b.station.mesh.connect();
      await until(() => expect(isSame(a.station, b.station)).toBe(true), 3_000);
      b.station.mesh.disconnect();
      await until(() => expect(a.station.mesh.status().peers).toEqual([]));
    }
  });
});

describe('connections that break', () => {
  test('[W3] a connection destroyed on one side is there again within a second, 6 times of 6', async () => {
    const [a, b] = await metPair();
    const taken: number[] = [];
    for (let trial = 1; trial <= 6; trial += 1) {
      const begun = performance.now();
      (trial % 2 === 0 ? a : b).page.connections.at(-1)?.close();
      await writesReach(a, b, `trial ${trial}`, 5_000);
      taken.push(performance.now() - begun);
    }
    expect(taken.sort((x, y) => x - y)[3]).toBeLessThan(1_000);
  });

  test('the rendezvous goes and comes back: the connected stay so, newcomers join again', async () => {
    const url = await openRendezvous();
    const [a, b] = await metPair(url);
    await switchRendezvous('stop', url);
    try {
      await until(() => expect(a.station.faults()).toEqual(['rendezvousUnreachable']), 8_000);
      expect(a.station.mesh.status().rendezvous.map(({ isConnected }) => isConnected)).toEqual([false]);
      await writesReach(a, b, 'without');
      expect(a.station.has('lost', 'b')).toBe(false);
      b.station.mesh.disconnect();
      await until(() => expect(a.station.has('farewell', 'b')).toBe(true), 1_000);
    } finally {
      await switchRendezvous('start', url);
    }
    const c = await world.open('c', 'c', [url]);
    c.station.mesh.connect();
    await haveMet(a.station, c.station, 5_000);
  });

  test('without a network few attempts are wasted, and the first is made as soon as there is one', async () => {
    const url = await openRendezvous();
    const [a] = await metPair(url);
    const { navigator } = a.window;
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    await switchRendezvous('stop', url);
    try {
      const before = a.page.sockets.length;
      await until(() => expect(a.station.mesh.status().rendezvous[0]?.isConnected).toBe(false));
      await wait(4_000);
      expect(a.page.sockets.length - before).toBeLessThanOrEqual(1);
    } finally {
      await switchRendezvous('start', url);
    }
    Reflect.deleteProperty(navigator, 'onLine');
    a.window.dispatchEvent(new Event('online'));
    await until(() => expect(a.station.mesh.status().rendezvous[0]?.isConnected).toBe(true), 1_000);
  });

  test('two rendezvous, one of them dead: peers meet through the other', async () => {
    const [a, b] = await openPair('ws://127.0.0.1:9/nothing', 'no address at all', inject('rendezvous').url);
    a.station.mesh.connect();
    b.station.mesh.connect();
    await haveMet(a.station, b.station);
    expect(a.station.mesh.status().rendezvous.map(({ isConnected }) => isConnected)).toEqual([false, false, true]);
  });
});

describe('pages that go', () => {
  test('[W6] a click on a download link changes nothing', async () => {
    const [a, b] = await metPair();
    a.window.dispatchEvent(new Event('beforeunload'));
    await wait(300);
    expect([b.station.has('farewell', 'a'), b.station.has('lost', 'a')]).toEqual([false, false]);
    await writesReach(a, b, 'after');
  });

  test('[ST7] a tab that is closed is gone at once', async () => {
    const [a, b] = await metPair();
    a.remove();
    await until(() => expect(b.station.has('farewell', 'a')).toBe(true), 1_000);
    await wait(300);
    expect(b.station.has('lost', 'a')).toBe(false);
  });

  test('who logs out and in again at once, in the same page, is met again', async () => {
    const [a, b] = await metPair();
    a.station.mesh.disconnect();
    const again = a.reopen('again');
    again.mesh.connect();
    await haveMet(again, b.station);
    await until(() => expect(b.station.has('farewell', 'a')).toBe(true), 1_000);
    again.mesh.disconnect();
  });

  test('a page that is put aside is lost, not gone, and is back when it is shown', async () => {
    const [a, b] = await metPair();
    a.window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await until(() => expect(b.station.has('lost', 'a')).toBe(true), 1_000);
    b.station.write('meanwhile', 1);
    a.window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => expect(a.station.keys()).toEqual(['meanwhile']), 3_000);
    expect(b.station.has('farewell', 'a')).toBe(false);
  });
});

describe('[W8] garbage', () => {
  // More kinds of it in test/unit/mesh/fragments.test.ts.
  const GARBAGE: readonly (readonly [string, Uint8Array<ArrayBuffer> | string])[] = [
    ['300 MB announced', Uint8Array.of(2, 0x11, 0xe1, 0xa3, 0, 1)],
    ['an update cut short', Uint8Array.of(1, 0, 2, 200, 1, 9)],
    ['text', 'hello'],
  ];

  test.each(GARBAGE)('%s on a channel ends that connection, is named, and nothing else happens', async (_, garbage) => {
    const [a, b] = await metPair();
    const c = await world.open('c');
    c.station.mesh.connect();
    await Promise.all([haveMet(a.station, c.station), haveMet(b.station, c.station)]);
    const channel = a.page.channels.find(({ readyState }) => readyState === 'open');
    channel?.send(garbage as Uint8Array<ArrayBuffer>);
    const victim = (): Framed | undefined => [b, c].find(({ station }) => station.faults().includes('peerMisbehaved'));
    await until(() => expect(victim()).toBeDefined());
    const other = victim() === b ? c : b;
    await until(() => expect(victim()?.station.has('lost', 'a')).toBe(true));
    expect([other.station.has('lost', 'a'), b.station.has('lost', 'c')]).toEqual([false, false]);
    // Through the third, who is connected to both.
    await writesReach(a, victim() ?? b, 'around');
  });

  test('garbage from the rendezvous changes nothing', async () => {
    const [a, b] = await metPair();
    const stranger = await RoomStranger.open(inject('rendezvous').url, world.room, null);
    for (const data of ['', '{bad', 'AAAA', 'A'.repeat(50_000), { type: 'announce', from: 'x' }, 7, null])
      stranger.publish(data);
    await writesReach(a, b, 'after');
    stranger.close();
    expect(a.station.mesh.status().peers.length).toBe(1);
  });

  test('[W7] 40 false announcements leave no dead peer, and lock nobody out', async () => {
    const [a, b] = await metPair();
    const stranger = await RoomStranger.open(inject('rendezvous').url, world.room, world.password);
    for (let each = 0; each < 40; each += 1) await stranger.announce(`ghost ${each}`);
    await until(() => expect(a.station.mesh.status().peers.length).toBeGreaterThan(30));
    const c = await world.open('c');
    c.station.mesh.connect();
    await haveMet(a.station, c.station, 8_000);
    await until(() => expect(a.station.mesh.status().peers.length).toBe(2), 9_000);
    stranger.close();
    await writesReach(a, b, 'after');
  });
});
