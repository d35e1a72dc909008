import { describe, expect, test } from 'vitest';

import { DEFAULT_LIMITS } from '../../../src/rendezvous/limits.ts';
import { Pacing } from '../../../src/rendezvous/pacing.ts';
import { startRendezvous } from '../../../src/rendezvous/server.ts';
import { SignallingClient } from '../../support/signalling-client.ts';

/** Time that goes on only when told. */
class Time {
  #now = 0;
  #bells: { readonly at: number; readonly ring: () => void }[] = [];
  readonly now = (): number => this.#now;
  readonly after = (ms: number, ring: () => void): void => void this.#bells.push({ at: this.#now + ms, ring });

  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#bells.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.#bells = this.#bells.filter((bell) => bell !== next);
      this.#now = next.at;
      next.ring();
    }
    this.#now = end;
  }
}

class Client {
  isPaused = false;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  pause(): void {
    this.isPaused = true;
  }
  resume(): void {
    this.isPaused = false;
  }
}

const setUp = () => {
  const time = new Time();
  const pacing = new Pacing<Client>(time);
  const heard: string[] = [];
  const publish = (client: Client, topic: string, times = 1): void => {
    for (let turn = 0; turn < times; turn += 1) pacing.pass(client, topic, () => heard.push(client.name));
  };
  return { time, pacing, heard, publish, desk: new Client('desk'), flood: new Client('flood') };
};

describe('[AK5] a topic passes no faster than its listeners ask', () => {
  test('where nobody asked, all passes at once', () => {
    const { heard, publish, flood } = setUp();
    publish(flood, 'room', 5_000);
    expect(heard.length).toBe(5_000);
    expect(flood.isPaused).toBe(false);
  });

  test('a flood is held at its sender, and passes at the pace', () => {
    const { time, pacing, heard, publish, desk, flood } = setUp();
    pacing.ask(desk, 'knock', 400);
    publish(flood, 'knock', 2_000);
    expect(heard.length).toBe(200);
    expect(flood.isPaused).toBe(true);
    time.pass(1_000);
    expect(heard.length).toBe(600);
    time.pass(10_000);
    expect(heard.length).toBe(2_000);
    expect(flood.isPaused).toBe(false);
  });

  test('an honest one waits for a turn, not for the flood', () => {
    const { time, pacing, heard, publish, desk, flood } = setUp();
    pacing.ask(desk, 'knock', 400);
    publish(flood, 'knock', 2_000);
    publish(new Client('honest'), 'knock');
    time.pass(20);
    expect(heard).toContain('honest');
  });

  test('other topics are not held back', () => {
    const { pacing, heard, publish, desk, flood } = setUp();
    pacing.ask(desk, 'knock', 400);
    publish(flood, 'knock', 1_000);
    publish(new Client('teammate'), 'room', 50);
    expect(heard.filter((name) => name === 'teammate').length).toBe(50);
  });

  test('nobody can ask for next to nothing', () => {
    const { time, pacing, heard, publish, desk, flood } = setUp();
    pacing.ask(desk, 'knock', 0.001);
    publish(flood, 'knock', 1_000);
    time.pass(1_000);
    expect(heard.length).toBe(300);
  });

  test('when the last who asked is gone, what waited passes; what a client that is gone had to say does not', () => {
    const { pacing, heard, publish, desk, flood } = setUp();
    const other = new Client('other');
    pacing.ask(desk, 'knock', 400);
    publish(flood, 'knock', 500);
    publish(other, 'knock', 3);
    pacing.leave(flood);
    pacing.leave(desk);
    expect(heard.filter((name) => name === 'flood').length).toBe(200);
    expect(heard.filter((name) => name === 'other').length).toBe(3);
    expect(other.isPaused).toBe(false);
  });
});

test('[AK5] over real sockets a flood waits at its sender, and an honest one gets through beside it', async () => {
  const site = new Map();
  const rendezvous = await startRendezvous({ site, port: 0, hosts: ['127.0.0.1'], limits: DEFAULT_LIMITS });
  const url = `ws://127.0.0.1:${rendezvous.port}/rendezvous`;
  const [desk, flood, honest] = await Promise.all([url, url, url].map((each) => SignallingClient.open(each)));
  try {
    desk?.say({ type: 'subscribe', topics: ['knock'], perSecond: 200 });
    await desk?.settle();
    for (let index = 0; index < 1_500; index += 1) flood?.say({ type: 'publish', topic: 'knock', data: 'flood' });
    await expect.poll(() => desk?.received.length ?? 0).toBeGreaterThan(50);
    honest?.say({ type: 'publish', topic: 'knock', data: 'honest' });
    await expect.poll(() => JSON.stringify(desk?.received).includes('honest'), { timeout: 1_000 }).toBe(true);
    expect(desk?.received.length).toBeLessThan(600);
  } finally {
    for (const client of [desk, flood, honest]) client?.socket.terminate();
    await rendezvous.close();
  }
});
