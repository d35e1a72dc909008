// Choosing Ready or Away, and logging out: one road for the status control, the message icon, the
// band and the settings. The last Ready agent is warned before the desk stops assigning (ST9).

import type { Intent } from '../../domain/entry.ts';
import type { Result } from '../../engine/desk-types.ts';

export interface StatusRoad {
  isLastReady(): boolean;
  chooseStatus(intent: Intent): Result;
  logOut(): Promise<void>;
  refuse(result: Result): void;
}

export class StatusChoice {
  /** What waits for the answer to the warning. */
  pending: 'away' | 'logOut' | null = $state(null);
  readonly #road: StatusRoad;

  constructor(road: StatusRoad) {
    this.#road = road;
  }

  choose(intent: Intent): void {
    if (intent === 'away' && this.#road.isLastReady()) this.pending = 'away';
    else this.#choose(intent);
  }

  logOut(): void {
    if (this.#road.isLastReady()) this.pending = 'logOut';
    else void this.#road.logOut();
  }

  confirm(): void {
    const { pending } = this;
    this.pending = null;
    if (pending === 'away') this.#choose('away');
    if (pending === 'logOut') void this.#road.logOut();
  }

  cancel(): void {
    this.pending = null;
  }

  #choose(intent: Intent): void {
    const result = this.#road.chooseStatus(intent);
    if (!result.ok) this.#road.refuse(result);
  }
}
