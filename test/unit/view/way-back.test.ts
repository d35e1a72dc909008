// An undo puts a conversation where it was, by entries of its own.

import { describe, expect, test } from 'vitest';
import { asAgentId } from '../../../src/domain/ids.ts';
import { wayBack } from '../../../src/view/way-back.ts';
import { SmallWorld, WORLD_START_MS, type Peer } from '../../support/small-world.ts';

const [ben, cat] = [asAgentId('ben'), asAgentId('cat')];

const team = () => {
  const world = new SmallWorld();
  const [ann, other] = [world.peer('ann'), world.peer('ben')];
  world.peer('cat');
  world.advance(1_000);
  return { world, ann, other };
};

const of = (peer: Peer) => ({
  me: peer.agent,
  commands: peer.desk,
  conversation: (id: Parameters<Peer['sees']>[0]) => peer.sees(id),
});

type Act = (peer: Peer, id: ReturnType<Peer['opens']>) => void;
const ACTS: Readonly<Record<string, Act>> = {
  close: (peer, id) => void peer.desk.close(id),
  transfer: (peer, id) => void peer.desk.transfer(id, cat, ''),
};
const OWNERS: Readonly<Record<string, Act>> = {
  'active ann': (peer, id) => void peer.desk.takeOver(id),
  waiting: () => undefined,
  'assigned ben': (peer, id) => void peer.desk.transfer(id, ben, ''),
};

describe('[UN1] undo', () => {
  for (const [act, run] of Object.entries(ACTS)) {
    test.for(Object.entries(OWNERS))(`[UN1] of a ${act} leads back to %s`, ([before, own]) => {
      const { world, ann, other } = team();
      const id = ann.opens();
      own(ann, id);
      expect(ann.state(id)).toBe(before);
      const was = ann.sees(id);
      run(ann, id);
      const back = wayBack(of(ann), was);
      const written = ann.sees(id).entries.length;
      expect(ann.state(id)).not.toBe(before);
      expect(back()).toEqual({ ok: true, value: null });
      expect(ann.state(id)).toBe(before);
      expect(ann.sees(id).entries.length).toBeGreaterThan(written);
      world.advance(1_000);
      expect(other.state(id)).toBe(before);
    });
  }

  test('[UN1] a snooze that the transfer had ended stands again', () => {
    const { ann } = team();
    const id = ann.opens();
    ann.desk.takeOver(id);
    ann.desk.snooze(id, (WORLD_START_MS + 3_600_000) as never);
    const was = ann.sees(id);
    ann.desk.transfer(id, ben, '');
    expect(wayBack(of(ann), was)().ok).toBe(true);
    expect(ann.sees(id).snooze?.until).toBe(WORLD_START_MS + 3_600_000);
  });

  test('[UN1] what a colleague has acted on since is left alone', () => {
    const { world, ann, other } = team();
    const id = ann.opens();
    ann.desk.takeOver(id);
    const was = ann.sees(id);
    ann.desk.transfer(id, ben, '');
    const back = wayBack(of(ann), was);
    world.advance(1_000);
    other.desk.pickUp(id);
    world.advance(1_000);
    expect(back()).toEqual({ ok: false, reason: 'movedOn' });
    expect(ann.state(id)).toBe('active ben');
  });
});
