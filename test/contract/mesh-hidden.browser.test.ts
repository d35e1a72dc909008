// Pages that nobody looks at, laptops that wake up, networks that come back. A hidden page is told by what
// a browser does to it: its timers come a minute late, those of a worker do not.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { type Framed, FrameWorld, haveMet, openRendezvous, switchRendezvous, until } from '../support/mesh-frames.ts';

vi.setConfig({ testTimeout: 40_000 });

let world: FrameWorld;

beforeEach(() => {
  world = new FrameWorld();
});

afterEach(() => world.close());

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const openHidden = async (...rendezvous: readonly string[]): Promise<Framed> => {
  const hidden = await world.open('hidden', 'hidden', rendezvous.length > 0 ? rendezvous : undefined);
  hidden.page.holdTimersBack();
  hidden.station.mesh.connect();
  return hidden;
};

describe('[ST7] a hidden page', () => {
  test('goes on beating, and notices within 8 s that somebody is silent', async () => {
    const [hidden, other] = [await openHidden(), await world.open('other')];
    other.station.mesh.connect();
    await haveMet(hidden.station, other.station);
    const before = other.station.heard('hidden').length;
    await wait(6_500);
    expect(other.station.heard('hidden').length - before).toBeGreaterThanOrEqual(3);
    other.page.isCut = true;
    await until(() => expect(hidden.station.has('lost', 'other')).toBe(true), 8_500);
  });

  test('alone: finds its rendezvous again when that comes back, and lets a newcomer in', async () => {
    const url = await openRendezvous();
    const hidden = await openHidden(url);
    await until(() => expect(hidden.page.sockets.at(-1)?.readyState).toBe(WebSocket.OPEN));
    await switchRendezvous('stop', url);
    await wait(2_500);
    await switchRendezvous('start', url);
    const newcomer = await world.open('newcomer', 'newcomer', [url]);
    newcomer.station.mesh.connect();
    await haveMet(hidden.station, newcomer.station, 5_000);
  });
});

describe('doubts', () => {
  const missSomething = async (): Promise<readonly [Framed, Framed]> => {
    const [a, b] = [await world.open('a'), await world.open('b')];
    for (const { station } of [a, b]) station.mesh.connect();
    await haveMet(a.station, b.station);
    await until(() => expect(a.station.mesh.status().peers).toMatchObject([{ isSynced: true }]));
    a.page.isCut = true;
    b.station.write('missed', 1);
    await wait(300);
    a.page.isCut = false;
    return [a, b];
  };

  const DOUBTS: readonly (readonly [string, boolean, (page: Framed) => void])[] = [
    ['a laptop that wakes up', true, ({ page }) => page.sleep(3_600_000)],
    ['a network that is back', true, ({ window }) => window.dispatchEvent(new Event('online'))],
    ['a page that is looked at again', false, ({ window }) => window.dispatchEvent(new Event('visibilitychange'))],
  ];

  test.each(DOUBTS)('%s asks for what it missed at once', async (_, isLineNew, doubt) => {
    const [a, b] = await missSomething();
    const lines = a.page.sockets.length;
    doubt(a);
    await until(() => expect(a.station.keys()).toEqual(['missed']), 1_000);
    await until(() => expect(a.page.sockets.length > lines).toBe(isLineNew), 500);
    expect([a.station.has('lost', 'b'), b.station.has('lost', 'a')]).toEqual([false, false]);
  });

  test('a link that says nothing after a sleep is given up within 3 s', async () => {
    const [a, b] = await missSomething();
    b.page.isCut = true;
    a.page.sleep(3_600_000);
    await until(() => expect(a.station.has('lost', 'b')).toBe(true), 3_500);
  });
});
