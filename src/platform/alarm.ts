// One alarm that rings on time also in a hidden tab: a worker's timer wakes it, and a timer of the
// page beside it in case the worker cannot start or dies. Whichever comes first rings, once, and
// never before the deadline.

import type { MonoMs } from '../domain/ids.ts';
import type { Alarm, Clock } from '../engine/ports.ts';

/** What a timer takes at most; a later deadline is reached in several stages. */
const MAX_DELAY_MS = 2 ** 31 - 1;

export const startAlarmWorker = (): Worker | null => {
  try {
    return new Worker(new URL('./alarm-worker.ts', import.meta.url), { type: 'module', name: 'alarm' });
  } catch {
    return null;
  }
};

interface Waiting {
  readonly at: MonoMs;
  readonly ring: () => void;
}

class WorkerAlarm implements Alarm {
  readonly #clock: Clock;
  readonly #worker: Worker | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: Waiting | null = null;

  constructor(clock: Clock, worker: Worker | null) {
    this.#clock = clock;
    this.#worker = worker;
    // One that is late, of a former setting, finds nothing to ring for yet.
    worker?.addEventListener('message', () => this.#wake());
    // The page's own timer goes on; nothing else is to be done, and nothing is to be thrown.
    worker?.addEventListener('error', (event) => event.preventDefault());
  }

  set(at: MonoMs, ring: () => void): void {
    this.#waiting = { at, ring };
    const delayMs = Math.min(MAX_DELAY_MS, Math.max(0, Math.ceil(at - this.#clock.mono())));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wake(), delayMs);
    this.#worker?.postMessage(delayMs);
  }

  clear(): void {
    this.#waiting = null;
    clearTimeout(this.#timer);
    this.#worker?.postMessage(null);
  }

  #wake(): void {
    const waiting = this.#waiting;
    if (waiting === null) return;
    if (this.#clock.mono() < waiting.at) return this.set(waiting.at, waiting.ring);
    this.clear();
    waiting.ring();
  }
}

export const createAlarm = (clock: Clock, worker: Worker | null = startAlarmWorker()): Alarm =>
  new WorkerAlarm(clock, worker);
