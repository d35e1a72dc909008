// Several tabs of one profile (DI3): one is the peer, the others follow it, and one of them takes over.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { asConversationId } from '../../src/domain/ids.ts';
import { announcementOf } from '../support/mesh-station.ts';
import { type Framed, FrameWorld, haveMet, isSame, until } from '../support/mesh-frames.ts';

vi.setConfig({ testTimeout: 40_000 });

let world: FrameWorld;

beforeEach(() => {
  world = new FrameWorld();
});

afterEach(() => world.close());

const roleOf = ({ station }: Framed): boolean | undefined =>
  station.events.flatMap((event) => (event.kind === 'role' ? [event.isPeer] : [])).at(-1);

/** Two tabs of one device, the first of which is the peer, and another device. */
const openProfile = async (): Promise<readonly [Framed, Framed, Framed]> => {
  const [first, second, other] = [
    await world.open('first', 'ours'),
    await world.open('second', 'ours'),
    await world.open('other'),
  ];
  first.station.mesh.connect();
  await until(() => expect(roleOf(first)).toBe(true));
  second.station.mesh.connect();
  other.station.mesh.connect();
  await haveMet(first.station, other.station);
  await until(() => expect(roleOf(second)).toBe(false));
  return [first, second, other];
};

describe('[DI3] tabs of one profile', () => {
  test('one is a peer; the others see who is there, the first tab among them', async () => {
    const [, second, other] = await openProfile();
    await until(() =>
      expect([second.station.heard('other').length > 0, second.station.heard('first').length > 0]).toEqual([
        true,
        true,
      ]),
    );
    await until(() =>
      expect([second.station.has('caughtUp', 'other'), second.station.has('caughtUp', 'first')]).toEqual([true, true]),
    );
    expect(other.station.heard('second')).toEqual([]);
    await until(() => expect(second.station.mesh.status().peers.map(({ device }) => device)).toEqual(['device-other']));
  });

  test('what any of them writes reaches all, and all that the others have', async () => {
    const [first, second, other] = await openProfile();
    second.station.write('of the second tab', 1);
    other.station.fill('log of the other device', 2_000_000);
    first.station.write('of the first tab', 2);
    await until(() => expect(isSame(first.station, second.station, other.station)).toBe(true));
    expect(second.station.keys().length).toBe(3);
  });

  test('a tab that opens late is told at once who is there', async () => {
    await openProfile();
    const late = await world.open('late', 'ours');
    late.station.mesh.connect();
    await until(() => expect(late.station.heard('other').length).toBeGreaterThan(0), 500);
    await until(() => expect(late.station.has('caughtUp', 'other')).toBe(true), 1_000);
    await until(() => expect(late.station.mesh.status().peers.length).toBe(1), 1_000);
  });

  test('a tab that opens late, with 20 MB in the first, has them when it is told that it caught up', async () => {
    const [first, late] = [await world.open('first', 'ours'), await world.open('late', 'ours')];
    first.station.fill('log', 20_000_000);
    first.station.mesh.connect();
    await until(() => expect(roleOf(first)).toBe(true));
    late.station.mesh.connect();
    await until(() => expect(late.station.has('caughtUp', 'first')).toBe(true), 20_000);
    expect(isSame(first.station, late.station)).toBe(true);
  });

  test('the peer closes: another takes over within a second, and the device was never gone', async () => {
    const [first, second, other] = await openProfile();
    const begun = performance.now();
    first.remove();
    await until(() => expect(roleOf(second)).toBe(true), 1_000);
    await until(() => expect(other.station.heard('second').length).toBeGreaterThan(0), 3_000);
    expect(performance.now() - begun).toBeLessThan(3_000);
    await until(() => expect(other.station.has('farewell', 'first')).toBe(true));
    const order = other.station.events.map((event) => (event.kind === 'heard' ? event.from.peer : event.kind));
    expect(order.indexOf('farewell')).toBeGreaterThan(order.indexOf('peer-second'));
    expect(second.station.has('farewell', 'first')).toBe(true);
    second.station.write('after', 1);
    await until(() => expect(other.station.keys()).toEqual(['after']));
  });

  test('[AT1] what is open in a follower the others are told, until it closes', async () => {
    const [first, second, other] = await openProfile();
    const last = () => other.station.heard('first').at(-1)?.attending ?? null;
    const attending = { conversation: asConversationId('c1'), isTyping: true };
    second.station.mesh.announce({ ...announcementOf('second', 'ours'), attending });
    await until(() => expect(last()).toEqual(attending), 1_000);
    first.station.mesh.announce({ ...announcementOf('first', 'ours'), attending: { ...attending, isTyping: false } });
    await until(() => expect(last()?.isTyping).toBe(false), 1_000);
    first.station.mesh.announce({ ...announcementOf('first', 'ours'), attending: null });
    await until(() => expect(last()).toEqual(attending), 1_000);
    second.remove();
    await until(() => expect(last()).toBeNull(), 3_000);
  });

  test('a follower that closes changes nothing for the others', async () => {
    const [first, second, other] = await openProfile();
    second.remove();
    first.station.write('after', 1);
    await until(() => expect(other.station.keys()).toEqual(['after']));
    first.station.mesh.disconnect();
    await until(() => expect(other.station.has('farewell', 'first')).toBe(true), 1_000);
  });
});
