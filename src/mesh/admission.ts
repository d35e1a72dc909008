// Who is let in, who is looked for, and who is cut off and for how long: the one place that knows all three
// (circle.ts, patience.ts, refusals.ts). Leaves out the connections themselves (neighbours.ts).

import type { DeviceId } from '../domain/ids.ts';
import type { MeshRefusal, RefusedReason } from '../engine/ports.ts';
import { Circle, type CircleState } from './circle.ts';
import { Patience } from './patience.ts';
import { Refusals } from './refusals.ts';

const THIN_MS = 1_000;

export interface AdmissionOptions {
  now(): number;
  /** The rendezvous' name for this end. */
  ownId(): string;
  /** Open and half-open connections. */
  taken(): number;
  readonly maxLinks?: number;
}

export class Admission {
  readonly patience = new Patience();
  readonly #options: AdmissionOptions;
  readonly #circle: Circle;
  readonly #refusals = new Refusals();
  #thinnedAt = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    this.#circle = new Circle(() => options.ownId(), options.maxLinks);
  }

  isShunned(remote: string): boolean {
    return this.patience.isShunned(remote, this.#options.now());
  }

  /** Whether to connect to one who announces itself. */
  isSought(remote: string): boolean {
    this.#circle.seen(remote, this.#options.now());
    return !this.isShunned(remote) && this.#circle.isSought(remote, this.#state());
  }

  /** Whether to answer one who connects. */
  isWelcome(remote: string): boolean {
    return !this.isShunned(remote) && this.#circle.isWelcome(remote, this.#state());
  }

  cutOff(remote: string, device: DeviceId | null, reason: RefusedReason): void {
    this.#refusals.add(remote, device, reason, this.patience.misbehaved(remote, this.#options.now()));
  }

  nameLater(remote: string, device: DeviceId | null): void {
    this.#refusals.add(remote, device, 'newerVersion', null);
  }

  refused(): readonly MeshRefusal[] {
    return this.#refusals.list(this.#options.now());
  }

  /** Too many connections, since more have come: now and then one that others make up for. */
  surplus(remotes: readonly string[]): string | null {
    const now = this.#options.now();
    if (now - this.#thinnedAt < THIN_MS) return null;
    this.#thinnedAt = now;
    for (const remote of remotes) this.#circle.seen(remote, now);
    return this.#circle.surplus(remotes, this.#state());
  }

  #state(): CircleState {
    return {
      now: this.#options.now(),
      taken: this.#options.taken(),
      isDead: (remote) => this.patience.failuresOf(remote) >= 2,
    };
  }
}
