// No faster than its listeners ask. Whoever listens to a topic can say how many messages a second they want of it; who
// publishes more is not read for a while, so that what is too much waits at its sender. Those who wait take turns: one
// who floods keeps no honest one waiting for more than a turn. Keeps true: memory is bounded by the connections and by
// what one read of a socket holds. Topics for which nobody asked pass at once.

import { fullBucket, takeFrom, type Bucket, type Rate } from './limits.ts';

/** What one listener asks holds for all of a topic: none can ask for next to nothing. */
const LEAST_PER_SECOND = 200;
const TURN_MS = 20;

export interface Paced {
  pause(): void;
  resume(): void;
}

interface Topic<Client> {
  readonly asked: Map<Client, number>;
  readonly waiting: Map<Client, (() => void)[]>;
  bucket: Bucket;
}

export interface PacingClock {
  now(): number;
  after(ms: number, ring: () => void): void;
}

const SYSTEM: PacingClock = {
  now: () => performance.now(),
  after: (ms, ring) => void setTimeout(ring, ms).unref(),
};

export class Pacing<Client extends Paced> {
  readonly #topics = new Map<string, Topic<Client>>();
  readonly #clock: PacingClock;
  #isTurning = false;

  constructor(clock: PacingClock = SYSTEM) {
    this.#clock = clock;
  }

  ask(client: Client, name: string, perSecond: number): void {
    const wanted = Math.max(LEAST_PER_SECOND, perSecond);
    const topic = this.#topics.get(name) ?? {
      asked: new Map<Client, number>(),
      waiting: new Map<Client, (() => void)[]>(),
      bucket: fullBucket(rateOf(wanted), this.#clock.now()),
    };
    topic.asked.set(client, wanted);
    this.#topics.set(name, topic);
  }

  /** Calls `publish` now, or when it is this client's turn. */
  pass(client: Client, name: string, publish: () => void): void {
    const topic = this.#topics.get(name);
    if (topic === undefined || (topic.waiting.size === 0 && this.#take(topic))) return publish();
    client.pause();
    const held = topic.waiting.get(client) ?? [];
    held.push(publish);
    topic.waiting.set(client, held);
    this.#turnSoon();
  }

  /** The client listens to it no more. */
  unask(client: Client, name: string): void {
    const topic = this.#topics.get(name);
    if (topic === undefined) return;
    topic.asked.delete(client);
    if (topic.asked.size > 0) return;
    this.#topics.delete(name);
    for (const [publisher, held] of topic.waiting) {
      for (const publish of held) publish();
      publisher.resume();
    }
  }

  /** The client is gone: what it had to say is not said. */
  leave(client: Client): void {
    for (const [name, topic] of this.#topics) {
      topic.waiting.delete(client);
      this.unask(client, name);
    }
  }

  #take(topic: Topic<Client>): boolean {
    const bucket = takeFrom(topic.bucket, 1, rateOf(Math.min(...topic.asked.values())), this.#clock.now());
    topic.bucket = bucket ?? topic.bucket;
    return bucket !== null;
  }

  #turnSoon(): void {
    if (this.#isTurning) return;
    this.#isTurning = true;
    this.#clock.after(TURN_MS, () => {
      this.#isTurning = false;
      let isAnyWaiting = false;
      for (const topic of this.#topics.values()) {
        while (topic.waiting.size > 0 && this.#take(topic)) publishNext(topic.waiting);
        isAnyWaiting ||= topic.waiting.size > 0;
      }
      if (isAnyWaiting) this.#turnSoon();
    });
  }
}

const rateOf = (perSecond: number): Rate => ({ burst: perSecond / 2, perSecond });

/** One message of whoever waits longest; then it is the next one's turn. */
const publishNext = <Client extends Paced>(waiting: Map<Client, (() => void)[]>): void => {
  for (const [client, held] of waiting) {
    const publish = held.shift();
    waiting.delete(client);
    if (held.length > 0) waiting.set(client, held);
    else client.resume();
    return publish?.();
  }
};
