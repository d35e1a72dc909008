import { describe, expect, test } from 'vitest';
import { asAgentId, asConversationId, asMonoMs } from '../../../src/domain/ids.ts';
import { OfferClocks } from '../../../src/engine/offer-clocks.ts';
import { story } from '../../support/log.ts';

const ann = asAgentId('ann');
const c1 = asConversationId('c1');

/** Looks once a second, as a desk that is awake does. */
const pass = (clocks: OfferClocks, fromS: number, toS: number, hasDispatcher = true): void => {
  for (let second = fromS; second <= toS; second += 1) clocks.advance(asMonoMs(second * 1000), hasDispatcher);
};

const openFor = (clocks: OfferClocks): number => clocks.age(c1, ann).openMs;

describe('[DI4] how long a peer has seen an offer open', () => {
  test('[DI4] counts from when this peer first saw it, not from when its desk was opened', () => {
    const clocks = new OfferClocks();
    pass(clocks, 0, 30);
    const one = story();
    one.offer('ann');
    clocks.see(one.fold());
    pass(clocks, 30, 50);
    clocks.see(one.fold());
    expect(openFor(clocks)).toBe(20_000);
  });

  test('[DI4] what was handed on without waiting in between is another offer, with a clock of its own', () => {
    const clocks = new OfferClocks();
    pass(clocks, 0, 1);
    const one = story();
    one.transfer('ben', 'ann');
    clocks.see(one.fold());
    pass(clocks, 1, 41);
    one.transfer('ann', 'cat');
    clocks.see(one.fold());
    pass(clocks, 41, 46);
    expect(openFor(clocks)).toBe(5_000);
  });

  test('[DI4] of a time that the peer slept through it has seen no more than a beat', () => {
    const clocks = new OfferClocks();
    pass(clocks, 0, 1);
    const one = story();
    one.offer('ann');
    clocks.see(one.fold());
    pass(clocks, 1, 10);
    pass(clocks, 3_600, 3_601);
    expect(openFor(clocks)).toBeLessThanOrEqual(15_000);
  });

  test('[RE3] stands still while there is no dispatcher, and goes on with the next', () => {
    const clocks = new OfferClocks();
    pass(clocks, 0, 1);
    const one = story();
    one.offer('ann');
    clocks.see(one.fold());
    pass(clocks, 1, 10);
    pass(clocks, 11, 100, false);
    expect(clocks.isRunning).toBe(false);
    pass(clocks, 101, 110);
    expect(openFor(clocks)).toBe(19_000);
  });

  test('[RE3] begins from zero with the first agent who becomes Ready', () => {
    const clocks = new OfferClocks();
    const one = story();
    one.offer('ann');
    clocks.see(one.fold());
    pass(clocks, 0, 30);
    clocks.restart();
    pass(clocks, 30, 37);
    expect(openFor(clocks)).toBe(7_000);
  });
});

describe('[RE2] how long its agent was not ready', () => {
  test('[RE4] who came back in time was not away: the next absence counts by itself', () => {
    const clocks = new OfferClocks();
    pass(clocks, 0, 1);
    const one = story();
    one.offer('ann');
    clocks.see(one.fold());
    clocks.seeAgent(ann, false);
    pass(clocks, 1, 9);
    expect(clocks.age(c1, ann).notReadyMs).toBe(8_000);
    clocks.seeAgent(ann, true);
    expect(clocks.age(c1, ann).notReadyMs).toBe(0);
    pass(clocks, 9, 20);
    clocks.seeAgent(ann, false);
    pass(clocks, 20, 23);
    clocks.seeAgent(ann, false);
    expect(clocks.age(c1, ann)).toEqual({ openMs: 22_000, notReadyMs: 3_000 });
  });

  test('[RE2] only as long as the offer is open', () => {
    const clocks = new OfferClocks();
    clocks.seeAgent(ann, false);
    pass(clocks, 0, 60);
    const one = story();
    one.offer('ann');
    clocks.see(one.fold());
    pass(clocks, 60, 64);
    expect(clocks.age(c1, ann)).toEqual({ openMs: 4_000, notReadyMs: 4_000 });
  });
});
