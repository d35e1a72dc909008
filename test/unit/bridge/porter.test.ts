// The gate before customers' knocks: what is let in, what it costs, and what ten thousand of them do.

import { expect, test } from 'vitest';

import { Porter } from '../../../src/bridge/porter.ts';
import { workSubject, type Knock } from '../../../src/knock/knock.ts';
import { LEAST_BITS, MOST_BITS, isPaid, pay } from '../../../src/knock/work.ts';

const TOPIC = 'knock-test';
const NOW_S = 1_800_000_000;
const noPause = (): Promise<void> => Promise.resolve();

const paidKnock = async (ephemeral: string, bits = LEAST_BITS, atS = NOW_S): Promise<Knock> => ({
  ephemeral,
  atS,
  nonce: await pay(workSubject(TOPIC, ephemeral, atS), bits, noPause),
  sealed: 'x',
});

test('[AK5] a knock that was paid for is let in once; one of another hour, or unpaid, is not', async () => {
  const porter = new Porter(TOPIC);
  const knock = await paidKnock('a');
  expect(porter.admit(knock, 0, NOW_S)).toBe('in');
  expect(porter.admit(knock, 1, NOW_S)).toBe('heard');
  expect(porter.admit(await paidKnock('b', LEAST_BITS, NOW_S - 3600), 2, NOW_S)).toBe('stale');
  const subject = workSubject(TOPIC, 'c', NOW_S);
  let nonce = 0;
  while (isPaid(subject, nonce, LEAST_BITS)) nonce += 1;
  expect(porter.admit({ ephemeral: 'c', atS: NOW_S, nonce, sealed: 'x' }, 3, NOW_S)).toBe('underpaid');
});

test('[AK5] ten thousand unpaid knocks raise no price, are turned away quickly, and a paid one still gets in', async () => {
  const porter = new Porter(TOPIC);
  const honest = await paidKnock('honest');
  const began = performance.now();
  for (let index = 0; index < 10_000; index += 1) {
    porter.admit({ ephemeral: `flood${index}`, atS: NOW_S, nonce: 0, sealed: 'x' }, index, NOW_S);
  }
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(porter.refused.underpaid + porter.refused.busy).toBeGreaterThan(9_900);
  expect(porter.admit(honest, 20_000, NOW_S)).toBe('in');
});

test('[AK5] the price rises with the knocks that are let in, to a bound, and falls when they end', async () => {
  const porter = new Porter(TOPIC);
  for (let index = 0; index < 33; index += 1) {
    const knock = await paidKnock(`k${index}`, porter.bits(0));
    expect(porter.admit(knock, 0, NOW_S)).toBe('in');
  }
  expect(porter.bits(0)).toBe(LEAST_BITS + 2);
  expect(porter.bits(0)).toBeLessThanOrEqual(MOST_BITS);
  expect(porter.bits(60_000)).toBe(LEAST_BITS);
}, 30_000);

test('[AK5] a flood that pays the least makes little dearer: who pays what is asked gets in at once', async () => {
  const porter = new Porter(TOPIC);
  for (let index = 0; index < 80; index += 1) porter.admit(await paidKnock(`cheap${index}`), index, NOW_S);
  const bits = porter.bits(80);
  expect(bits).toBeGreaterThan(LEAST_BITS);
  expect(bits).toBeLessThanOrEqual(LEAST_BITS + 3);
  expect(porter.admit(await paidKnock('honest', bits), 80, NOW_S)).toBe('in');
}, 30_000);
