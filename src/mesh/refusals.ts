// Who was cut off and for what, as the person at this desk is told it: newest first, a bounded number.
// Leaves out whether somebody is let in (patience.ts).

import type { DeviceId } from '../domain/ids.ts';
import type { MeshRefusal, RefusedReason } from '../engine/ports.ts';

const MAX_REFUSALS = 20;

interface Refusal {
  readonly device: DeviceId | null;
  readonly reason: RefusedReason;
  readonly count: number;
  readonly until: number | null;
}

export class Refusals {
  /** By who and why; the newest last. */
  readonly #listed = new Map<string, Refusal>();

  /** `name`: of the connection or the page, where no device is known. */
  add(name: string, device: DeviceId | null, reason: RefusedReason, until: number | null): void {
    const key = `${device ?? name} ${reason}`;
    const count = (this.#listed.get(key)?.count ?? 0) + 1;
    this.#listed.delete(key);
    this.#listed.set(key, { device, reason, count, until });
    const oldest = this.#listed.keys().next();
    if (this.#listed.size > MAX_REFUSALS && oldest.done !== true) this.#listed.delete(oldest.value);
  }

  list(now: number): readonly MeshRefusal[] {
    return [...this.#listed.values()]
      .reverse()
      .map(({ until, ...rest }) => ({ ...rest, backInMs: until === null ? null : Math.max(0, until - now) }));
  }
}
