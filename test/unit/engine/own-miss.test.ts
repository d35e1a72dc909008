import { expect, test } from 'vitest';
import { asAgentId, asDeviceId, asMonoMs, asWallMs } from '../../../src/domain/ids.ts';
import { Presence } from '../../../src/engine/presence.ts';
import { SmallWorld } from '../../support/small-world.ts';

test('[DI5] a dispatcher that makes its own agent Away writes nothing more: the next one gives out what it took back', () => {
  const world = new SmallWorld();
  const [ann, ben] = world.team({ ann: 'ready', ben: 'ready' });
  if (ann === undefined || ben === undefined) throw new Error('Two.');
  expect(ann.isDispatcher).toBe(true);
  for (let second = 0; second < 900 && ann.statusOf('ann') === 'ready'; second += 1) {
    if (second % 30 === 0) ann.opens();
    for (const { id, state } of ben.replica.team.heldBy(ben.agent)) {
      if (state === 'assigned') ben.desk.pickUp(id);
      else ben.desk.close(id);
    }
    world.advance(1_000);
  }
  expect(ann.statusOf('ann')).toBe('away');
  world.advance(1_000);
  const away = ann.replica.team.statusHistory(ann.agent).findLast(({ kind }) => kind === 'status');
  const later = [...ann.replica.team.conversations.values()]
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.kind === 'assigned' && entry.lamport > (away?.lamport ?? 0));
  expect(later.length).toBeGreaterThan(0);
  expect(new Set(later.map(({ device }) => device))).toEqual(new Set([ben.device]));
});

test('[ST5] a second device that fell silent takes nothing from the first', () => {
  const at = (seconds: number) => ({ mono: asMonoMs(seconds * 1000), wall: asWallMs(seconds * 1000) });
  const ann = asAgentId('ann');
  const hear = (presence: Presence, peer: string, seconds: number): void =>
    presence.heard({ peer, device: asDeviceId(peer), agent: ann, isCaughtUp: true }, at(seconds));
  const presence = new Presence();
  for (const peer of ['laptop', 'phone']) {
    presence.met(peer);
    hear(presence, peer, 0);
  }
  for (let second = 1; second < 8; second += 1) {
    hear(presence, 'laptop', second);
    presence.tick(at(second));
  }
  expect(presence.agent(ann)).toMatchObject({ isLive: true, isResponding: true });
});
