import { describe, expect, test } from 'vitest';
import { asAgentId, asDeviceId, asMonoMs, asWallMs } from '../../../src/domain/ids.ts';
import { GONE_MS, Presence } from '../../../src/engine/presence.ts';

const ben = asAgentId('ben');
const at = (ms: number) => ({ mono: asMonoMs(ms), wall: asWallMs(ms) });
const heard = (peer: string) => {
  const from = { device: asDeviceId('ben-laptop'), agent: ben, peer, isCaughtUp: true };
  return { kind: 'heard', from } as const;
};

describe('[CO11] a newcomer to whom the rest still comes', () => {
  const first = { kind: 'firstIn' } as const;
  const caughtUp = (peer: string) => ({ kind: 'caughtUp', device: asDeviceId('ben-laptop'), peer }) as const;

  test('[ST4] sees everybody with the choice that came first, whoever is heard before or after', () => {
    for (const events of [
      [heard('ben/1'), first],
      [first, heard('ben/1')],
    ]) {
      const presence = new Presence();
      for (const event of events) presence.take(event, at(0));
      expect(presence.agent(ben).isLive).toBe(true);
      expect(presence.isCaughtUp()).toBe(false);
    }
  });

  test('[ST4] once all is in, who comes anew is met first, as ever', () => {
    const presence = new Presence();
    for (const event of [heard('ben/1'), first, caughtUp('ben/1')]) presence.take(event, at(0));
    presence.take({ kind: 'farewell', device: asDeviceId('ben-laptop'), peer: 'ben/1' }, at(10));
    presence.take(heard('ben/2'), at(20));
    expect(presence.agent(ben).isLive).toBe(false);
  });
});

describe('[ST4] who vouches for whom', () => {
  /** Ben was met in one tab, which has been silent since. */
  const silentSince = (ms: number): Presence => {
    const presence = new Presence();
    presence.take(heard('ben/1'), at(0));
    presence.take({ kind: 'caughtUp', device: asDeviceId('ben-laptop'), peer: 'ben/1' }, at(0));
    for (let now = 0; now <= ms; now += 2_000) presence.tick(at(now));
    return presence;
  };

  test('[ST4] [ST5] another tab of an agent who is live is taken at its word', () => {
    const presence = silentSince(60_000);
    presence.take(heard('ben/2'), at(61_000));
    expect(presence.agent(ben).isLive).toBe(true);
  });

  test('[ST4] a tab that is gone by now vouches for no other: its choice has not come (seed 4393)', () => {
    const presence = silentSince(GONE_MS - 1_000);
    presence.take(heard('ben/2'), at(GONE_MS + 500));
    expect(presence.agent(ben).isLive).toBe(false);
  });
});
