// Without a worker, as in a browser that refuses one. With one: test/contract/alarm.browser.test.ts.

import { describe, expect, it } from 'vitest';
import { asMonoMs } from '../../../src/domain/ids.ts';
import { createAlarm } from '../../../src/platform/alarm.ts';
import { systemClock } from '../../../src/platform/clock.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const inMs = (ms: number) => asMonoMs(systemClock.mono() + ms);

describe('an alarm without a worker', () => {
  it('rings once, at or after its time', async () => {
    const alarm = createAlarm(systemClock);
    const at = inMs(30);
    const rung: number[] = [];
    alarm.set(at, () => rung.push(systemClock.mono()));
    await pause(90);
    expect(rung).toHaveLength(1);
    expect(rung[0]).toBeGreaterThanOrEqual(at);
  });

  it('rings at once for a time that is over', async () => {
    const alarm = createAlarm(systemClock);
    let rung = 0;
    alarm.set(inMs(-1000), () => (rung += 1));
    await pause(20);
    expect(rung).toBe(1);
  });

  it('forgets the former time when it is set anew, and any when it is cleared', async () => {
    const alarm = createAlarm(systemClock);
    const rung: string[] = [];
    alarm.set(inMs(10), () => rung.push('first'));
    alarm.set(inMs(20), () => rung.push('second'));
    await pause(50);
    alarm.set(inMs(10), () => rung.push('third'));
    alarm.clear();
    await pause(40);
    expect(rung).toEqual(['second']);
  });

  it('can be set anew while it rings', async () => {
    const alarm = createAlarm(systemClock);
    let rung = 0;
    const ring = (): void => {
      rung += 1;
      if (rung < 3) alarm.set(inMs(5), ring);
    };
    alarm.set(inMs(5), ring);
    await pause(100);
    expect(rung).toBe(3);
  });

  it('takes a time in a hundred days, more than a timer takes, and sleeps meanwhile', async () => {
    let looks = 0;
    const mono = () => {
      looks += 1;
      return systemClock.mono();
    };
    const alarm = createAlarm({ wall: systemClock.wall, mono });
    let rung = 0;
    alarm.set(inMs(100 * 86_400_000), () => (rung += 1));
    await pause(30);
    alarm.clear();
    expect([rung, looks]).toEqual([0, 1]);
  });

  it('does not ring early where the clock stood still meanwhile', async () => {
    let now = 0;
    const alarm = createAlarm({ wall: systemClock.wall, mono: () => asMonoMs(now) });
    let rung = 0;
    alarm.set(asMonoMs(10), () => (rung += 1));
    await pause(40);
    expect(rung).toBe(0);
    now = 10;
    await pause(40);
    expect(rung).toBe(1);
  });
});

describe('the clock', () => {
  it('has a monotonic time that never goes back and a wall time of today', async () => {
    const before = systemClock.mono();
    await pause(5);
    expect(systemClock.mono()).toBeGreaterThan(before);
    expect(Math.abs(systemClock.wall() - Date.now())).toBeLessThan(50);
  });
});
