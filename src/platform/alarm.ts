// Alarms that ring on time also in a hidden tab: a worker's timer wakes them, and a timer of the page
// beside it in case the worker cannot start or dies. Whichever comes first rings, once, and never
// before the deadline. All alarms of a page share one worker.

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

/** Who is to be woken, by the number that the worker knows them by. */
class Wakings {
  readonly #worker: Worker | null;
  readonly #waiting = new Map<number, () => void>();
  #last = 0;

  constructor(worker: Worker | null) {
    this.#worker = worker;
    worker?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'number') this.#waiting.get(data)?.();
    });
    // The page's own timers go on; nothing else is to be done, and nothing is to be thrown.
    worker?.addEventListener('error', (event) => event.preventDefault());
  }

  newNumber(): number {
    this.#last += 1;
    return this.#last;
  }

  set(id: number, delayMs: number, wake: () => void): void {
    this.#waiting.set(id, wake);
    this.#worker?.postMessage([id, delayMs]);
  }

  clear(id: number): void {
    if (this.#waiting.delete(id)) this.#worker?.postMessage([id, null]);
  }
}

interface Waiting {
  readonly at: MonoMs;
  readonly ring: () => void;
}

class WorkerAlarm implements Alarm {
  readonly #clock: Clock;
  readonly #wakings: Wakings;
  readonly #id: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: Waiting | null = null;

  constructor(clock: Clock, wakings: Wakings) {
    this.#clock = clock;
    this.#wakings = wakings;
    this.#id = wakings.newNumber();
  }

  set(at: MonoMs, ring: () => void): void {
    this.#waiting = { at, ring };
    const delayMs = Math.min(MAX_DELAY_MS, Math.max(0, Math.ceil(at - this.#clock.mono())));
    const wake = (): void => this.#wake();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(wake, delayMs);
    this.#wakings.set(this.#id, delayMs, wake);
  }

  clear(): void {
    this.#waiting = null;
    clearTimeout(this.#timer);
    this.#wakings.clear(this.#id);
  }

  /** One that is late, of a former setting, finds nothing to ring for yet. */
  #wake(): void {
    const waiting = this.#waiting;
    if (waiting === null) return;
    if (this.#clock.mono() < waiting.at) return this.set(waiting.at, waiting.ring);
    this.clear();
    waiting.ring();
  }
}

let shared: Wakings | null = null;

const sharedWakings = (): Wakings => {
  shared ??= new Wakings(startAlarmWorker());
  return shared;
};

/** `worker`: one of its own, instead of the one that this page's alarms share. */
export const createAlarm = (clock: Clock, worker?: Worker | null): Alarm =>
  new WorkerAlarm(clock, worker === undefined ? sharedWakings() : new Wakings(worker));
