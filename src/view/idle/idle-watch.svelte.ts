// Away by itself where nobody is at the device (ST12): off until this person asks for it here. Keeps true: a minute of
// warning comes first, any key or pointer in any tab ends it, and nothing ever sets Ready. After a sleep the warning
// comes first, too.

import type { Notes } from '../app-ports.ts';
import type { Hands } from './hands.ts';

const KEY = 'idle';
export const IDLE_MINUTES = [0, 5, 10, 15, 30, 60] as const;
const WARNING_MS = 60_000;
/** A page that nobody sees leaves the act to one that is seen. */
const UNSEEN_MS = 4_000;
const TICK_MS = 1_000;
const MINUTE_MS = 60_000;

export interface IdleDesk {
  isReady(): boolean;
  setAway(): void;
}

export interface IdleOptions {
  readonly notes: Notes;
  readonly clock: { mono(): number };
  readonly hands: Hands;
  readonly desk: IdleDesk;
  readonly isSeen?: () => boolean;
}

const parseMinutes = (noted: unknown): number => IDLE_MINUTES.find((each) => each === noted) ?? 0;

export class IdleWatch {
  /** 0: off. */
  minutes = $state(0);
  /** Of the warning; null while there is none. */
  leftSeconds: number | null = $state(null);
  readonly #options: IdleOptions;
  #lastAt = 0;
  #warnedAt: number | null = null;
  #end: (() => void) | null = null;

  constructor(options: IdleOptions) {
    this.#options = options;
    this.minutes = parseMinutes(options.notes.get(KEY));
    this.#follow();
  }

  choose(minutes: number): void {
    this.minutes = parseMinutes(minutes);
    this.#options.notes.set(KEY, this.minutes);
    this.#follow();
  }

  end(): void {
    this.#end?.();
    this.#end = null;
  }

  readonly #active = (): void => {
    this.#lastAt = this.#options.clock.mono();
    this.#warnedAt = null;
    this.leftSeconds = null;
  };

  #follow(): void {
    this.end();
    this.#active();
    if (this.minutes === 0) return;
    const stopListening = this.#options.hands.listen(this.#active);
    const timer = setInterval(() => this.#tick(), TICK_MS);
    this.#end = () => {
      clearInterval(timer);
      stopListening();
    };
  }

  #tick(): void {
    const { clock, desk, isSeen = () => !document.hidden } = this.#options;
    if (!desk.isReady()) return this.#active();
    const now = clock.mono();
    if (now - this.#lastAt < this.minutes * MINUTE_MS) return;
    this.#warnedAt ??= now;
    const left = WARNING_MS - (now - this.#warnedAt);
    this.leftSeconds = Math.max(0, Math.ceil(left / 1_000));
    if (left > (isSeen() ? 0 : -UNSEEN_MS)) return;
    this.#active();
    desk.setAway();
  }
}
