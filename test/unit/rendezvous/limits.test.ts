import { expect, test } from 'vitest';

import { fullBucket, takeFrom, type Bucket, type Rate } from '../../../src/rendezvous/limits.ts';

const RATE: Rate = { burst: 10, perSecond: 5 };

const takeTimes = (times: number, bucket: Bucket, nowMs: number): Bucket | null => {
  let left: Bucket | null = bucket;
  for (let i = 0; i < times && left !== null; i += 1) left = takeFrom(left, 1, RATE, nowMs);
  return left;
};

test('a full bucket gives its burst at once and nothing more', () => {
  const emptied = takeTimes(10, fullBucket(RATE, 0), 0);
  expect(emptied).toEqual({ tokens: 0, atMs: 0 });
  expect(emptied && takeFrom(emptied, 1, RATE, 0)).toBeNull();
});

test('a bucket refills steadily and never above its burst', () => {
  expect(takeFrom({ tokens: 0, atMs: 0 }, 1, RATE, 199)).toBeNull();
  expect(takeFrom({ tokens: 0, atMs: 0 }, 1, RATE, 200)).toEqual({ tokens: 0, atMs: 200 });
  expect(takeFrom({ tokens: 0, atMs: 0 }, 0, RATE, 3_600_000)?.tokens).toBe(10);
});

test('a clock that goes back takes nothing away', () => {
  expect(takeFrom({ tokens: 4, atMs: 1000 }, 1, RATE, 0)?.tokens).toBe(3);
});
